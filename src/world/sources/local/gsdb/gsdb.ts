import type { TableCard, VariableCard } from '../../../cards.js';
import { gsdbFile, readCases } from '../../sanction-flags/cases.js';
import type { Source } from '../../source.js';

const kinds = ['trade', 'arms', 'military', 'financial', 'travel', 'other'] as const;

const sanction = (name: string, title: string, what: string): VariableCard => ({
  name,
  title,
  definition: `1 if a case of the base in which the first state is named as a sender has ${what} the second in force in the year. Sanctions of an organisation (EU, UN, the Arab League) are not those of its members here.`,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'sanctioned' },
  absentIsZero:
    'The base lists every sanction found: no case between the two, none by the first state itself.',
});

const tables: readonly TableCard[] = [
  {
    name: 'gsdb_cases',
    level: 'episode',
    key: ['case_id'],
    says: 'Cases of the base: targets and senders as lists of names, first and last year (2023 for one still open), kinds of sanction (0/1), objectives and their outcomes.',
    years: { from: 1949, to: 2023 },
    variables: [],
  },
  {
    name: 'gsdb_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Sanctions of the first state against the second by year, for pairs with one.',
    years: { from: 1950, to: 2023 },
    variables: [
      sanction('gsdb_sanction', 'Sanction (GSDB)', 'a sanction of any kind against'),
      ...kinds.map((k) =>
        sanction(
          `gsdb_${k}`,
          `Sanction: ${k} (GSDB)`,
          `a ${k === 'other' ? 'sanction of another kind' : `${k} sanction`} against`,
        ),
      ),
    ],
  },
];

/** The cases of the Global Sanctions Data Base, from the user’s own copy; the world holds only flags made of them. */
export const gsdb: Source = {
  folder: 'sanction-flags',
  card: {
    name: 'gsdb',
    title: 'Global Sanctions Data Base',
    version: 'Release 4 (1950–2023)',
    citation:
      'Syropoulos, C., Felbermayr, G., Kirilakha, A., Yalcin, E. & Yotov, Y. V. (2024). The Global Sanctions Data Base–Release 3. Review of International Economics 32(1):12–48. Yalcin, E. et al. (2025). The Global Sanctions Data Base–Release 4. The World Economy.',
    terms: 'local',
    files: [gsdbFile],
    defects: ['The same as those of the flags: see sanction-flags.'],
  },
  tables,
  async read(reading) {
    await readCases(reading);
    await reading.write(
      'gsdb_cases',
      `SELECT c.case_id, t.names AS targets, s.names AS senders, c.first, c.last, ${kinds.join(', ')}, array_to_string(objectives, ', ') AS objectives, array_to_string(outcomes, ', ') AS outcomes
       FROM cases c JOIN (SELECT case_id, string_agg(name, '; ' ORDER BY name) AS names FROM targets GROUP BY case_id) t USING (case_id)
       JOIN (SELECT case_id, string_agg(name, '; ' ORDER BY name) AS names FROM senders GROUP BY case_id) s USING (case_id)`,
    );
    await reading.run(`CREATE TABLE pair_years AS SELECT t.line * 1000 + row_number() OVER (PARTITION BY t.line ORDER BY t.name, s.name, y) AS line, t.case_id, t.name AS target, s.name AS sender, y::SMALLINT AS year
      FROM targets t JOIN senders s USING (case_id) JOIN (SELECT case_id, unnest(range(greatest(first, 1950), last + 1)) AS y FROM cases) USING (case_id)`);
    await reading.resolve({
      from: 'pair_years',
      into: 'sent',
      key: 'sender',
      year: 'year',
      as: 'ccode1',
      file: gsdbFile,
    });
    await reading.resolve({
      from: 'sent',
      into: 'placed',
      key: 'target',
      year: 'year',
      as: 'ccode2',
      file: gsdbFile,
    });
    await reading.inSystem({ from: 'placed', into: 'one', year: 'year', state: 'ccode1' });
    await reading.inSystem({ from: 'one', into: 'members', year: 'year', state: 'ccode2' });
    await reading.write(
      'gsdb_dyad_years',
      `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, year, 1::TINYINT AS gsdb_sanction, ${kinds.map((k) => `max(${k})::TINYINT AS gsdb_${k}`).join(', ')}
       FROM members JOIN cases USING (case_id) WHERE ccode1 <> ccode2 GROUP BY ccode1, ccode2, year`,
    );
  },
};
