import type { TableCard, VariableCard } from '../../cards.js';
import { type StandardSubset, standardSubsets } from '../../ideal-points/standard-subsets.js';

const scale = { higher: 'nearer to the United States' };

function variablesOf({ name, says }: StandardSubset): VariableCard[] {
  const on = `votes of the General Assembly (${says})`;
  const unit = 'standard deviations of all places';
  const bound = (side: 'low' | 'high', share: string): VariableCard => ({
    name: `${name}_${side}`,
    title: `Ideal point, ${says}: ${side === 'low' ? 'lower' : 'upper'} bound`,
    definition: `${share} of the draws of ${name} lie below.`,
    unit,
    scale,
  });
  return [
    {
      name,
      title: `Ideal point in the General Assembly, ${says}`,
      definition: `Where a state stands on the one dimension that tells most of its ${on}, in the session that opened in the year: mean of the posterior of a dynamic ordinal model (Bailey, Strezhnev & Voeten 2017). Mean 0 and variance 1 over all states and years of this variable. It says who votes with whom, not why, and not on what; a state that moves may stand still while the resolutions move.`,
      unit,
      scale,
      interval: { low: `${name}_low`, high: `${name}_high`, level: 0.9 },
    },
    bound('low', '5 %'),
    bound('high', '95 %'),
    {
      name: `${name}_votes`,
      title: `Votes behind the ideal point, ${says}`,
      definition: `Yes, no and abstentions of the state, on ${on} that divided, in the session that opened in the year.`,
      unit: 'votes',
    },
  ];
}

export const tables: readonly TableCard[] = [
  {
    name: 'ideal_points',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Ideal points of states in the General Assembly, measured by Entente from `assembly_votes` and `assembly_choices`, with 90 per cent intervals: for all votes and for subsets, each on a scale of its own. `year` is the year in which the regular session opened. A year in which fewer than five votes of the subset divided has none; nor has a state without a vote on any of them. How: docs/ideal-points.md.',
    years: { from: 1946, to: 2025 },
    variables: standardSubsets.flatMap(variablesOf),
  },
];
