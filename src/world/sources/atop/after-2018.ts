import { fail } from '../../../kernel/errors.js';
import { resolveIso3 } from '../iso3.js';
import type { Reading } from '../source.js';

export const changesFile = 'facts/alliance_changes_after_2018.csv';

/** Last year to which alliances are carried. */
const last = 2025;

const one = (column: string, allowed: readonly string[]): string =>
  `${column} IS NULL OR ${column} NOT IN (${allowed.map((x) => `'${x}'`).join(', ')})`;

/** Stops the build at the first row of the changes that `sql` (which yields `line`) finds. */
async function refuse(reading: Reading, what: string, sql: string): Promise<void> {
  const bad = (await reading.rows(`SELECT min(line) AS line FROM (${sql})`))[0]?.['line'];
  if (bad === null || bad === undefined) return;
  fail('world/facts-invalid', what, { at: { file: changesFile, line: Number(bad) + 1 } });
}

/**
 * Alliances of 2019–2025. Needs `members` (ATOP’s, with `atopid`, `state`, `exited` and five obligations); makes
 * `later(ccode1, ccode2, year, defence)`, one row a directed pair with any obligation.
 *
 * The unit carried is the tie: one treaty between two states. So a state that leaves one treaty keeps what it owes
 * under another. Of the changes only those with status `in_force` are applied: `enter` opens ties between the
 * parties, and between them and the others; `leave` closes them. A change that ends a tie that is not there, or
 * opens one that is, stops the build (`world/facts-invalid`).
 */
export async function alliancesAfter2018(reading: Reading): Promise<void> {
  await readChanges(reading);
  const applied = (action: string): string =>
    `SELECT c.line, c.treaty, p.a, p.b, c.date::DATE AS date, contains(coalesce(c.obligations, ''), 'defence')::TINYINT AS defence
     FROM changes c JOIN pairs p USING (line) WHERE c.status = 'in_force' AND c.action = '${action}'`;
  await reading.run(`CREATE TABLE entries AS ${applied('enter')}; CREATE TABLE exits AS ${applied('leave')}`);
  await reading.run(`CREATE TABLE ties AS
    SELECT x.atopid AS treaty, x.state AS a, y.state AS b, DATE '2019-01-01' AS begins, max(greatest(x.defence, y.defence))::TINYINT AS defence
    FROM members x JOIN members y ON y.atopid = x.atopid AND y.phase = x.phase AND y.state <> x.state
    WHERE x.exited IS NULL AND y.exited IS NULL AND ${someObligation('x')} + ${someObligation('y')} > 0 GROUP BY ALL`);
  await refuse(
    reading,
    'enters an alliance that was in force already',
    `SELECT line FROM entries e JOIN ties t USING (treaty, a, b)`,
  );
  await reading.run(`INSERT INTO ties SELECT treaty, a, b, date, defence FROM entries`);
  await refuse(
    reading,
    'leaves an alliance that was not in force',
    `SELECT line FROM exits x WHERE NOT EXISTS (FROM ties t WHERE t.treaty = x.treaty AND t.a = x.a AND t.b = x.b AND t.begins <= x.date)`,
  );
  await reading.run(`CREATE TABLE later AS
    SELECT t.a AS ccode1, t.b AS ccode2, y::SMALLINT AS year, max(t.defence)::TINYINT AS defence
    FROM ties t LEFT JOIN exits x ON x.treaty = t.treaty AND x.a = t.a AND x.b = t.b AND x.date >= t.begins, range(2019, ${last + 1}) AS r(y)
    WHERE y BETWEEN year(t.begins) AND coalesce(year(x.date), ${last}) GROUP BY ALL`);
}

const someObligation = (m: string): string =>
  `greatest(${m}.defence, ${m}.offence, ${m}.neutrality, ${m}.nonaggression, ${m}.consultation)`;

/** Reads the reviewed table into `changes` and `pairs(line, a, b)`: the pairs of states that a row is about, both ways. */
async function readChanges(reading: Reading): Promise<void> {
  await reading.csv(changesFile, 'changes', {
    columns: [
      'id',
      'date',
      'action',
      'status',
      'treaty',
      'parties',
      'others',
      'obligations',
      'source',
      'read_at',
      'note',
    ],
  });
  await refuse(
    reading,
    'the action is neither enter nor leave',
    `SELECT line FROM changes WHERE ${one('action', ['enter', 'leave'])}`,
  );
  await refuse(
    reading,
    'the status is none of in_force, signed, announced, disputed, unchanged',
    `SELECT line FROM changes WHERE ${one('status', ['in_force', 'signed', 'announced', 'disputed', 'unchanged'])}`,
  );
  await refuse(
    reading,
    'a change in force has no day after 2018',
    `SELECT line FROM changes WHERE status = 'in_force' AND coalesce(try_cast(date AS DATE), DATE '2018-01-01') <= DATE '2018-12-31'`,
  );
  await refuse(
    reading,
    'an alliance that enters force has no obligation, or an unknown one',
    `SELECT line FROM (SELECT line, unnest(string_split(coalesce(obligations, ''), ';')) AS o FROM changes WHERE status = 'in_force' AND action = 'enter')
     WHERE ${one('o', ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'])}`,
  );
  await reading.run(`CREATE TABLE named AS
    SELECT line, left(date, 4)::INTEGER AS year, unnest(string_split(parties, ';')) AS iso3, true AS party FROM changes
    UNION ALL SELECT line, left(date, 4)::INTEGER, unnest(string_split(others, ';')), false FROM changes`);
  await resolveIso3(reading, {
    from: 'named',
    into: 'placed_parties',
    key: 'iso3',
    year: `least(year, ${last})`,
    file: changesFile,
  });
  await reading.run(`CREATE TABLE pairs AS SELECT DISTINCT p.line, p.ccode AS a, q.ccode AS b
    FROM placed_parties p JOIN placed_parties q ON q.line = p.line AND q.ccode <> p.ccode WHERE p.party OR q.party`);
}
