import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Spoken, spoken } from './spoken.js';

let desk: Spoken;
beforeAll(() => {
  desk = spoken();
});
afterAll(() => desk.remove());

const points = (...args: string[]) => desk.run('ideal-points', ...args);
/** Few votes, so that it takes seconds. */
const few = ['--important', '--from', '2008', '--to', '2012'];

describe('entente ideal-points', () => {
  it('prints a year a line and a state a column, with intervals and what they rest on', {
    timeout: 60_000,
  }, async () => {
    const { code, out } = await points(...few, '--state', 'USA,Iran');
    expect(code).toBe(0);
    expect(out).toMatch(/^year {2}United States +Iran/);
    expect(out).toMatch(/^2010 {2}\d\.\d\d \[\d\.\d\d, \d\.\d\d\] +−\d\.\d\d \[−\d\.\d\d, −\d\.\d\d\]$/m);
    expect(out).toMatch(/^From \d+ votes on \d+ resolutions that divided/m);
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('writes every place, with its citation, and the same in JSON', { timeout: 60_000 }, async () => {
    const file = join(desk.folder, 'points.csv');
    const { code, out } = await points(...few, '--state', 'Russia', '--out', file, '--json');
    expect(code).toBe(0);
    const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
    expect(head).toBe('ccode,iso3c,state,year,votes,ideal_point,low,high,sd,rhat,citation');
    expect(lines.length).toBeGreaterThan(900);
    const russia = lines.find((l) => l.startsWith('365,RUS,Russia,2010'))!.split(',');
    const { states } = JSON.parse(out) as {
      states: { name: string; years: { year: number; ideal_point: number }[] }[];
    };
    expect(states[0]!.years.find((y) => y.year === 2010)!.ideal_point).toBeCloseTo(Number(russia[5]), 5);
  });

  it('are others with another model', { timeout: 60_000 }, async () => {
    const json = async (...more: string[]): Promise<{ model: object; states: object }> =>
      JSON.parse((await points(...few, '--json', ...more)).out);
    const [learned, flat] = [await json(), await json('--cuts', 'flat', '--smoothing', '1')];
    expect([learned.model, flat.model]).toEqual([
      { smoothing: 0.5, cuts: 'learned' },
      { smoothing: 1, cuts: 'flat' },
    ]);
    expect(flat.states).not.toEqual(learned.states);
  });

  it.each([
    [['--issue', 'xx'], 'unknown issue: xx'],
    [['--without', 'xx'], 'unknown issue: xx'],
    [['--from', 'soon'], 'not a year: --from soon'],
    [['--from', '2000', '--to', '1990'], 'the span ends before it begins: 2000 to 1990'],
    [['--from', '1964', '--to', '1964'], '0 resolutions on which states divided; 10 are needed'],
    [['--cuts', 'straight'], 'no such prior of cut points: straight'],
    [['--smoothing', 'much'], 'smoothing is NaN'],
    [['--smoothing', '-1'], 'smoothing is -1'],
    [['--state', 'Atlantis'], 'Atlantis'],
    [['--out', 'points.dta'], 'cannot write these rows as points.dta'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await points(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toContain(said);
  });

  it('refuses a state that cast no vote on these resolutions', { timeout: 60_000 }, async () => {
    const { code, err } = await points(...few, '--state', 'Kosovo');
    expect(code).toBe(2);
    expect(err).toContain('Kosovo cast no vote on any of these resolutions');
  });
});
