import type { Reading, Source } from '../source.js';
import { recognitionTables } from './tables.js';

const spellsFile = 'facts/recognition_of_china.csv';
const countsFile = 'facts/recognition_counts_stated.csv';
const last = 2024;

/** Who recognised which China, 1949–2024: spells as read, totals as stated, and counts by year. */
export const recognition: Source = {
  folder: 'recognition',
  card: {
    name: 'recognition',
    title: 'Recognition of Beijing and Taipei',
    version: '1949–2024',
    citation:
      'Entente (2026). Recognition of Beijing and Taipei: facts/recognition_of_china.csv and facts/recognition_counts_stated.csv, with a citation in every row.',
    terms: 'own',
    files: [spellsFile, countsFile],
    defects: [
      'Breaks with Beijing that were not read are missing: Indonesia 1967–1990 is one, named in a source without its dates. The state then stands as recognising.',
      'Relations with Taipei before 1990 are too thin to count.',
      'Where dates of both sides overlap at the end of a year, the state is counted with Taipei: Guinea-Bissau before 1998.',
      'Many dates were read in copies of the list of the Chinese Ministry of Foreign Affairs.',
    ],
  },
  tables: recognitionTables,
  async read(reading) {
    await readSpells(reading);
    await readCounts(reading);
    await writeYears(reading);
  },
};

async function readSpells(reading: Reading): Promise<void> {
  await reading.csv(spellsFile, 'raw', {
    columns: ['state', 'iso3', 'side', 'from', 'to', 'source', 'read_at', 'note'],
  });
  await reading.check(
    'sides are beijing and taipei; one of the dates is there, in order',
    `SELECT count(*)::INTEGER FROM raw WHERE side NOT IN ('beijing', 'taipei') OR coalesce("from", "to") IS NULL OR left("to", 4) < left("from", 4)`,
    0,
  );
  // On 31 December: from the year of the first date to the year before that of the last.
  await reading.run(
    `CREATE TABLE spell_years AS SELECT line, state, side, unnest(range(coalesce(left("from", 4)::INT, 1949), coalesce(left("to", 4)::INT, ${last + 1})))::SMALLINT AS year FROM raw`,
  );
  await reading.resolve({
    from: 'spell_years',
    into: 'placed',
    key: 'state',
    year: 'year',
    file: spellsFile,
  });
  await reading.inSystem({ from: 'placed', into: 'held', year: 'year' });
  await reading.write(
    'recognition_spells',
    `SELECT line::SMALLINT AS spell, state, iso3, side, "from" AS from_date, "to" AS to_date, note FROM raw`,
  );
}

async function readCounts(reading: Reading): Promise<void> {
  await reading.csv(countsFile, 'counts', {
    columns: ['date', 'side', 'what', 'states', 'source', 'read_at', 'note'],
  });
  await reading.check(
    'sides are beijing and taipei, and counts are totals or losses',
    `SELECT count(*)::INTEGER FROM counts WHERE side NOT IN ('beijing', 'taipei') OR what NOT IN ('total', 'broke_relations') OR try_cast(states AS INTEGER) IS NULL`,
    0,
  );
  await reading.write(
    'recognition_counts',
    `SELECT line::SMALLINT AS count, date, side, what, states::SMALLINT AS states, source, note FROM counts`,
  );
}

async function writeYears(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE known AS SELECT DISTINCT ccode FROM held;
    CREATE TABLE flags AS SELECT s.ccode, s.year,
      bool_or(h.side = 'taipei') AS taipei, bool_or(h.side = 'beijing') AS beijing
    FROM state_years s JOIN known USING (ccode) LEFT JOIN held h ON h.ccode = s.ccode AND h.year = s.year
    WHERE s.year BETWEEN 1949 AND ${last} AND s.member_at_end = 1 AND s.ccode NOT IN (710, 713) GROUP BY s.ccode, s.year`);
  await reading.write(
    'recognition_state_years',
    `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year,
     (coalesce(beijing, false) AND NOT coalesce(taipei, false))::TINYINT AS recognises_beijing,
     CASE WHEN year >= 1990 THEN coalesce(taipei, false)::TINYINT END AS recognises_taipei FROM flags`,
  );
  const stated = (side: string): string =>
    `(SELECT arg_max(states::SMALLINT, date) FROM counts c WHERE c.side = '${side}' AND c.what = 'total' AND left(c.date, 4)::INT = f.year)`;
  await reading.write(
    'recognition_years',
    `SELECT f.year::SMALLINT AS year, count(*) FILTER (beijing AND NOT coalesce(taipei, false))::SMALLINT AS beijing_recognised_by, any_value(${stated('beijing')}) AS beijing_recognised_by_stated,
     CASE WHEN f.year >= 1990 THEN count(*) FILTER (taipei)::SMALLINT END AS taipei_recognised_by, any_value(${stated('taipei')}) AS taipei_recognised_by_stated
     FROM flags f GROUP BY f.year`,
  );
}
