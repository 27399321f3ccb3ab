import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { escapeText, html, raw } from '../../src/figures/html.js';

describe('html', () => {
  it('escapes what is put into content and into attributes', () => {
    const hostile = `"><script>alert('x')</script>&`;
    const page = html`<p title="${hostile}">${hostile}</p>`.html;
    expect(page).not.toContain('<script');
    const p = parseHTML(page).document.querySelector('p')!;
    expect(p.getAttribute('title')).toBe(hostile);
    expect(p.textContent).toBe(hostile);
  });

  it('keeps markup, joins lists and leaves out what is absent', () => {
    expect(html`<b>${[raw('<i>a</i>'), 'b<', 3, null, undefined, false]}</b>`.html).toBe(
      '<b><i>a</i>b&lt;3</b>',
    );
  });

  it('gives no text a way to open a tag, close an attribute or start an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(escapeText(text)).toMatch(/^(?:[^<>"'&]|&(?:amp|lt|gt|quot|#39);)*$/u);
      }),
    );
  });

  it('drops control characters, which no page may hold', () => {
    expect(escapeText('a\u0000b\u001bc\td')).toBe('abc\td');
  });
});
