import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cite, methodEntry } from '../../src/cli/cite.js';
import type { Effects } from '../../src/cli/effects.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';

const root = projectRoot();
const places = { world: join(root, 'world'), library: join(root, 'arguments') };

/** What `entente cite` prints. */
async function printed(what: string[], bibtex: boolean): Promise<string> {
  let text = '';
  const effects = {
    out: (line: string) => {
      text += line;
    },
    say: () => {},
  } as unknown as Effects;
  await cite(what, { ...places, bibtex }, effects);
  return text;
}

describe('the citations of a claim', () => {
  const claim = 'summit-for-democracy/allies-drive-backsliding';

  it('are the same works as text and as BibTeX: sources, methods and Entente', async () => {
    const text = (await printed([claim], false)).trimEnd().split('\n');
    const entries = (await printed([claim], true)).trimEnd().split('\n\n');
    expect(entries).toHaveLength(text.length);
    expect(new Set(entries.map((e) => e.split('\n')[0])).size).toBe(entries.length);
    for (const [i, entry] of entries.slice(0, -1).entries())
      expect(entry.replaceAll('\\', '')).toContain(text[i]!.replace(/ \[.*\]$/, ''));
    expect(entries.at(-1)).toMatch(/^@misc\{entente,\n {2}title = \{\{Entente\}\},\n {2}version = \{world /);
  });

  it('hold the works behind a measure and a quantity', async () => {
    expect(await printed(['values-diplomacy/systems-stay-different'], false)).toMatch(/^Esteban, J/m);
    expect(await printed(['summit-for-democracy/trilateral-common-ground'], false)).toMatch(/^Lijphart, A/m);
  });

  it('are not to be had by its bare name, and the hint says under which', async () => {
    const refused = await printed(['us-democracy-eroded'], false).catch((e: unknown) => e);
    expect(refused).toBeInstanceOf(EntenteError);
    expect(refused).toMatchObject({
      code: 'cli/nothing-to-cite',
      hint: 'a claim is named with its argument: values-diplomacy/us-democracy-eroded',
    });
  });
});

describe('a method as BibTeX', () => {
  it('has its authors, title and year, and the whole citation in the note', () =>
    expect(
      methodEntry(
        'Phipson, B. & Smyth, G. K. (2010). Permutation P-values Should Never Be Zero. SAGMB 9:39.',
      ),
    ).toBe(`@misc{phipson_2010,
  author = {Phipson, B. and Smyth, G. K.},
  title = {{Permutation P-values Should Never Be Zero}},
  year = {2010},
  note = {Phipson, B. \\& Smyth, G. K. (2010). Permutation P-values Should Never Be Zero. SAGMB 9:39.}
}`));

  it('has a key of plain letters', () =>
    expect(methodEntry('Bühlmann, P. (1997). Sieve bootstrap for time series. Bernoulli 3:123–148.')).toMatch(
      /^@misc\{buhlmann_1997,/,
    ));
});
