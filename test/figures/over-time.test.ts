import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/designs/picture.js';
import { drawPicture } from '../../src/figures/draw-picture.js';
import { type AgreementOfPair, agreementPicture } from '../../src/figures/over-time/agreement-picture.js';
import { drawAgreement } from '../../src/figures/over-time/draw-agreement.js';
import { idealPointsPicture } from '../../src/figures/over-time/ideal-points-picture.js';
import { roleOf } from '../../src/figures/over-time/line-roles.js';
import { unbroken } from '../../src/figures/over-time/unbroken.js';

const place = (year: number, mean: number, wide = 0.1) => ({
  year,
  mean,
  low: mean - wide,
  high: mean + wide,
});
const line = (name: string, from: number, by: number, wide?: number) => ({
  name,
  places: Array.from({ length: 10 }, (_, i) => place(2000 + i, from + i * by, wide)),
});
const about = { votes: 'all votes', source: 'A. Author' };

describe('a series with gaps', () => {
  it('falls into its stretches, in order', () => {
    const years = [2003, 2000, 2001, 2005].map((year) => ({ year }));
    expect(unbroken(years).map((run) => run.map((o) => o.year))).toEqual([[2000, 2001], [2003], [2005]]);
    expect(unbroken([])).toEqual([]);
  });

  it('is drawn as lines and single dots, never over a gap', () => {
    const places = line('A', 0, 0).places.filter((p) => p.year !== 2001 && p.year !== 2005);
    const { marks } = idealPointsPicture([{ name: 'A', places }], about);
    const years = (m: Picture['marks'][number]) => (m.kind === 'rule' ? [] : m.points.map((p) => p.x));
    expect(marks.map((m) => [m.kind, ...years(m)])).toEqual([
      ['dots', 2000],
      ['line', 2002, 2003, 2004],
      ['line', 2006, 2007, 2008, 2009],
      ['band', 2002, 2003, 2004],
      ['band', 2006, 2007, 2008, 2009],
    ]);
  });
});

describe('ideal points over time', () => {
  it('name the two states whose distance changed most', () => {
    const three = [line('United States', 1, 0.2), line('China', -1, -0.1), line('India', 0, -0.02)];
    expect(idealPointsPicture(three, about).title).toBe(
      'The United States and China moved apart most: 2.0 standard deviations lay between them in 2000, 4.7 in 2009',
    );
    expect(idealPointsPicture([line('Chad', 1, -0.1), line('Mali', 0, 0)], about).title).toBe(
      'Chad and Mali drew together: 1.0 standard deviations lay between them in 2000, 0.1 in 2009',
    );
  });

  it('do not tell as a finding what their intervals do not allow', () => {
    expect(idealPointsPicture([line('Chad', 1, 0.01, 0.5), line('Mali', 0, 0, 0.5)], about).title).toBe(
      'None of Chad, Mali moved clearly nearer to or away from another, from first session to last',
    );
    expect(idealPointsPicture([line('Chad', 1, 0.01, 0.5)], about).title).toMatch(
      /^Chad did not clearly move: /,
    );
    expect(idealPointsPicture([line('United States', 1, -0.2)], about).title).toBe(
      'The United States stood highest at 1.0 in 2000, lowest at −0.8 in 2009',
    );
    const early = { name: 'Mali', places: [place(1970, 0), place(1971, 0)] };
    expect(idealPointsPicture([line('Chad', 1, 0.1), early], about).title).toBe(
      'Chad, Mali share no two sessions',
    );
  });

  it('stand at the ends of their lines, apart from each other', async () => {
    const names = ['Chad', 'Mali', 'Niger', 'Togo', 'Benin', 'Ghana', 'Guinea'];
    const close = names.map((name, i) => line(name, 1 + i / 1000, 0.1));
    const svg = await drawPicture(idealPointsPicture(close, about));
    const at = names
      .map((name) => Number(new RegExp(`y="([\\d.]+)">${name}<`).exec(svg)![1]))
      .sort((a, b) => a - b);
    for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(13.9);
    expect(new Set(names.map((_, i) => roleOf(i)))).toEqual(new Set(['main', 'comparison', 'context']));
  });
});

describe('agreement over time', () => {
  const pair = (a: string, b: string, sames: readonly number[], shared = 50): AgreementOfPair => ({
    names: [a, b],
    sessions: sames.map((same, i) => ({ year: 2000 + i, same, shared })),
  });
  const told = { ...about, least: 5 };

  it('is told of one pair from its first session to its last, and its height between', () => {
    expect(agreementPicture([pair('United States', 'Chad', [10, 40, 20])], told).title).toBe(
      'The United States and Chad voted alike on 40\u00a0% of their votes in 2002, after 20\u00a0% in 2000 and at most 80\u00a0%, in 2001',
    );
    expect(agreementPicture([pair('Chad', 'Mali', [10])], told).title).toBe(
      'Chad and Mali voted alike on 20\u00a0% of their votes in 2000',
    );
  });

  it('is told of several pairs in the last session, the closest first', () =>
    expect(agreementPicture([pair('Chad', 'Mali', [10, 5]), pair('Chad', 'Togo', [1, 25])], told).title).toBe(
      'Voted alike in 2001: Chad–Togo 50\u00a0%, Chad–Mali 10\u00a0%',
    ));

  it('of many pairs is told of the closest and the farthest', () => {
    const four = ['Mali', 'Togo', 'Niger', 'Benin'].map((name, i) => pair('Chad', name, [10 * i]));
    expect(agreementPicture(four, told).title).toBe(
      'Of 4 pairs, Chad–Benin voted alike most in 2000 (60\u00a0%), Chad–Mali least (0\u00a0%)',
    );
  });

  it('has no point where too few votes are shared, and shows under it how many are', async () => {
    const few = pair('Chad', 'Mali', [10, 20, 30, 40]);
    const sessions = few.sessions.map((s) => (s.year === 2001 ? { ...s, shared: 4, same: 4 } : s));
    const pairs = [{ ...few, sessions }];
    const picture = agreementPicture(pairs, told);
    expect(picture.marks.map((m) => m.kind)).toEqual(['dots', 'line']);
    expect(picture.subtitle).toContain('in which both took part: 50 a session');
    const svg = await drawAgreement(picture, pairs, { standalone: true });
    expect(svg).toContain('Votes in which both took part');
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).not.toMatch(/NaN|undefined|var\(--/);
  });
});
