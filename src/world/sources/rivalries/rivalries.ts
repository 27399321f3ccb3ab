import type { VariableCard } from '../../cards.js';
import { identifier } from '../../sql.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import { resolvePair } from '../resolve-pair.js';
import type { Reading, Source } from '../source.js';

const file = 'relations/strategic-rivalries-tss.csv';

const absent =
  'The list holds every strategic rivalry between states: two members without a row in a year of 1816–2020 were no rivals.';

const flag = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} The first and the last year of a rivalry count as years of it.`,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'rivals' },
  symmetric: true,
  absentIsZero: absent,
});

/** Our name of a type of rivalry → upstream’s, and what the rivals contend about. */
const types = {
  positional: 'relative rank or influence',
  spatial: 'territory',
  ideological: 'the merits of their beliefs or systems',
  interventionary: 'one’s interference in the affairs of the other',
} as const;
const typeNames = Object.keys(types) as (keyof typeof types)[];

/**
 * Strategic rivalries: pairs of states whose decision makers see in each other a competitor, an enemy and a source of
 * threats that may become military (Thompson 2001), 1816–2020. Perception decides, not the number of clashes. Spells
 * in years are turned into a row a pair and year, in both directions.
 */
export const rivalries: Source = {
  folder: 'rivalries',
  card: {
    name: 'rivalries',
    title: 'Strategic rivalries',
    version: '2021',
    citation:
      'Thompson, W. R., Sakuwa, K. & Suhas, P. H. (2021). Analyzing Strategic Rivalries in World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation. Springer. As carried by Miller, S. V., peacesciencer (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'Eight rivalries have the number of another state (mended.csv): those of Austria with Prussia, of North Yemen (three) and South Yemen, of Equatorial Guinea, and, by their names too, Malawi–Tanzania (Tunisia) and Guinea-Bissau–Senegal (Guinea). Austria after 1918 stands under the number of the empire.',
      'France and Germany are rivals to 1955; Germany left the system in 1945.',
      'Rivalries that went on in 2020 end there.',
    ],
  },
  tables: [
    {
      name: 'rivalry_years',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Pairs of members that were strategic rivals in the year, in both directions, and what about.',
      years: { from: 1816, to: 2020 },
      variables: [
        flag('strategic_rivalry', 'Strategic rivalry', '1 if the two were strategic rivals.'),
        ...typeNames.map((t) =>
          flag(
            `rivalry_${t}`,
            `Rivalry, ${t}`,
            `1 if the two were strategic rivals over ${types[t]}. A rivalry may have several types.`,
          ),
        ),
      ],
    },
    {
      name: 'strategic_rivalries',
      level: 'episode',
      key: ['rivalry'],
      says: 'Each rivalry that lasted beyond 1815: `rivalry` is upstream’s number, `from_year` and `to_year` upstream’s (2020 where it went on), whether or not both were members; types as in rivalry_years; `principal` the main rival of both, `principal_of_one` of one of them.',
      years: { from: 1816, to: 2020 },
      variables: [],
    },
  ],
  async read(reading) {
    const numbers = ['tssr_id', 'ccode1', 'ccode2', 'start', 'end', ...typeNames, 'principal', 'aprin'];
    await reading.csv(file, 'raw', { columns: [...numbers, 'rivalry'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['tssr_id'], file });
    await mend(reading);
    await resolvePair(reading, {
      from: 'rivals_by_year',
      into: 'members',
      keys: ['a', 'b'],
      year: 'year',
      file,
      codes: 'cow',
    });
    const flags = typeNames.map((t) => `max(${identifier(t)})::TINYINT AS rivalry_${t}`).join(', ');
    await reading.run(
      `CREATE TABLE once AS SELECT state1::SMALLINT AS a, state2::SMALLINT AS b, year::SMALLINT AS year, 1::TINYINT AS strategic_rivalry, ${flags} FROM members GROUP BY ALL`,
    );
    await reading.write(
      'rivalry_years',
      `SELECT a AS ccode1, b AS ccode2, * EXCLUDE (a, b) FROM once UNION ALL SELECT b, a, * EXCLUDE (a, b) FROM once`,
    );
    await reading.write(
      'strategic_rivalries',
      `SELECT rivalry::SMALLINT AS rivalry, name, a::SMALLINT AS ccode1, b::SMALLINT AS ccode2, start::SMALLINT AS from_year, "end"::SMALLINT AS to_year,
       ${typeNames.map(identifier).join(', ')}, principal, principal_of_one FROM rivals`,
    );
  },
};

/** `rivals`: the spells that last beyond 1815, under the right numbers; `rivals_by_year`: a row a year of each. */
async function mend(reading: Reading): Promise<void> {
  await reading.ownCsv('mended.csv', 'mended', ['rivalry', 'name', 'called', 'ccode1', 'ccode2', 'note']);
  await reading.check(
    'the rivalries of mended.csv have the names and wrong numbers that they had',
    `SELECT string_agg(r.ccode1 || '-' || r.ccode2, ' ' ORDER BY r.tssr_id::INT) FROM raw r JOIN mended m ON m.rivalry = r.tssr_id AND m.name = r.rivalry`,
    '255-305 670-679 670-679 663-679 553-616 679-698 438-481 433-438',
  );
  await reading.check(
    '264 rivalries, none after 2020 and none that ends before it begins',
    `SELECT count(*) || ' ' || max("end"::INT) || ' ' || count(*) FILTER ("end"::INT < start::INT) FROM raw`,
    '264 2020 0',
  );
  const known = [...typeNames, 'principal'].map(
    (t) => `coalesce(as_integer(r.${identifier(t)}), 0)::TINYINT AS ${identifier(t)}`,
  );
  await reading.run(`CREATE TABLE rivals AS SELECT r.line, r.tssr_id::INTEGER AS rivalry, coalesce(m.called, r.rivalry) AS name, coalesce(m.ccode1, r.ccode1) AS a,
    coalesce(m.ccode2, r.ccode2) AS b, r.start::INTEGER AS start, r."end"::INTEGER AS "end", ${known.join(', ')},
    coalesce(as_integer(r.aprin), 0)::TINYINT AS principal_of_one FROM raw r LEFT JOIN mended m ON m.rivalry = r.tssr_id WHERE r."end"::INTEGER >= 1816`);
  const [early] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM raw WHERE "end"::INTEGER < 1816`);
  reading.lose('a rivalry that ended before the state system begins', Number(early?.['n']));
  await reading.run(
    `CREATE TABLE rivals_by_year AS SELECT s.*, y::INTEGER AS year FROM rivals s, range(greatest(start, 1816), "end" + 1) AS r(y)`,
  );
}
