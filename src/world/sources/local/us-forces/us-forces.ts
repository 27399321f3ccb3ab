import { refuseDoubles } from '../../refuse-doubles.js';
import { refuseNonNumbers } from '../../refuse-non-numbers.js';
import type { Source } from '../../source.js';

const file = 'nuclear/us-strategic-forces.csv';

const legs = [
  { leg: 'Land', name: 'us_icbms', title: 'Intercontinental missiles of the United States' },
  { leg: 'Sea', name: 'us_slbms', title: 'Missiles on submarines of the United States' },
  { leg: 'Air', name: 'us_bombers', title: 'Strategic bombers of the United States' },
] as const;

/** American strategic forces by system, 1945–2023; from the user’s own copy. */
export const usForces: Source = {
  folder: 'local/us-forces',
  card: {
    name: 'us-forces',
    title: 'US strategic forces by system',
    version: '1945–2023',
    citation:
      'Kielar, P. US strategic nuclear forces by system, 1945–2023; from the International Institute for Strategic Studies, the Natural Resources Defense Council, SIPRI and the Federation of American Scientists.',
    terms: 'local',
    files: [file],
    defects: [
      'A blank number is a system not in service. Bombs carried before the missiles are not counted, so warheads do not add up before 1970.',
    ],
  },
  tables: [
    {
      name: 'us_strategic_systems',
      level: 'episode',
      key: ['year', 'system', 'kind'],
      says: 'Number in service by year and system; `kind` Delivery Vehicle or Warhead, `leg` Land, Sea, Air or Theater-Range. Systems not in service in the year have no row.',
      years: { from: 1945, to: 2023 },
      variables: [],
    },
    {
      name: 'us_launchers',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Delivery vehicles of the United States by leg of the triad; other states have no row.',
      years: { from: 1945, to: 2023 },
      variables: legs.map(({ name, title }) => ({
        name,
        title,
        definition: `${title} in service, all types together. Only the United States have a value.`,
        unit: 'delivery vehicles',
        scale: { low: 0, higher: 'more' },
      })),
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['Year', 'System', 'Number', 'Type', 'Leg'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'Number'], file });
    await refuseDoubles(reading, { from: 'raw', key: ['Year', 'System', 'Type'], file });
    await reading.check(
      '48 systems in each year of 1945–2023',
      `SELECT count(*) || ' ' || min(Year) || ' ' || max(Year) || ' ' || count(DISTINCT System || Type) FROM raw`,
      '3792 1945 2023 48',
    );
    await reading.run(
      `CREATE TABLE systems AS SELECT Year::SMALLINT AS year, System AS system, Type AS kind, Leg AS leg, as_integer(Number) AS number FROM raw`,
    );
    await reading.write('us_strategic_systems', 'FROM systems WHERE number > 0');
    const sums = legs.map((l) => `coalesce(sum(number) FILTER (leg = '${l.leg}'), 0)::INTEGER AS ${l.name}`);
    await reading.write(
      'us_launchers',
      `SELECT 2::SMALLINT AS ccode, year, ${sums.join(', ')} FROM systems WHERE kind = 'Delivery Vehicle' GROUP BY year`,
    );
  },
};
