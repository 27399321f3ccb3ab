import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 2002, to: 2023 };

const share = (name: string, title: string, definition: string, higher: string): VariableCard => ({
  name,
  title,
  definition: `${definition} Weighted share of all asked; those without an answer count in the base.`,
  unit: 'per cent of those asked',
  scale: { low: 0, high: 100, higher },
});

/** What Pew’s favourability question yields: opinion of states, directed, and opinion of two bodies. */
export const pewTables: readonly TableCard[] = [
  {
    name: 'pew',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Opinion that the public of state 1 holds of state 2. A pair without a row was not asked. Opinion of one’s own state is not here.',
    years,
    variables: [
      share(
        'pew_favourable',
        'Favourable opinion (Pew)',
        'Part of the public of state 1 with a very or somewhat favourable opinion of state 2. It does not say of whom people think: the state, its government or its people.',
        'better regarded',
      ),
      share(
        'pew_unfavourable',
        'Unfavourable opinion (Pew)',
        'Part of the public of state 1 with a very or somewhat unfavourable opinion of state 2.',
        'worse regarded',
      ),
      share(
        'pew_no_answer',
        'No opinion given (Pew)',
        'Part of the public of state 1 that did not know or refused to say.',
        'fewer with an opinion',
      ),
      {
        name: 'pew_respondents',
        title: 'People asked (Pew)',
        definition:
          'Number of people asked about state 2 in the wave. The error of a share is larger than simple random sampling of so many would give.',
        unit: 'people',
        scale: { low: 0, higher: 'a larger sample' },
      },
    ],
  },
  {
    name: 'pew_bodies',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Opinion that the publics of members of the state system hold of the United Nations and of the European Union. Missing: not asked.',
    years,
    variables: [['un', 'the United Nations'] as const, ['eu', 'the European Union'] as const].flatMap(
      ([short, body]) => [
        {
          ...share(
            `pew_${short}_favourable`,
            `Favourable opinion of ${body} (Pew)`,
            `Part of the public with a very or somewhat favourable opinion of ${body}.`,
            'better regarded',
          ),
          years: { from: 2004, to: 2023 },
        },
        {
          ...share(
            `pew_${short}_unfavourable`,
            `Unfavourable opinion of ${body} (Pew)`,
            `Part of the public with a very or somewhat unfavourable opinion of ${body}.`,
            'worse regarded',
          ),
          years: { from: 2004, to: 2023 },
        },
      ],
    ),
  },
];
