import { readFileSync } from 'node:fs';

interface Shift {
  readonly year: number[];
  readonly y: number[];
  readonly later: boolean[] | null;
  readonly value: number;
  readonly classical: number;
  readonly newey_west: number;
  readonly prewhitened: number;
  readonly lag: number;
  readonly rho: number;
  readonly sd: number;
  readonly autoregressive: number;
}

interface Drawn {
  readonly low: number;
  readonly high: number;
  readonly sd: number;
  readonly replicates: number;
}

interface Cases {
  readonly binomial: {
    a: number;
    b: number;
    low: number;
    high: number;
    rate_low: number;
    rate_high: number;
  }[];
  readonly placebo: {
    readonly years: number[];
    readonly states: number[];
    readonly panel: number[][];
    readonly gap: number;
    readonly p: number;
    readonly rank: number;
    readonly normal: [number, number];
    readonly ordered: [number, number];
    readonly level: number;
    readonly few: { gap: number; ordered: [number, number]; level: number };
  };
  readonly shifts: Shift[];
  readonly levels: Shift[];
  readonly assembly: {
    readonly votes: { session: number; text: number; a: number; b: number; c: number }[];
    readonly n: number;
    readonly halfway: number;
    readonly as_a_side: number;
    readonly left_out: number;
    readonly n_sided: number;
    readonly sessions: Drawn;
    readonly texts: Drawn;
  };
}

/** What test/oracles/designs/comparison.R computed. */
export const compared = JSON.parse(
  readFileSync(new URL('../oracles/designs/comparison.json', import.meta.url), 'utf8'),
) as Cases;
