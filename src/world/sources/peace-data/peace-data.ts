import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';
import { peaceTable } from './tables.js';

const file = 'relations/peace-data-3-1-spells.csv';

/** Most spells that upstream’s rows have room for. */
const spells = 10;
const columns = ['dyad', ...Array.from({ length: spells }, (_, i) => [`s${i + 1}`, `l${i + 1}`]).flat()];

/**
 * The Peace Data of Goertz, Diehl and Balas, 1900–2020: relationships of states on a scale from severe rivalry over
 * negative peace to security community. Rebuilt here from the spells, which have exact dates: upstream’s own
 * dyad-years are means over months in which transitions are interpolated.
 *
 * A spell from or to an unknown day (00) reaches to the first or last day of its month or year; 19009999 is before
 * 1900, 20209999 goes on after 2020. −9 is a transition: no level. Pairs without a relationship are not coded at all,
 * which is not negative peace.
 */
export const peaceData: Source = {
  folder: 'peace-data',
  card: {
    name: 'peace-data',
    title: 'Peace Data',
    version: '3.1 (2023)',
    citation:
      'Goertz, G., Diehl, P. F. & Balas, A. (2016). The Puzzle of Peace: The Evolution of Peace in the International System. Oxford University Press. Diehl, P. F., Goertz, G. & Gallegos, Y. (2021). Peace Data: Concept, Measurement, Patterns, and Research Agenda. Conflict Management and Peace Science 38(5):605–624. Version 3.1.',
    terms: 'attribution, non-commercial',
    files: [file],
    defects: [
      'No header, rows padded with empty fields; one stray dot.',
      'Five dates are misprints (mended.csv).',
      'West Germany stands under the number of Germany (255) in 1955–1989; 1990 goes to united Germany. Kiribati and Tuvalu have numbers of nobody (936, 937) in their pairs with Vanuatu.',
      'States under occupation or before they entered the system have relationships too: lost.',
    ],
  },
  tables: [peaceTable],
  async read(reading) {
    await reading.csv(file, 'raw', { columns, header: false });
    await checkUpstream(reading);
    await readSpells(reading);
    await reading.run(pairYears);
    await resolvePair(reading, {
      from: 'pair_years',
      into: 'members',
      keys: ['a', 'b'],
      year: 'year',
      file,
      codes: 'cow',
    });
    const values = `year::SMALLINT AS year, peace_level, peace_missing, peace_level_lowest, peace_level_mean, peace_transition`;
    await reading.write(
      'peace_data',
      `SELECT state1::SMALLINT AS ccode1, state2::SMALLINT AS ccode2, ${values} FROM members
       UNION ALL SELECT state2::SMALLINT, state1::SMALLINT, ${values} FROM members`,
    );
  },
};

/** `spells(line, dyad, begins, ends, level)`: level NULL in transition; misprints mended; none reaches into the next. */
async function readSpells(reading: Reading): Promise<void> {
  await reading.ownCsv('mended.csv', 'mended', ['dyad', 'spell', 'mended', 'note']);
  await reading.check(
    'every misprint of mended.csv is there',
    `SELECT count(*)::INTEGER FROM mended m WHERE NOT EXISTS (FROM listed r WHERE r.dyad = m.dyad AND r.spell = m.spell)`,
    0,
  );
  await reading.run(`CREATE TABLE dated AS SELECT r.line, r.dyad, r.level, left(coalesce(m.mended, r.spell), 8) AS s, right(coalesce(m.mended, r.spell), 8) AS e
    FROM listed r LEFT JOIN mended m ON m.dyad = r.dyad AND m.spell = r.spell`);
  await reading.run(`CREATE TABLE spells AS SELECT line, dyad, nullif(level::DOUBLE, -9) AS level, begins,
    least(ends, coalesce(lead(begins) OVER (PARTITION BY dyad ORDER BY begins) - 1, ends))::DATE AS ends
    FROM (SELECT *, ${day('s', false)} AS begins, ${day('e', true)} AS ends FROM dated)`);
}

/** The first or last day that an eight-digit date may mean. */
function day(column: string, last: boolean): string {
  const [y, m, d] = [`${column}[1:4]`, `${column}[5:6]`, `${column}[7:8]`];
  const month = last
    ? `CASE WHEN ${m} IN ('00', '99') THEN '12' ELSE ${m} END`
    : `CASE WHEN ${m} IN ('00', '99') THEN '01' ELSE ${m} END`;
  const first = `(${y} || '-' || ${month} || '-01')::DATE`;
  return `CASE WHEN ${d} NOT IN ('00', '99') THEN (${y} || '-' || ${m} || '-' || ${d})::DATE ${last ? `ELSE last_day(${first})` : `ELSE ${first}`} END`;
}

/** One row a pair and year that a spell touches; the last spell of the year gives the level at its end. */
const pairYears = `CREATE TABLE pair_years AS SELECT min(line) AS line, dyad[:-4] AS a, dyad[-3:]::INTEGER::VARCHAR AS b, year,
  arg_max(coalesce(level, -9), begins) AS at_end, nullif(at_end, -9)::FLOAT AS peace_level, CASE WHEN at_end = -9 THEN 'transition' END AS peace_missing,
  min(level)::FLOAT AS peace_level_lowest, round(sum(level * days) / sum(days) FILTER (level IS NOT NULL), 4) AS peace_level_mean,
  max((level IS NULL)::INTEGER)::TINYINT AS peace_transition
  FROM (SELECT s.*, y::INTEGER AS year, date_diff('day', greatest(begins, make_date(y::INT, 1, 1)), least(ends, make_date(y::INT, 12, 31))) + 1 AS days
    FROM spells s, range(year(begins), year(ends) + 1) AS r(y)) GROUP BY dyad, year`;

/** What the reader rests on; makes `listed`, one row a spell as printed. */
async function checkUpstream(reading: Reading): Promise<void> {
  const each = Array.from(
    { length: spells },
    (_, i) =>
      `SELECT line, dyad, s${i + 1} AS spell, l${i + 1} AS level, ${i + 1} AS place FROM raw WHERE s${i + 1} IS NOT NULL AND s${i + 1} NOT IN ('', '.')`,
  );
  await reading.run(`CREATE TABLE listed AS ${each.join(' UNION ALL ')}`);
  await reading.check(
    '2,688 pairs and 3,746 spells',
    `SELECT (SELECT count(DISTINCT dyad) FROM raw) || ' ' || (SELECT count(*) FROM listed)`,
    '2688 3746',
  );
  await reading.check(
    'levels are quarters from 0 to 1, or −9',
    `SELECT string_agg(DISTINCT level, ' ' ORDER BY level) FROM listed`,
    '-9 0 0.25 0.5 0.75 1',
  );
  await reading.check(
    'spells are two dates of eight digits',
    `SELECT count(*)::INTEGER FROM listed WHERE NOT regexp_full_match(spell, '\\d{8}-\\d{8}')`,
    0,
  );
}
