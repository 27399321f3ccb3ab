import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../../../src/designs/figure/figure.js';
import { smallRecord } from './small-record.js';

let record: Awaited<ReturnType<typeof smallRecord>>;
beforeAll(async () => {
  record = await smallRecord();
});
afterAll(() => record.close());

const sold = {
  fact: 'statements',
  column: 'recipients',
  by: 'stated_by',
  when: 'date',
  bound: 'bound',
  years: 2021,
  complete: true,
};
const inForce = (year: string) => ({
  count: 'agreements',
  where: { signed: { to: year }, ends: { from: year, empty: true } },
  years: year,
  complete: true,
});

describe('a fact', () => {
  it('is one row, with who stated it and when', async () => {
    const e = await record.ask({ ...sold, where: { kind: 'given' } });
    expect([e.value, e.low, e.high, e.n]).toEqual([80, 80, 80, 1]);
    expect(e.recorded).toEqual({ by: 'the agency', when: '2021-04-01', beyond: 'nothing' });
  });

  it('is a lower bound where the row says at_least, or the record is incomplete', async () => {
    const least = await record.ask({ ...sold, where: { kind: 'sold', date: '2021-04-05' } });
    expect(least.recorded?.beyond).toBe('above');
    const partial = await record.ask({ ...sold, where: { kind: 'given' }, complete: false });
    expect(partial.recorded?.beyond).toBe('above');
  });

  it('refuses two rows where it is asked for one, and none', async () => {
    await expect(record.ask({ ...sold, where: { kind: 'sold' } })).rejects.toMatchObject({
      code: 'designs/several-facts',
    });
    await expect(record.ask({ ...sold, where: { kind: 'stolen' } })).rejects.toMatchObject({
      code: 'designs/no-fact',
    });
    await expect(record.ask({ ...sold, where: { kind: 'lent' } })).rejects.toMatchObject({
      code: 'designs/no-fact',
    });
  });

  it.each([
    ['lowest', 40],
    ['highest', 43],
    ['mean', 41.5],
    ['sum', 83],
  ])('is the %s of several', async (as, x) => {
    expect((await record.ask({ ...sold, where: { kind: 'sold' }, as })).value).toBe(x);
  });
});

describe('a count', () => {
  it('takes dates as exactly as they were read, an empty end for still in force', async () => {
    expect((await record.ask(inForce('1963'))).value).toBe(1);
    expect((await record.ask(inForce('1972'))).value).toBe(3);
    expect((await record.ask(inForce('1977'))).value).toBe(3);
    expect((await record.ask(inForce('1978'))).value).toBe(2);
    expect((await record.ask(inForce('1989'))).value).toBe(3);
  });

  it('can count different values, and names what it counts', async () => {
    const e = await record.ask({ ...inForce('1972'), distinct: 'kind' });
    expect(e.value).toBe(2);
    expect(e.diagnostics['made_of']).toBe('arms: 1; hotline: 2');
    expect((await record.ask({ ...inForce('1972'), named: 'title' })).diagnostics['made_of']).toBe(
      'Hot line; Better hot line; Treaty on arms',
    );
  });

  it('of an incomplete record is a lower bound; of nothing it is zero', async () => {
    const e = await record.ask({ ...inForce('1989'), where: { kind: 'treason' }, complete: false });
    expect([e.value, e.recorded?.beyond]).toEqual([0, 'above']);
  });

  it.each([
    [{ agreement: { from: 2, to: 3 } }, 2],
    [{ agreement: { above: 2, below: 4 } }, 1],
    [{ kind: ['rules', 'arms'] }, 2],
    [{ ends: { empty: true } }, 3],
    [{ agreement: 1, kind: 'hotline' }, 1],
  ])('meets %j', async (where, n) => {
    expect((await record.ask({ count: 'agreements', where, years: 1989, complete: true })).value).toBe(n);
  });

  it('takes a quote in a value for a value', async () => {
    const where = { kind: "x' OR '1'='1" };
    expect((await record.ask({ count: 'agreements', where, years: 1989, complete: true })).value).toBe(0);
  });
});

describe('a list', () => {
  it('holds the different values, in order', async () => {
    const e = await record.ask({ list: 'agreements', column: 'kind', years: 1989, complete: true });
    expect(e.recorded?.list).toEqual(['arms', 'hotline', 'rules']);
    expect(e.value).toBe(3);
  });
});

describe('a value', () => {
  it('is of a pair, or of the system', async () => {
    expect(
      (await record.ask({ value: 'visits', of: ['CHN', 'RUS'], year: 2013, complete: true })).value,
    ).toBe(2);
    expect((await record.ask({ value: 'recognised', year: 2016, complete: true })).value).toBe(165);
  });

  it('can be anything in an incomplete record', async () => {
    const e = await record.ask({ value: 'recognised', year: 2016, complete: false });
    expect(e.recorded?.beyond).toBe('anywhere');
  });

  it('is zero without a row only where the source says so, and missing where it is empty', async () => {
    const ask = (value: string) => record.ask({ value, of: ['USA', 'DEU'], year: 2013, complete: true });
    await expect(ask('visits')).rejects.toMatchObject({ code: 'designs/no-value' });
    await expect(record.ask({ value: 'recognised', year: 2017, complete: true })).rejects.toMatchObject({
      code: 'designs/no-value',
    });
    expect(() => record.cannot({ value: 'visits', of: 'CHN', year: 2013, complete: true })).toThrow(
      /of level dyad-year/,
    );
  });
});

describe('a place', () => {
  it('is shared by nobody: states with as much stand at the lowest of it', async () => {
    const rank = (who: string, years: string | number) =>
      record.ask({ 'rank-of': who, by: 'visits', from: 'CHN', years, complete: true });
    expect((await rank('RUS', 2013)).value).toBe(1);
    expect((await rank('RUS', '2013-2014')).value).toBe(2); // 3 visits each: Russia and the United States
    expect((await rank('USA', '2013-2014')).value).toBe(2);
    expect((await rank('GBR', '2013-2014')).value).toBe(3);
    await expect(rank('FRA', 2013)).rejects.toMatchObject({ code: 'designs/no-value' });
  });

  it('is drawn as an order, the state that is asked for apart', async () => {
    const picture = await record.picture({
      'rank-of': 'RUS',
      by: 'visits',
      from: 'CHN',
      years: 2013,
      complete: true,
    });
    expect(picture.title).toBe('Russia: place 1 of 3 states by Visits');
    expect(picture.marks.map((m) => ('points' in m ? m.points.map((p) => p.x) : []))).toEqual([
      ['Russia'],
      ['United States', 'United Kingdom'],
    ]);
  });
});

describe('a mean change', () => {
  const asked = { change: 'favourable', towards: 'USA', from: 2019, to: 2020, complete: true };

  it('is over the states that have both years, with the interval of a mean', async () => {
    const e = await record.ask(asked);
    // −10, −18, −13: mean −41/3; s² = 49/3; t(0.975, 2) = 4.30265273
    expect(e.value).toBeCloseTo(-41 / 3, 12);
    expect(e.high - e.value).toBeCloseTo(4.302652729911275 * Math.sqrt(49 / 9), 9);
    expect(e.n).toBe(3);
    expect(e.lost).toEqual({ 'no value in one of the years': 1 });
  });

  it('can be that of one state, and needs three', async () => {
    const low = await record.ask({ ...asked, as: 'lowest' });
    expect([low.value, low.low, low.high]).toEqual([-18, -18, -18]);
    await expect(record.ask({ ...asked, among: ['GBR', 'FRA'] })).rejects.toMatchObject({
      code: 'designs/too-few-states',
    });
    expect(() => figure.parameters.parse({ recorded: { ...asked, to: 2018 } })).toThrow(/later year/);
  });
});

describe('sums and differences', () => {
  const count = (year: string, complete: boolean) => ({ ...inForce(year), complete });

  it('add and subtract, and say of both when and by whom', async () => {
    const e = await record.ask({
      difference: [{ sum: [count('1972', true), count('1963', true)] }, count('1978', true)],
    });
    expect([e.value, e.low, e.high]).toEqual([2, 2, 2]);
    expect(e.recorded).toEqual({ by: 'By hand, 1', when: '1972 and 1963 and 1978', beyond: 'nothing' });
  });

  it('keep what an incomplete record can still say', async () => {
    const beyond = async (asked: unknown) => (await record.ask(asked)).recorded?.beyond;
    expect(await beyond({ sum: [count('1972', false), count('1963', true)] })).toBe('above');
    expect(await beyond({ difference: [count('1972', false), count('1963', true)] })).toBe('above');
    expect(await beyond({ difference: [count('1972', true), count('1963', false)] })).toBe('anywhere');
  });
});

describe('what the record cannot serve', () => {
  it('is told before anything runs', () => {
    expect(record.cannot({ count: 'agreements', years: 2021, complete: true })).toBe(
      'agreements ends in 2000',
    );
    expect(record.cannot({ value: 'recognised', year: 2012, complete: true })).toBe(
      'recognised begins in 2016',
    );
    expect(() => record.cannot({ count: 'agrements', years: 1989, complete: true })).toThrow(
      /unknown table: agrements/,
    );
    expect(() =>
      record.cannot({ count: 'agreements', where: { kynd: 'x' }, years: 1989, complete: true }),
    ).toThrow(/no column: kynd/);
    expect(() =>
      record.cannot({ 'rank-of': 'Atlantis', by: 'visits', from: 'CHN', years: 2013, complete: true }),
    ).toThrow(/unknown state/);
  });

  it('is a record of no such name', () => {
    const records = { one: inForce('1972') };
    expect(figure.parameters.parse({ recorded: 'one', records })).toEqual(
      figure.parameters.parse({ recorded: inForce('1972') }),
    );
    expect(() => figure.parameters.parse({ recorded: 'won', records })).toThrow(/one/);
    expect(() =>
      figure.parameters.parse({ recorded: { ...inForce('1972'), complete: undefined } }),
    ).toThrow();
  });

  it.each([
    [{ ...inForce('1972'), compleet: true }, ['recorded', 'compleet'], 'did you mean complete?'],
    [{ cuont: 'agreements' }, ['recorded'], 'did you mean count?'],
    [{ difference: [inForce('1972')] }, ['recorded', 'difference'], 'expected a list of two'],
    [{ sum: [inForce('1972'), { cuont: 'agreements' }] }, ['recorded', 'sum', 1], 'did you mean count?'],
    [{ sum: [inForce('1972'), inForce('1978')], less: 1 }, ['recorded', 'less'], 'nothing stands beside sum'],
    [
      { ...inForce('1972'), where: { signed: { too: 1 } } },
      ['recorded', 'where', 'signed', 'too'],
      'count takes no such key here',
    ],
  ])('%j is a mistake with its place', (recorded, path, message) => {
    const { error } = figure.parameters.safeParse({ recorded });
    expect(error?.issues.map((i) => [i.path, i.message])).toEqual([[path, message]]);
  });

  it('is a world without an effect', () => {
    expect(() =>
      figure.underNull(figure.parameters.parse({ recorded: inForce('1972') }), {}, record.catalogue),
    ).toThrow(/no world without an effect/);
  });
});
