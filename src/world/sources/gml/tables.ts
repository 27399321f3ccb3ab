import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1816, to: 2010 };

const absent =
  'The data hold every militarised dispute between members of the state system: two members without a row in a year of 1816–2010 had none.';

const flag = (
  name: string,
  title: string,
  definition: string,
  more: Partial<VariableCard>,
): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'yes' },
  ...more,
});

const count = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition,
  unit: 'disputes',
  scale: { low: 0, higher: 'more disputes' },
  symmetric: true,
  absentIsZero: absent,
});

const hostility = '2 threat of force, 3 display of force, 4 use of force, 5 war';
const fatality =
  '0 none, 1 to 25 deaths, 2 to 100, 3 to 250, 4 to 500, 5 to 999, 6 more; missing where deaths are unknown';

const chosen = 'Of the dispute chosen for the year (see the table).';

/** One row a directed pair and year: the disputes counted, and one of them chosen. */
const dyadYears: TableCard = {
  name: 'gml_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Militarised disputes of each pair of states and year, directed. Where a pair had several, `dispute` is the number of the one chosen: an onset before a dispute that goes on; then by more deaths (unknown deaths between none and 1–25), higher hostility, longer least duration, longer greatest duration, answered before unanswered, earlier month, lower number. What describes one dispute describes that one, over its whole course.',
  years,
  variables: [
    flag(
      'gml_ongoing',
      'Militarised dispute (GML)',
      '1 if a militarised dispute between the two was going on on any day of the year.',
      { symmetric: true, absentIsZero: absent },
    ),
    flag(
      'gml_onset',
      'Onset of a militarised dispute (GML)',
      '1 if a dispute between the two began in the year, or one of them entered one against the other; 0 if none or only older ones.',
      { symmetric: true, absentIsZero: absent },
    ),
    count(
      'gml_disputes',
      'Militarised disputes going on (GML)',
      'Disputes between the two on any day of the year.',
    ),
    count(
      'gml_onsets',
      'Militarised disputes begun (GML)',
      'Disputes between the two that began in the year for this pair.',
    ),
    {
      name: 'gml_hostility',
      title: 'Hostility of the dispute (GML)',
      definition: `${chosen} Highest level reached by anyone in it: ${hostility}; 0 without a dispute. The level may have been reached in another year or by other participants.`,
      unit: 'level, 0–5',
      values: {
        0: 'no dispute',
        1: 'none in a dispute',
        2: 'threat of force',
        3: 'display of force',
        4: 'use of force',
        5: 'war',
      },
      scale: { low: 0, high: 5, higher: 'more hostile' },
      symmetric: true,
      absentIsZero: absent,
    },
    {
      name: 'gml_own_hostility',
      title: 'Hostility of the first state (GML)',
      definition: `${chosen} Highest level reached by ccode1, against anyone in it: 1 none, ${hostility}.`,
      unit: 'level, 1–5',
      values: {
        0: 'no dispute',
        1: 'none in a dispute',
        2: 'threat of force',
        3: 'display of force',
        4: 'use of force',
        5: 'war',
      },
      scale: { low: 1, high: 5, higher: 'more hostile' },
    },
    {
      name: 'gml_fatality',
      title: 'Deaths in the dispute (GML)',
      definition: `${chosen} Level of military deaths of all participants: ${fatality}; 0 without a dispute.`,
      unit: 'level, 0–6',
      values: {
        0: 'none',
        1: '1–25 deaths',
        2: '26–100',
        3: '101–250',
        4: '251–500',
        5: '501–999',
        6: 'more than 999',
      },
      scale: { low: 0, high: 6, higher: 'more deaths' },
      symmetric: true,
      absentIsZero: absent,
    },
    {
      name: 'gml_own_fatality',
      title: 'Deaths of the first state (GML)',
      definition: `${chosen} Level of military deaths of ccode1, inflicted by anyone in it: ${fatality}.`,
      unit: 'level, 0–6',
      values: {
        0: 'none',
        1: '1–25 deaths',
        2: '26–100',
        3: '101–250',
        4: '251–500',
        5: '501–999',
        6: 'more than 999',
      },
      scale: { low: 0, high: 6, higher: 'more deaths' },
    },
    flag(
      'gml_side_a',
      'On the side that acted first (GML)',
      `${chosen} 1 if ccode1 is on side A, which took the first militarised action. Says nothing of who was right.`,
      {},
    ),
    flag(
      'gml_originator',
      'In the dispute from its first day (GML)',
      `${chosen} 1 if ccode1 was in it on its first day, 0 if it joined later.`,
      {},
    ),
    flag(
      'gml_revisionist',
      'Revisionist in the dispute (GML)',
      `${chosen} 1 if ccode1 sought to change the state of affairs before the dispute.`,
      {},
    ),
  ],
};

/** Every dispute of every pair and year, before one is chosen. */
const disputeYears: TableCard = {
  name: 'gml_dispute_years',
  level: 'episode',
  key: ['dispute', 'ccode1', 'ccode2', 'year'],
  says: 'Every dispute of every directed pair and year. Of ccode1: `side_a`, `originator`, `revisionist`, `revision` (1 territory, 2 policy, 3 regime, 4 other, 0 none), `fatality`, `deaths` where known exactly, `action` (0–21) and `hostility`; of the dispute: `onset` for this pair, `dispute_fatality`, `dispute_deaths`, `dispute_action`, `dispute_hostility`, `least_days`, `most_days`, `outcome` (1 victory of A, 2 of B, 3 A yields, 4 B yields, 5 stalemate, 6 compromise, 7 released, 8 unclear, 9 joins a war), `settlement` (1 negotiated, 2 imposed, 3 none, 4 unclear), `reciprocated`. Fatality and hostility as in gml_dyad_years.',
  years,
  variables: [],
};

export const gmlTables: readonly TableCard[] = [dyadYears, disputeYears];
