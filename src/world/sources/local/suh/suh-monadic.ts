import { refuseCut } from '../../refuse-cut.js';
import { refuseDoubles } from '../../refuse-doubles.js';
import { refuseNonNumbers } from '../../refuse-non-numbers.js';
import type { Source } from '../../source.js';
import { measured } from './measured.js';

const file = 'nuclear/suh-strategic-forces-monadic.csv';

/** Strategic forces of nuclear states, 1945–2010; from the user’s own copy. */
export const suhMonadic: Source = {
  folder: 'local/suh',
  card: {
    name: 'suh-monadic',
    title: 'Strategic Nuclear Forces, monadic',
    version: '1945–2010',
    citation: 'Suh, K. (2022). Strategic Nuclear Forces, monadic version. Journal of Peace Research.',
    terms: 'local',
    files: [file],
    defects: ['Deliverable warheads are blank for states without a count of their launchers.'],
  },
  tables: [
    {
      name: 'suh_state_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Warheads of nuclear states by year; a state without nuclear weapons has no row.',
      years: { from: 1945, to: 2010 },
      variables: [
        measured('suh_warheads', 'Nuclear warheads (Suh)', 'All nuclear warheads.', 'warheads'),
        measured(
          'suh_deliverable_anywhere',
          'Deliverable strategic warheads (Suh, monadic)',
          'Strategic warheads that can be delivered, whatever the target.',
          'warheads',
        ),
        measured(
          'suh_emt_anywhere',
          'Equivalent megatonnage (Suh, monadic)',
          'Equivalent megatonnage of the deliverable warheads.',
          'equivalent megatons',
        ),
      ],
    },
  ],
  async read(reading) {
    const numbers = ['ccode', 'year', 'warheads', 'monadicdnuke', 'monadicEMT'];
    await reading.csv(file, 'raw', { columns: numbers });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file: file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file: file });
    await reading.check(
      '382 state-years, 1945–2010',
      `SELECT count(*) || ' ' || min(year) || ' ' || max(year) FROM raw`,
      '382 1945 2010',
    );
    await refuseCut(reading, { from: 'raw', file, rows: 382, field: 'monadicEMT', last: '13.9988107681274' });
    await reading.run(`CREATE TABLE plain AS SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year, as_number(warheads) AS suh_warheads,
      as_number(monadicdnuke) AS suh_deliverable_anywhere, as_number(monadicEMT) AS suh_emt_anywhere FROM raw`);
    await reading.inSystem({ from: 'plain', into: 'members', year: 'year' });
    await reading.write('suh_state_years', 'FROM members');
  },
};
