import type { VariableCard } from '../../../cards.js';
import { refuseCut } from '../../refuse-cut.js';
import { refuseDoubles } from '../../refuse-doubles.js';
import { refuseNonNumbers } from '../../refuse-non-numbers.js';
import type { Source } from '../../source.js';
import { measured } from './measured.js';

const file = 'nuclear/suh-strategic-forces-dyadic-v1.csv';

const dyadic: readonly (VariableCard & { readonly of: string })[] = [
  {
    of: 'total',
    ...measured(
      'suh_launchers',
      'Strategic launchers in reach (Suh)',
      'Launchers on land, at sea and in the air of the first state that reach the second, by range and distance of the capitals.',
      'launchers',
    ),
  },
  {
    of: 'totaldw',
    ...measured(
      'suh_deliverable',
      'Deliverable strategic warheads (Suh)',
      'Strategic warheads that the first state can deliver on the second. Missing, not zero, for pairs in which one has no nuclear weapons.',
      'warheads',
    ),
  },
  {
    of: 'EMT',
    ...measured(
      'suh_emt',
      'Equivalent megatonnage (Suh)',
      'Equivalent megatonnage of those warheads: what they can do to cities.',
      'equivalent megatons',
    ),
  },
  {
    of: 'CMP',
    ...measured(
      'suh_cmp',
      'Counter-military potential (Suh)',
      'Counter-military potential of those warheads: what they can do to hardened targets.',
      'index',
    ),
  },
];

/** What each nuclear state can deliver on each other, 1949–2002; from the user’s own copy. */
export const suhDyadic: Source = {
  folder: 'local/suh',
  card: {
    name: 'suh-dyadic',
    title: 'Strategic Nuclear Forces, dyadic',
    version: '1 (1949–2002)',
    citation:
      'Suh, K. (2024). Achieving Minimum Deterrence: A New Dyadic Dataset on Strategic Nuclear Weapons Delivery Capabilities. Journal of Conflict Resolution 68(5):1017–1045.',
    terms: 'local',
    files: [file],
  },
  tables: [
    {
      name: 'suh_dyad_years',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Forces of the first state against the second, for pairs of nuclear states; upstream has a pair once with both sides, here once for each side.',
      years: { from: 1949, to: 2002 },
      variables: dyadic.map(({ of: _, ...card }) => card),
    },
  ],
  async read(reading) {
    const both = dyadic.flatMap((d) => [`${d.of}1`, `${d.of}2`]);
    await reading.csv(file, 'raw', { columns: ['ccode1', 'ccode2', 'year', ...both] });
    await refuseNonNumbers(reading, {
      from: 'raw',
      columns: ['ccode1', 'ccode2', 'year', ...both],
      file: file,
    });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode1', 'ccode2', 'year'], file: file });
    await reading.check(
      '860 pairs and years, 1949–2002, the lower number first',
      `SELECT count(*) || ' ' || min(year) || ' ' || max(year) || ' ' || count(*) FILTER (ccode1::INT >= ccode2::INT) FROM raw`,
      '860 1949 2002 0',
    );
    await refuseCut(reading, { from: 'raw', file, rows: 860, field: 'CMP2', last: '0' });
    const side = (n: 1 | 2): string =>
      `SELECT line, ccode${n}::SMALLINT AS ccode1, ccode${3 - n}::SMALLINT AS ccode2, year::SMALLINT AS year, ${dyadic.map((d) => `${d.of}${n}::DOUBLE AS ${d.name}`).join(', ')} FROM raw`;
    await reading.run(`CREATE TABLE sides AS ${side(1)} UNION ALL ${side(2)}`);
    await reading.inSystem({ from: 'sides', into: 'one', year: 'year', state: 'ccode1' });
    await reading.inSystem({ from: 'one', into: 'members', year: 'year', state: 'ccode2' });
    await reading.write('suh_dyad_years', `SELECT * EXCLUDE (line) FROM members`);
  },
};
