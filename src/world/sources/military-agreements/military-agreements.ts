import type { VariableCard } from '../../cards.js';
import { resolveIso3 } from '../iso3.js';
import type { Source } from '../source.js';

const file = 'facts/military_agreements.csv';
const last = 2025;
const kinds = [
  'hotline',
  'notification',
  'incidents_at_sea',
  'rules_of_behaviour',
  'consultation',
  'arms_control',
];

const inForce = (name: string, title: string, what: string): VariableCard => ({
  name,
  title,
  definition: `${what} in force between the two on any day of the year, each instrument once, protocols and annexes too. Counted from entry into force, from signature where that was not read; to the last day read, else to ${last}. Missing for other pairs than the United States with Russia (the Soviet Union) and with China.`,
  unit: 'instruments',
  scale: { low: 0, higher: 'more arrangements' },
  symmetric: true,
});

/** Agreements and arrangements between militaries: the United States with the Soviet Union and Russia, and with China. */
export const militaryAgreements: Source = {
  folder: 'military-agreements',
  card: {
    name: 'military-agreements',
    title: 'Agreements between militaries',
    version: '1963–2025',
    citation:
      'Entente (2026). Agreements between militaries: facts/military_agreements.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'A list of what was read, not of all there is: visits, exercises, working groups and suspensions are not in it.',
      'The arrangements of the United States with China are voluntary, save the consultations of 1998 and the telephone links.',
      'Entry into force was not read for the risk reduction centres (1987), dangerous military activities (1989) and the hot line of 1984: their signature counts.',
    ],
  },
  tables: [
    {
      name: 'military_agreements',
      level: 'episode',
      key: ['agreement'],
      says: 'Agreements between two militaries or on their conduct: the two states, title, `kind` (hotline, notification, incidents_at_sea, rules_of_behaviour, consultation, arms_control), `status` (in_force at some time, never_in_force, declaration, undated), dates as exactly as read.',
      years: { from: 1963, to: last },
      variables: [],
    },
    {
      name: 'military_agreement_dyad_years',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Arrangements in force between the United States and the Soviet Union or Russia, and between the United States and the People’s Republic of China, by year, zeros included.',
      years: { from: 1963, to: last },
      variables: [
        inForce(
          'military_arrangements',
          'Military-to-military arrangements in force',
          'Hot lines, notifications, rules for incidents and encounters, and consultations',
        ),
        inForce(
          'arms_control_treaties',
          'Arms control treaties in force',
          'Treaties that limit strategic or intermediate arms',
        ),
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'id',
        'parties',
        'title',
        'kind',
        'status',
        'signed',
        'entered',
        'until',
        'source',
        'read_at',
        'note',
      ],
    });
    await reading.check(
      'kinds and standings are known, and what was in force has a year',
      `SELECT count(*)::INTEGER FROM raw WHERE kind NOT IN (${kinds.map((k) => `'${k}'`).join(', ')}) OR status NOT IN ('in_force', 'never_in_force', 'declaration', 'undated')
       OR (status = 'in_force' AND coalesce(entered, signed) IS NULL)`,
      0,
    );
    await reading.run(
      `CREATE TABLE sides AS SELECT line, string_split(parties, ';')[1] AS a, string_split(parties, ';')[2] AS b, coalesce(left(coalesce(signed, entered), 4)::INT, ${last}) AS year FROM raw`,
    );
    await resolveIso3(reading, { from: 'sides', into: 'sides_1', key: 'a', year: 'year', file });
    await reading.run(`CREATE TABLE one AS SELECT line, ccode AS x, b, year FROM sides_1`);
    await resolveIso3(reading, { from: 'one', into: 'sides_2', key: 'b', year: 'year', file });
    await reading.run(
      `CREATE TABLE agreements AS SELECT r.*, least(s.x, s.ccode) AS ccode1, greatest(s.x, s.ccode) AS ccode2 FROM raw r JOIN sides_2 s USING (line)`,
    );
    await reading.write(
      'military_agreements',
      `SELECT id::SMALLINT AS agreement, ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, title, kind, status, signed, entered, "until", note FROM agreements`,
    );
    const standing = (where: string, name: string): string =>
      `count(g.line) FILTER (${where})::TINYINT AS ${name}`;
    await reading.write(
      'military_agreement_dyad_years',
      `WITH pairs AS (SELECT x, y, unnest(range(1963, ${last + 1})) AS year FROM (VALUES (2, 365), (365, 2), (2, 710), (710, 2)) p(x, y))
       SELECT p.x::SMALLINT AS ccode1, p.y::SMALLINT AS ccode2, p.year::SMALLINT AS year,
         ${standing(`g.kind <> 'arms_control'`, 'military_arrangements')}, ${standing(`g.kind = 'arms_control'`, 'arms_control_treaties')}
       FROM pairs p LEFT JOIN agreements g ON g.status = 'in_force' AND g.ccode1 = least(p.x, p.y) AND g.ccode2 = greatest(p.x, p.y)
         AND p.year BETWEEN left(coalesce(g.entered, g.signed), 4)::INT AND coalesce(left(g."until", 4)::INT, ${last}) GROUP BY ALL`,
    );
  },
};
