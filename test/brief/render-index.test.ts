import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderIndex } from '../../src/brief/render-index.js';
import { indexInput } from './fixture.js';

const input = indexInput();
const page = renderIndex(input);
const { document } = parseHTML(page);

describe('the index', () => {
  it('shows every argument and claim with its verdict, linked to its section', () => {
    const rows = [...document.querySelectorAll('table.claims tbody tr')];
    const links = rows.map((r) => r.querySelector('a')!.getAttribute('href'));
    expect(links).toEqual([
      'summit-for-democracy.html#allies-drive-backsliding',
      'summit-for-democracy.html#us-nearly-alone',
      'summit-for-democracy.html#summit-divides',
    ]);
    for (const [i, c] of input.arguments[0]!.claims.entries())
      expect(rows[i]!.textContent).toContain(c.verdict.answer);
    expect(rows[2]!.textContent).toContain('waits for: event study');
  });

  it('counts claims by verdict', () => {
    const tally = [...document.querySelectorAll('.tally li')].map((li) =>
      li.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(tally).toEqual(['1 supported▲', '1 contested◆', '1 not yet tested○']);
    const twice = renderIndex({ ...input, arguments: [...input.arguments, ...input.arguments] });
    expect(parseHTML(twice).document.querySelector('.tally li')!.textContent).toContain('2 supported');
  });

  it('works from a file: no script, nothing loaded, only relative links', () => {
    expect(document.querySelectorAll('script, link, img, [src]')).toHaveLength(0);
    for (const a of document.querySelectorAll('a'))
      expect(a.getAttribute('href')).not.toMatch(/^(https?:|\/)/);
  });

  it('is the same bytes each time', () => expect(renderIndex(indexInput())).toBe(page));
});
