import { type Issue, issues } from '../world/sources/un-roll-calls/issues.js';

/** The votes from which ideal points are estimated, by the names that claims give to sets of votes. */
export const idealPointSets = {
  all: 'ideal_point',
  adopted: 'ideal_point_adopted',
  'all-once': 'ideal_point_unrepeated',
  'all-without-me': 'ideal_point_without_me',
} as const;

export type IdealPointSet = keyof typeof idealPointSets;

/** The names of an issue, and of all together. */
export const issueOrAll = ['all', ...(Object.keys(issues) as Issue[])] as ['all', ...Issue[]];

export interface ChosenPlaces {
  readonly votes: IdealPointSet;
  readonly issue: 'all' | Issue;
}

/** The variable that holds them; undefined where the world has none: those on one issue are of all votes on it. */
export function idealPointVariable({ votes, issue }: ChosenPlaces): string | undefined {
  if (issue === 'all') return idealPointSets[votes];
  return votes === 'all' ? `${idealPointSets.all}_${issue}` : undefined;
}
