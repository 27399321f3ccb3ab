import type { VariableCard } from '../../cards.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import type { Source } from '../source.js';

const stockpiles = 'nuclear/fas-stockpiles.csv';
const inventories = 'nuclear/fas-inventories-by-status.csv';

const others =
  'The Federation estimates every state that has or had nuclear weapons of its own (ten, South Africa among them); all others have none. Soviet warheads left in Belarus, Kazakhstan and Ukraine are counted with Russia.';

const warheads = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} An estimate, not a count.`,
  unit: 'warheads',
  scale: { low: 0, higher: 'more warheads' },
  absentIsZero: others,
});

const status = {
  warheads_deployed_strategic: 'nuclear_weapons_depl_strat',
  warheads_deployed_nonstrategic: 'nuclear_weapons_depl_nonstrat',
  warheads_reserve: 'nuclear_weapons_reserve_nondepl',
  warheads_retired: 'nuclear_weapons_retired',
  warheads_inventory: 'nuclear_weapons_inventory',
} as const;

/**
 * Estimates of nuclear warheads by the Federation of American Scientists: stockpiles by state and year, 1945–2023, and
 * the inventories of 2022 and 2023 by what the warheads are: deployed, in reserve, retired. A stockpile is what is in
 * military custody and leaves out warheads that are retired and wait to be dismantled; an inventory counts them.
 */
export const fas: Source = {
  folder: 'fas',
  card: {
    name: 'fas',
    title: 'Nuclear warheads',
    version: 'estimates of March 2023 and February 2022, as carried by Our World in Data',
    citation:
      'Kristensen, H. M., Korda, M., Norris, R. S. & Reynolds, E. (2023). Status of World Nuclear Forces. Federation of American Scientists. Carried by Our World in Data.',
    terms: 'CC BY 4.0',
    files: [stockpiles, inventories],
    defects: [
      'Years between two estimates are interpolated: Russia falls by 1,038 warheads in each year from 2002 to 2005, China has 235 in each from 2001 to 2008, Israel and South Africa rise evenly. No break or turn of a trend can be dated by them.',
      'India and Pakistan have no stockpile before 1998 and North Korea none before 2015, long after they could have built weapons: 0 is no warhead that was counted.',
      'The series joins estimates of different years: North Korea has 35 in 2020 and 20 in 2021, China 290 in 2019 and 350 in 2020.',
      'The world’s total is no sum of the states: it has retired warheads from some year on, and differs from the sum in every year. Left out.',
      'For 2022 the inventories hold 350 warheads of China, 20 of North Korea and 225 of the United Kingdom (45 of them retired), where the stockpiles hold 390, 25 and 225.',
    ],
  },
  tables: [
    {
      name: 'fas_stockpiles',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Estimated nuclear warheads in military stockpiles, of the ten states that have or had any.',
      years: { from: 1945, to: 2023 },
      variables: [
        {
          ...warheads(
            'nuclear_stockpile',
            'Nuclear stockpile',
            'Warheads in the military stockpile: deployed and in reserve, strategic and not; retired ones are left out. It says nothing of yield, range or readiness.',
          ),
          defects: [
            'Interpolated between estimates: no use for dating breaks in a trend.',
            'North Korea falls from 35 to 20 between 2020 and 2021, a change of estimate.',
          ],
        },
      ],
    },
    {
      name: 'fas_inventories',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Estimated nuclear warheads of the nine states that have them, by status, early in 2022 and in 2023.',
      years: { from: 2022, to: 2023 },
      variables: [
        warheads(
          'warheads_deployed_strategic',
          'Deployed strategic warheads',
          'Warheads on intercontinental missiles and at bases of heavy bombers; 0 where warheads are thought to be stored apart from their launchers.',
        ),
        warheads(
          'warheads_deployed_nonstrategic',
          'Deployed non-strategic warheads',
          'Warheads at bases with operational short-range delivery: those of the United States in Europe.',
        ),
        warheads(
          'warheads_reserve',
          'Warheads in reserve',
          'Warheads in military custody that are not deployed, Russia’s non-strategic ones among them.',
        ),
        warheads(
          'warheads_retired',
          'Retired warheads',
          'Warheads out of military service that are intact and wait to be dismantled.',
        ),
        warheads(
          'warheads_inventory',
          'Inventory of warheads',
          'All warheads: deployed, in reserve and retired.',
        ),
      ],
    },
  ],
  async read(reading) {
    await reading.csv(stockpiles, 'raw', { columns: ['country_name', 'year', 'nuclear_weapons_stockpile'] });
    await refuseDoubles(reading, { from: 'raw', key: ['country_name', 'year'], file: stockpiles });
    await reading.check(
      'ten states and the world in every year, 1945–2023',
      `SELECT count(*) || ' ' || count(DISTINCT country_name) || ' ' || min(year) || '-' || max(year) FROM raw WHERE as_integer(nuclear_weapons_stockpile) >= 0`,
      '869 11 1945-2023',
    );
    await reading.check(
      'Russia falls by the same number from 2002 to 2005 and China is flat from 2001 to 2008',
      `SELECT string_agg(DISTINCT country_name || ' ' || step, ', ' ORDER BY country_name || ' ' || step) FROM (SELECT *, as_integer(nuclear_weapons_stockpile)
       - lag(as_integer(nuclear_weapons_stockpile)) OVER (PARTITION BY country_name ORDER BY year) AS step FROM raw)
       WHERE (country_name = 'Russia' AND year BETWEEN '2002' AND '2005') OR (country_name = 'China' AND year BETWEEN '2002' AND '2008')`,
      'China 0, Russia -1038',
    );
    await reading.check(
      'North Korea falls from 35 to 20',
      `SELECT string_agg(nuclear_weapons_stockpile, ' ' ORDER BY year) FROM raw WHERE country_name LIKE 'North%' AND year BETWEEN '2019' AND '2022'`,
      '25 35 20 25',
    );
    await reading.csv(inventories, 'raw_status', {
      columns: ['country_name', 'year', ...Object.values(status)],
    });
    await refuseCut(reading, {
      from: 'raw_status',
      file: inventories,
      rows: 18,
      field: status.warheads_inventory,
      last: '5244',
    });
    await reading.check(
      'the parts of every inventory sum to it',
      `SELECT count(*)::INTEGER FROM raw_status WHERE as_integer(nuclear_weapons_inventory) IS DISTINCT FROM
       as_integer(nuclear_weapons_depl_strat) + as_integer(nuclear_weapons_depl_nonstrat) + as_integer(nuclear_weapons_reserve_nondepl) + as_integer(nuclear_weapons_retired)`,
      0,
    );
    const place = { key: 'country_name', year: 'year' } as const;
    await reading.resolve({ ...place, from: 'raw', into: 'placed', file: stockpiles });
    await reading.resolve({ ...place, from: 'raw_status', into: 'placed_status', file: inventories });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'fas_stockpiles',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, as_integer(nuclear_weapons_stockpile) AS nuclear_stockpile FROM members`,
    );
    const columns = Object.entries(status).map(([name, raw]) => `as_integer(${raw})::SMALLINT AS ${name}`);
    await reading.write(
      'fas_inventories',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, ${columns.join(', ')} FROM placed_status`,
    );
  },
};
