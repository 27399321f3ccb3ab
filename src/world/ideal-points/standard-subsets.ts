import { type Issue, issues } from '../sources/un-roll-calls/issues.js';
import type { VoteSubset } from './vote-subset.js';

export interface StandardSubset {
  /** Of its variables: `ideal_point`, `ideal_point_me`, … */
  readonly name: string;
  /** What the votes are: “all votes”. */
  readonly says: string;
  readonly subset: VoteSubset;
}

/** The subsets whose ideal points the world holds. */
export const standardSubsets: readonly StandardSubset[] = [
  { name: 'ideal_point', says: 'all votes', subset: {} },
  ...(Object.entries(issues) as [Issue, string][]).map(([issue, what]) => ({
    name: `ideal_point_${issue}`,
    says: `votes on ${what}`,
    subset: { issues: [issue] },
  })),
  {
    name: 'ideal_point_important',
    says: 'votes that the US Department of State called important (1983–2017)',
    subset: { important: true },
  },
  { name: 'ideal_point_adopted', says: 'votes on texts that were adopted', subset: { adopted: true } },
  {
    name: 'ideal_point_unrepeated',
    says: 'votes without those on a text voted on before',
    subset: { unrepeated: true },
  },
  {
    name: 'ideal_point_without_me',
    says: 'votes without those on the Middle East',
    subset: { without: ['me'] },
  },
];
