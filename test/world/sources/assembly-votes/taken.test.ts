import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Row } from '../../../../src/world/database.js';
import { candidatesOf } from '../../../../src/world/sources/assembly-votes/candidates.js';
import { matchVotes } from '../../../../src/world/sources/assembly-votes/match-votes.js';
import { symbolOfRollCall } from '../../../../src/world/sources/assembly-votes/symbols.js';
import { takeChoices } from '../../../../src/world/sources/assembly-votes/taken.js';
import type { Reading } from '../../../../src/world/sources/source.js';

/** A vote by one source: members 1, 2, 3 … as a string of y(es), n(o), a(bstain), x (absent), - (no row). */
interface Vote {
  readonly symbol: string;
  readonly date: string;
  readonly session: number;
  readonly members: string;
  /** Voeten alone: the result as printed, where it is not that of the members. */
  readonly printed?: readonly [number, number, number];
}

const number = { y: 1, a: 2, n: 3, x: 8 } as const;
const castBy = (key: number, { members }: Vote): string[] =>
  [...members].flatMap((c, i) =>
    c === '-' ? [] : [`(${key}, ${i + 1}, ${number[c as keyof typeof number]})`],
  );
const countOf = (c: string, { members }: Vote): number => [...members].filter((m) => m === c).length;

let db: Database;
afterEach(() => db?.close());

/** Reconciles two small sources: roll calls 1, 2 … and records 300001, 300002 … */
async function reconcile(rolls: readonly Vote[], records: readonly Vote[]) {
  db = await openDatabase();
  const lost: string[] = [];
  const reading = {
    run: db.run,
    rows: db.rows,
    lose: (why: string, n: number) => n > 0 && lost.push(`${n} ${why}`),
  };
  const rows = (list: readonly string[]): string => list.join(', ');
  const id = (i: number): number => 300_001 + i;
  await db.run(
    `CREATE TABLE un_roll_calls AS SELECT * FROM (VALUES ${rows(
      rolls.map((v, i) => {
        const printed = v.printed ?? [countOf('y', v), countOf('n', v), countOf('a', v)];
        return `(${i + 1}, ${v.session}, ${1945 + v.session}, ${v.symbol === '' ? 'NULL' : `'${v.symbol}'`}, DATE '${v.date}', ${printed.join(', ')}, NULL, NULL)`;
      }),
    )}) t(rcid, session, session_year, unres, date_printed, yes, no, abstain, para, amend)`,
  );
  await db.run(
    `CREATE TABLE un_roll_call_votes AS SELECT * FROM (VALUES ${rows(rolls.flatMap((v, i) => castBy(i + 1, v)))}) t(rcid, ccode, vote)`,
  );
  await db.run(
    `CREATE TABLE un_resolutions AS SELECT * FROM (VALUES ${rows(
      records.map(
        (v, i) =>
          `(${id(i)}, '${v.symbol}', 'GA', '${v.session}', ${1945 + v.session}, DATE '${v.date}', 'Title', NULL)`,
      ),
    )}) t(record, symbol, body, session, session_year, date, title, agenda)`,
  );
  await db.run(
    `CREATE TABLE un_votes AS SELECT * FROM (VALUES ${rows(records.flatMap((v, i) => castBy(id(i), v)))}) t(record, ccode, vote)`,
  );
  const matches = matchVotes(await candidatesOf(reading as unknown as Reading));
  await takeChoices(reading as unknown as Reading, matches);
  const votes = await db.rows(`SELECT vote, record, how, taken, taken_for FROM ids ORDER BY vote`);
  const choices = await db.rows(
    `SELECT vote, ccode, roll_call, library, choice FROM choices ORDER BY vote, ccode`,
  );
  return { votes, choices, lost };
}

const roll = (symbol: string, members: string, more: Partial<Vote> = {}): Vote => ({
  symbol,
  members,
  session: 60,
  date: '2005-12-08',
  ...more,
});
const record = roll;
const one = (rows: readonly Row[], vote: number): Row => rows.find((r) => r['vote'] === vote)!;
const said = (choices: readonly Row[], vote: number): string =>
  choices
    .filter((c) => c['vote'] === vote)
    .map((c) => ({ 1: 'y', 2: 'a', 3: 'n', 8: 'x' })[Number(c['choice'])] ?? '-')
    .join('');

/** 40 members in two camps, and how the votes of a session on which they divide go. */
const camps = `${'y'.repeat(20)}${'n'.repeat(20)}`;
const turned = `${'n'.repeat(20)}${'y'.repeat(20)}`;

describe('reconciling two sources of votes', () => {
  it('holds every vote once: of both, of Voeten alone, of the Library alone', async () => {
    const { votes } = await reconcile(
      [roll('R/60/1', camps), roll('R/60/2', `${'a'.repeat(20)}${turned.slice(20)}`)],
      [record('A/RES/60/1', camps), record('A/RES/60/9', turned)],
    );
    expect(votes).toEqual([
      { vote: 1, record: 300_001, how: 'votes and symbol', taken: 'roll-calls', taken_for: 'years' },
      { vote: 2, record: null, how: null, taken: 'roll-calls', taken_for: 'alone' },
      { vote: 300_002, record: 300_002, how: null, taken: 'library', taken_for: 'alone' },
    ]);
  });

  it('keeps what the other source says, takes its votes where one has no row, and not its absences', async () => {
    const { choices } = await reconcile(
      [roll('R/60/1', `y-x-${camps}`)],
      [record('A/RES/60/1', `nyyx${camps}`)],
    );
    expect(said(choices, 1).slice(0, 4)).toBe('yyx-');
    expect(choices[0]).toMatchObject({ roll_call: 1, library: 3, choice: 1 });
  });

  it('takes the Library from session 75 on', async () => {
    const late = { session: 75, date: '2020-12-07' };
    const { votes, choices } = await reconcile(
      [roll('A/RES/75/1', `y${camps}`, late)],
      [record('A/RES/75/1', `n${camps}`, late)],
    );
    expect(one(votes, 1)).toMatchObject({ taken: 'library', taken_for: 'years' });
    expect(said(choices, 1)[0]).toBe('n');
  });

  it('takes the Library where only its list adds up to the result that Voeten prints', async () => {
    const { votes } = await reconcile(
      [roll('R/60/1', `y${camps}`, { printed: [20, 21, 0] })],
      [record('A/RES/60/1', `n${camps}`)],
    );
    expect(one(votes, 1)).toMatchObject({ taken: 'library', taken_for: 'result' });
    const neither = await reconcile(
      [roll('R/60/1', `y${camps}`, { printed: [20, 20, 1] })],
      [record('A/RES/60/1', `n${camps}`)],
    );
    expect(one(neither.votes, 1)).toMatchObject({ taken: 'roll-calls', taken_for: 'years' });
  });

  it('takes the list in which members vote with those they otherwise vote with', async () => {
    const names = Array.from({ length: 16 }, (_, i) => i + 2);
    const day = (n: number): { date: string } => ({ date: `2005-12-${String(n).padStart(2, '0')}` });
    const slipped = `nn${camps.slice(2, 20)}yy${camps.slice(22)}`;
    const others = names.map((n) => (n % 2 ? camps : turned));
    const rolls = [roll('R/60/1', slipped), ...names.map((n, i) => roll(`R/60/${n}`, others[i]!, day(n)))];
    const records = [
      record('A/RES/60/1', camps),
      ...names.map((n, i) => record(`A/RES/60/${n}`, others[i]!, day(n))),
    ];
    const { votes } = await reconcile(rolls, records);
    expect(one(votes, 1)).toMatchObject({ taken: 'library', taken_for: 'company' });
    const kept = await reconcile(
      [roll('R/60/1', camps), ...rolls.slice(1)],
      [record('A/RES/60/1', slipped), ...records.slice(1)],
    );
    expect(one(kept.votes, 1)).toMatchObject({ taken: 'roll-calls', taken_for: 'company' });
  });

  it('takes the Library where Voeten’s list is another vote’s', async () => {
    const { votes } = await reconcile([roll('R/60/1', 'y'.repeat(40))], [record('A/RES/60/1', camps)]);
    expect(votes).toEqual([
      { vote: 1, record: 300_001, how: 'symbol alone', taken: 'library', taken_for: 'symbol' },
    ]);
  });

  it('leaves out a roll call that tells a vote again, and counts it', async () => {
    const { votes, lost } = await reconcile(
      [roll('R/60/1', camps), roll('R/60/1', `a${camps.slice(1)}`)],
      [record('A/RES/60/1', `a${camps.slice(1)}`)],
    );
    expect(votes.map((v) => [v['vote'], v['record']])).toEqual([[1, 300_001]]);
    expect(lost).toEqual(['1 a roll call that tells a vote again']);
  });

  it('leaves out the record of a whole text beside those of its parts, and counts it', async () => {
    const { votes, lost } = await reconcile(
      [roll('R/40/257A', camps, { session: 40, date: '1985-12-04' })],
      [
        record('A/RES/40/257', camps, { session: 40, date: '1985-12-18' }),
        record('A/RES/40/257[A]', camps, { session: 40, date: '1985-12-18' }),
      ],
    );
    expect(votes.map((v) => v['vote'])).toEqual([1]);
    expect(lost).toEqual(['1 one vote on several parts of a text, told by another record']);
  });
});

describe('symbols of roll calls that the Library does not hold', () => {
  const symbol = async (unres: string, session: number): Promise<unknown> => {
    db = await openDatabase();
    const [row] = await db.rows(`SELECT ${symbolOfRollCall(`'${unres}'`, String(session))} AS symbol`);
    return row!['symbol'];
  };
  it.each([
    ['R/28/3061B', 28, 'A/RES/3061(XXVIII)B'],
    ['R/60/197', 60, 'A/RES/60/197'],
    ['A/RES/75/254[B]', 75, 'A/RES/75/254B'],
    ['R/33/116B/VII', 33, 'A/RES/33/116B-VII'],
    ['R/33/422', 33, 'A/DEC/33/422'],
    ['R/36/324', 36, 'A/DEC/36/324'],
    ['R/73/326', 73, 'A/RES/73/326'],
    ['A/RES/ES-10/19', 72, 'A/RES/ES-10/19'],
    ['R/1/66', 1, null],
    ['R/15/854', 15, null],
    ['R/22/854', 22, null],
    ['ESS/5/70', 22, null],
  ])('%s of session %d: %s', async (unres, session, expected) => {
    expect(await symbol(unres, session)).toBe(expected);
  });
});
