import { fail } from '../../../kernel/errors.js';
import { literal } from '../../sql.js';
import { resolveIso3 } from '../iso3.js';
import type { Reading, Source } from '../source.js';
import { clubs } from './bodies.js';
import { clubTables } from './tables.js';

const file = 'facts/memberships.csv';
const last = 2025;

/** What a row may say; anything else is a slip. */
const kinds = {
  status:
    "'member', 'observer', 'dialogue partner', 'partner', 'participant', 'approved', 'signatory', 'disputed', 'declined'",
  precision: "'day', 'month', 'year', 'unknown'",
};

/**
 * The dated members of the main clubs, compiled by hand: a row a membership, with what it is dated by, how precisely,
 * and where it was read. Clubs that no data set of organisations holds (G7, Quad, BRICS …), and those it ends too
 * early for. A state is a member in a year if it was one on any day, the rule of the state system itself.
 */
export const clubsSource: Source = {
  folder: 'clubs',
  card: {
    name: 'clubs',
    title: 'Members of the main clubs',
    version: 'read on 21 November 2026, to 2025',
    citation:
      'Entente (2026). Members of the main clubs of states: facts/memberships.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'Days of NATO since 1999 rest on one roster; years are confirmed elsewhere.',
      'AIIB: days of joining are known for 17 of its members; 37 founders joined between 2015-12-26 and 2020-03-31, and 46 others are known as approved only. There is no flag for it.',
      'Since when thirteen dialogue partners of the SCO are so was not read.',
    ],
  },
  tables: clubTables,
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'body',
        'member',
        'iso3',
        'status',
        'from',
        'precision',
        'dated_by',
        'to',
        'source',
        'read_at',
      ],
    });
    await refuseSlips(reading);
    const [stateless] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM raw WHERE iso3 IS NULL`);
    reading.lose('a member that is no state of the system', Number(stateless?.['n']));
    await reading.run(
      `CREATE TABLE states_only AS SELECT *, coalesce(left("from", 4), '${last}') AS first, left("to", 4)::INT AS ends FROM raw WHERE iso3 IS NOT NULL`,
    );
    await resolveIso3(reading, { from: 'states_only', into: 'placed', key: 'iso3', year: 'first', file });
    // Who bore the code in each year: Germany’s membership passes to the united state.
    await reading.run(`CREATE TABLE held AS SELECT p.* EXCLUDE (ccode), n.ccode, y::INT AS year FROM placed p, range(first::INT, coalesce(ends, ${last}) + 1) AS r(y)
      JOIN spells_named n ON n.iso3c = p.iso3 AND y BETWEEN n.from_year AND n.to_year`);
    await reading.write(
      'clubs',
      `SELECT body, ccode::SMALLINT AS ccode, row_number() OVER (PARTITION BY body, ccode ORDER BY min(year) FILTER ("from" IS NOT NULL), line)::TINYINT AS spell, status,
       "from" AS since, "to" AS until, dated_by, CASE WHEN "from" IS NOT NULL THEN min(year)::SMALLINT END AS from_year, CASE WHEN max(year) < ${last} OR ends IS NOT NULL THEN max(year)::SMALLINT END AS to_year
       FROM held GROUP BY line, body, ccode, status, "from", "to", dated_by, ends`,
    );
    await writeFlags(reading);
  },
};

async function writeFlags(reading: Reading): Promise<void> {
  const flags = clubs.map((c) => {
    const of = `h.body = ${literal(c.body)}`;
    return `CASE WHEN s.year BETWEEN ${c.years.from} AND ${c.years.to} THEN CASE WHEN bool_or(${of} AND h.status = 'member') THEN 1 WHEN bool_or(${of} AND h.status = 'disputed') THEN NULL ELSE 0 END END::TINYINT AS ${c.variable}`;
  });
  await reading.write(
    'club_state_years',
    `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, ${flags.join(', ')} FROM state_years s
     LEFT JOIN held h ON h.ccode = s.ccode AND h.year = s.year AND h."from" IS NOT NULL WHERE s.year BETWEEN 1946 AND ${last} GROUP BY s.ccode, s.year`,
  );
}

/** Stops the build (`world/facts-invalid`, at the row) where a row says what no row may. */
async function refuseSlips(reading: Reading): Promise<void> {
  const long = `CASE length("from") WHEN 10 THEN 'day' WHEN 7 THEN 'month' WHEN 4 THEN 'year' ELSE 'unknown' END`;
  const rules: readonly [string, string][] = [
    [`coalesce(status, '') NOT IN (${kinds.status})`, 'an unknown status'],
    [`coalesce(precision, '') NOT IN (${kinds.precision})`, 'an unknown precision'],
    [`coalesce(${long}, 'unknown') <> precision`, 'a precision that is not that of the date'],
    [`"to" < left("from", length("to"))`, 'an end before the beginning'],
    [`source IS NULL OR read_at IS NULL`, 'no source'],
  ];
  for (const [wrong, what] of rules) {
    const [bad] = await reading.rows(
      `SELECT line, body, member FROM raw WHERE ${wrong} ORDER BY line LIMIT 1`,
    );
    if (bad) {
      fail('world/facts-invalid', `${what}: ${String(bad['body'])}, ${String(bad['member'])}`, {
        at: { file, line: Number(bad['line']) + 1 },
        hint: 'see facts/README.md for what a row may say',
      });
    }
  }
}
