/** A state that left the system under one number on the day on which another number took over its territory. */
export interface Succession {
  readonly from: number;
  readonly to: number;
  /** The calendar year of the change: both numbers are members in it. */
  readonly year: number;
  /** Whether the same state goes on under the new number, or one that ended joined it. */
  readonly kind: 'continues' | 'joins';
  readonly because: string;
}

/**
 * Successions under a new COW number that would break a state's history or count a territory twice. Reviewed by hand.
 * States that keep their number need no line: the USSR and Russia (365), Yugoslavia and Serbia (345), the Democratic
 * Republic of Viet Nam and Viet Nam (816).
 */
export const successions: readonly Succession[] = [
  {
    from: 260,
    to: 255,
    year: 1990,
    kind: 'continues',
    because:
      'The Federal Republic went on, enlarged, on 3 October 1990; Gleditsch & Ward (1999, International Interactions 25: 393–413) carry its number 260 on.',
  },
  {
    from: 265,
    to: 255,
    year: 1990,
    kind: 'joins',
    because:
      'The German Democratic Republic acceded to the Federal Republic on 3 October 1990 and ceased to exist.',
  },
  {
    from: 678,
    to: 679,
    year: 1990,
    kind: 'continues',
    because:
      'On 22 May 1990 the two Yemens became one with the capital and the president of the northern one; Gleditsch & Ward (1999) carry its number 678 on, and V-Dem has one Yemen throughout.',
  },
  {
    from: 680,
    to: 679,
    year: 1990,
    kind: 'joins',
    because: 'The People’s Democratic Republic of Yemen became a part of Yemen on 22 May 1990.',
  },
];

const continued = new Map(
  successions.filter(({ kind }) => kind === 'continues').map(({ from, to }) => [from, to]),
);

/** The number under which a state is followed through time: the last that it bears. */
export function continuing(ccode: number): number {
  return continued.get(ccode) ?? ccode;
}

/**
 * The number under which a state's territory is counted a second time in a year, where that is so: in 1990 the
 * sources give figures for both German states and for united Germany.
 */
export function countedAgainAs(ccode: number, year: number): number | undefined {
  return successions.find((one) => one.from === ccode && one.year === year)?.to;
}
