import type { TableCard, VariableCard } from '../../cards.js';
import type { Source } from '../source.js';

const file = 'visits/who-where-when-china.csv';

const visitsOf = (office: string, title: string, who: string): VariableCard => ({
  name: `china_${office}_visits`,
  title,
  definition: `Visits to the state in the year by ${who}. Only visits abroad: meetings in China, and in third states, are not in it. Missing for pairs that do not begin with China.`,
  unit: 'visits',
  scale: { low: 0, higher: 'more visits' },
});

const tables: readonly TableCard[] = [
  {
    name: 'china_visits',
    level: 'episode',
    key: ['visit'],
    says: 'Trips abroad of the top leaders of the People’s Republic of China, a row a state visited: state, year (no day), leader, `office` (president, premier, leader: Deng Xiaoping and the heads of the party Hu Yaobang and, before 1993, Jiang Zemin), `office_as_printed`. Two visits in one year are two rows.',
    years: { from: 1949, to: 2020 },
    variables: [],
  },
  {
    name: 'china_visit_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Visits of China (710) to every member of the state system by year, zeros included: the source means to list every official trip of the two leaders at the top. Other pairs have no rows.',
    years: { from: 1949, to: 2020 },
    variables: [
      visitsOf(
        'president',
        'Visits of the President of China',
        'the President (Mao Zedong as chairman of the state included)',
      ),
      visitsOf('premier', 'Visits of the Premier of China', 'the Premier'),
      visitsOf(
        'leader',
        'Visits of top leaders of China',
        'the President, the Premier, or a top leader in neither office',
      ),
    ],
  },
];

/** Chinese leaders’ visits abroad, 1949–2020: who, where, which year. */
export const chinaVisits: Source = {
  folder: 'china-visits',
  card: {
    name: 'china-visits',
    title: 'Who, Where, When: International Travel of the PRC Leaders',
    version: '1949–2020 (2021)',
    citation:
      'Turcsányi, R. Q., Eckert, M., Šimalčík, M. & Majsniarová, N. (2021). WHO, WHERE, WHEN: International travel of the PRC leaders (1949–2020). Dataset. Central European Institute of Asian Studies. https://who-where-when.ceias.eu/',
    terms: 'cite',
    files: [file],
    defects: [
      'Xi Jinping’s visits of January 2016 to Saudi Arabia, Egypt and Iran stand in 2015 too, when the trip was put off: the three rows of 2015 are left out.',
      'Trips for meetings of many are in it unevenly: Xi Jinping’s of 2014 to Brussels is, the Group of Twenty in Japan of 2019 too; the source states no rule.',
    ],
  },
  tables,
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['Year', 'Name', 'Level', 'Country'] });
    const postponed = `Name = 'Xi Jinping' AND Year = '2015' AND Country IN ('Saudi Arabia', 'Egypt', 'Iran')`;
    await reading.check(
      '595 visits, 1949–2020',
      `SELECT count(*) || ' ' || min(Year) || ' ' || max(Year) FROM raw`,
      '595 1949 2020',
    );
    await reading.check(
      'the visits of January 2016 stand in both years',
      `SELECT count(*) || ' ' || (SELECT count(*) FROM raw WHERE Name = 'Xi Jinping' AND Year = '2016' AND Country IN ('Saudi Arabia', 'Egypt', 'Iran')) FROM raw WHERE ${postponed}`,
      '3 3',
    );
    await reading.check(
      'offices are of five kinds',
      `SELECT string_agg(DISTINCT Level, ', ' ORDER BY Level) FROM raw`,
      'Leader CCP, Other (Acting leader), Paramount Leader, Premier, President',
    );
    reading.lose('a visit put off to the next year, where it stands too', 3);
    await reading.run(`CREATE TABLE visits AS SELECT line, line::SMALLINT AS visit, Year::SMALLINT AS year, Name AS leader,
      CASE Level WHEN 'President' THEN 'president' WHEN 'Premier' THEN 'premier' ELSE 'leader' END AS office, Level AS office_as_printed, Country AS country
      FROM raw WHERE NOT (${postponed})`);
    await reading.resolve({ from: 'visits', into: 'placed', key: 'country', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'stays', year: 'year' });
    await reading.write(
      'china_visits',
      `SELECT visit, ccode::SMALLINT AS ccode, year, leader, office, office_as_printed FROM stays`,
    );
    const by = (where: string, name: string): string =>
      `count(v.visit) FILTER (${where})::TINYINT AS china_${name}_visits`;
    await reading.write(
      'china_visit_dyad_years',
      `SELECT 710::SMALLINT AS ccode1, s.ccode::SMALLINT AS ccode2, s.year::SMALLINT AS year,
       ${by(`v.office = 'president'`, 'president')}, ${by(`v.office = 'premier'`, 'premier')}, ${by('true', 'leader')}
       FROM state_years s LEFT JOIN stays v ON v.ccode = s.ccode AND v.year = s.year
       WHERE s.ccode <> 710 AND s.year BETWEEN 1949 AND 2020 GROUP BY s.ccode, s.year`,
    );
  },
};
