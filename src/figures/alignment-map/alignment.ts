/** One of the two states between which others stand. */
export interface Pole {
  readonly ccode: number;
  readonly name: string;
}

/** How near a state stands to either pole. */
export interface Aligned {
  readonly ccode: number;
  readonly name: string;
  /** How near it is to the first pole and to the second, by the measure of the map; more is nearer. */
  readonly near: readonly [number, number];
  /** Votes behind either, where they are counted. */
  readonly votes?: readonly [number, number];
  /** That it stands nearer to the one than to the other cannot be told. */
  readonly untold?: boolean;
}

/** Where the states of a year stand between two poles. */
export interface Alignment {
  readonly year: number;
  readonly poles: readonly [Pole, Pole];
  /** Without the poles themselves. */
  readonly states: readonly Aligned[];
  /** Members of the state system whose votes are too few, or who had none. */
  readonly silent: readonly Pole[];
}

/** How much nearer a state is to the first pole than to the second. */
export const leaning = ({ near: [first, second] }: Aligned): number => first - second;

/** −3 clearly nearer to the second pole, 0 about even, 3 clearly nearer to the first. */
export type Side = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Sizes of a leaning at which a state passes to the next side: from about even to a little, to more, to most. */
export type Bounds = readonly [number, number, number];

const round = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Round bounds that hold all leanings: three even steps, of the first of which a fifth is about even. */
export function boundsOf(states: readonly Aligned[]): Bounds {
  const most = Math.max(...states.map((s) => Math.abs(leaning(s))));
  if (!(most > 0) || !Number.isFinite(most)) return [0.2, 1, 2];
  const power = 10 ** Math.floor(Math.log10(most / 3));
  const step = power * round.find((r) => r * power * 3 >= most * (1 - 1e-9))!;
  const tidy = (x: number): number => Number(x.toPrecision(6));
  return [tidy(step / 5), tidy(step), tidy(2 * step)];
}

export function sideOf(state: Aligned, bounds: Bounds): Side {
  const size = Math.abs(leaning(state));
  if (state.untold || size < bounds[0]) return 0;
  const rank = size < bounds[1] ? 1 : size < bounds[2] ? 2 : 3;
  return (leaning(state) > 0 ? rank : -rank) as Side;
}

/** How many states stand nearer to the first pole, nearer to the second, and about even. */
export function counts(
  { states }: Alignment,
  bounds: Bounds,
): Readonly<Record<'first' | 'second' | 'even', number>> {
  const sides = states.map((s) => sideOf(s, bounds));
  const first = sides.filter((s) => s > 0).length;
  const second = sides.filter((s) => s < 0).length;
  return { first, second, even: sides.length - first - second };
}
