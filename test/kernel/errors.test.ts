import { describe, expect, it } from 'vitest';
import { EntenteError, fail, renderError, renderPlace } from '../../src/kernel/errors.js';

const error = (detail?: ConstructorParameters<typeof EntenteError>[2]): EntenteError =>
  new EntenteError('claims/unknown-key', 'unknown key: clam', detail);

describe('errors', () => {
  it('show place, what is wrong, and one hint below', () =>
    expect(
      renderError(error({ at: { file: 'a.yaml', line: 3, column: 5 }, hint: 'did you mean claim?' })),
    ).toBe('a.yaml:3:5: unknown key: clam\n  did you mean claim?'));
  it('show what they know of the place, and nothing of what they do not', () => {
    expect(renderError(error())).toBe('unknown key: clam');
    expect(renderError(error({ at: {} }))).toBe('unknown key: clam');
    expect(renderPlace({ file: 'a.yaml' })).toBe('a.yaml');
    expect(renderPlace({ file: 'a.yaml', line: 3 })).toBe('a.yaml:3');
    expect(renderPlace({ file: 'a.yaml', column: 5 })).toBe('a.yaml');
  });
  it('show what cannot be seen, each on its line, and leave out the middle of words without end', () => {
    const at = { file: 'two\nlines.yaml', line: 1, column: 1 };
    expect(
      renderError(new EntenteError('a/b', 'unknown: \u001b[31mred\u202e\ufeff\ud800', { at, hint: 'a\tb' })),
    ).toBe('two\\nlines.yaml:1:1: unknown: \\u001b[31mred\\u202e\\ufeff\\ud800\n  a\\tb');
    expect(renderError(new EntenteError('a/b', `unknown: ${'x'.repeat(5000)}`))).toBe(
      `unknown: ${'x'.repeat(120)}…${'x'.repeat(40)}`,
    );
    expect(renderError(new EntenteError('a/b', 'Côte d’Ivoire – 中国 🕊️'))).toBe('Côte d’Ivoire – 中国 🕊️');
  });
  it('carry their code, place and hint', () => {
    const at = { file: 'a.yaml', line: 1, column: 1 };
    expect(() => fail('claims/empty', 'the file is empty', { at, hint: 'write a claim' })).toThrow(
      expect.objectContaining({
        name: 'EntenteError',
        code: 'claims/empty',
        message: 'the file is empty',
        at,
        hint: 'write a claim',
      }),
    );
  });
});
