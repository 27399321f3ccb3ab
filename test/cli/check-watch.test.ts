import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summary } from '../../src/cli/check.js';
import { watchClaims } from '../../src/cli/check-watch.js';
import type { Effects } from '../../src/cli/effects.js';
import { type Spoken, spoken } from './spoken.js';

let here: Spoken;
beforeAll(() => {
  here = spoken();
  mkdirSync(join(here.folder, 'arguments', 'freedom'), { recursive: true });
});
afterAll(() => here.remove());

const claim = (years: string, effect = 'slope'): string => `claim: It fell.
measured: M
counts-against: N
test:
  design: trend
  series: { measure: state-value, of: polyarchy, state: USA }
  years: $years
expect: { ${effect}: below 0, matters-from: -0.05, because: B }
alternatives:
  years: [${years}]
`;
const put = (file: string, text: string): void =>
  writeFileSync(join(here.folder, 'arguments', 'freedom', file), text);

/** What is said, and a wait for the next of it. */
function listener() {
  const said: string[] = [];
  let wake = (): void => {};
  const effects: Effects = {
    out: (text) => {
      said.push(text);
      wake();
    },
    say: (text) => void said.push(text),
    watched: true,
    columns: 100,
    now: () => 0,
  };
  const next = (after: number): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = said.slice(after).find((text) => !text.startsWith('watching'));
        if (found !== undefined) resolve(found);
      };
      wake = look;
      look();
    });
  return { said, effects, next };
}

it('says at every save the first mistake and its place, or what would run and what is impossible', async () => {
  put('argument.yaml', 'title: T\nauthor: A\noutlet: O\nsummary: S\nclaims: [fell]\n');
  put('fell.yaml', claim('2000-2020, 2005-2020'));
  const { said, effects, next } = listener();
  const stop = new AbortController();
  const watching = watchClaims(['freedom/fell'], {}, effects, summary, stop.signal);
  const then = async (work: () => void): Promise<string> => {
    const before = said.length;
    work();
    return next(before);
  };
  expect(await next(0)).toBe('freedom/fell: well formed; 2 specifications\n');
  expect(await then(() => put('fell.yaml', claim('2000-2020', 'slop')))).toBe(
    'arguments/freedom/fell.yaml:8:11: unknown key in expect: slop\n  did you mean slope?\n',
  );
  expect(await then(() => put('fell.yaml', claim('2000-2020, 2000-2040')))).toBe(
    'freedom/fell: well formed; 2 specifications, 1 of them impossible\n  1 impossible: polyarchy covers 1816–2025 only\n',
  );
  expect(await then(() => rmSync(join(here.folder, 'arguments', 'freedom', 'fell.yaml')))).toBe(
    'arguments/freedom/argument.yaml:5:10: no file for the claim fell\n  none is known\n',
  );
  expect(await then(() => put('fell.yaml', claim('1950-2020')))).toBe(
    'freedom/fell: well formed; 1 specification\n',
  );
  stop.abort();
  await watching;
  expect(said[1]).toBe('watching what it is made of; Ctrl-C ends\n');
  expect(said).toHaveLength(6);
});

it('ends at once where nothing bears the name, and prints no JSON', async () => {
  expect(await here.run('check', 'freedon/fell', '--watch')).toEqual({
    code: 2,
    out: '',
    err: 'unknown argument: freedon/fell\n  did you mean freedom?\n',
  });
  expect(await here.run('check', 'freedom/fell', '--watch', '--json')).toEqual({
    code: 2,
    out: '',
    err: '--watch speaks to a person: it prints no JSON\n',
  });
});
