/** Why a value is missing. Joins keep the reason, reports count it, charts draw it. */
export const missingReasons = {
  'not-coded': 'the source has the row but no value',
  interruption: 'foreign occupation (the source codes an interruption)',
  interregnum: 'collapse of central authority (the source codes an interregnum)',
  transition: 'a regime in transition (the source codes a transition)',
  'not-in-system': 'not a member of the state system in that year',
  'out-of-years': 'outside the years that the source covers',
  'no-match': 'the source has no row for it, within the source’s years',
  extrapolated: 'the source drew a straight line on from its last figure: left out',
  'not-comparable': 'of another territory, or measured otherwise than the rest of the series: left out',
  undefined: 'not defined here',
} as const;

export type MissingReason = keyof typeof missingReasons;

/** How many were lost, by reason. */
export type Losses = Readonly<Partial<Record<MissingReason | (string & {}), number>>>;
