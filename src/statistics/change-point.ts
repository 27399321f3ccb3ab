import { power } from '../kernel/power.js';
import type { Random } from '../kernel/random.js';
import { autocorrelation } from './ar1.js';
import { needFinite, needRising, needSameLength } from './checks.js';
import { averageRanks } from './ranks.js';
import { permutationP } from './resample.js';
import { simulateAutoregression } from './simulate.js';

/** A change of level found by Pettitt's test. */
export interface Pettitt {
  /** The largest |U|. */
  readonly k: number;
  /** Two-sided, approximate. */
  readonly p: number;
  /** The last year before the change; the first such year if several are equally likely. */
  readonly year: number;
  /** Whether the values are higher after the change (1), lower (−1), or neither (0, K = 0). */
  readonly direction: number;
}

/** The largest |Uₜ|, with its sign, and where it is first reached. */
function extremeU(values: ArrayLike<number>): { readonly u: number; readonly at: number } {
  const n = values.length;
  let [sum, u, at] = [0, 0, 0];
  averageRanks(values).forEach((rank, i) => {
    sum += rank;
    const here = 2 * sum - (i + 1) * (n + 1);
    if (Math.abs(here) > Math.abs(u)) [u, at] = [here, i];
  });
  return { u, at };
}

/**
 * Pettitt's test of one change of level at an unknown time (Pettitt 1979, *Applied Statistics* 28: 126–135): with
 * ranks rᵢ, Uₜ = 2 Σᵢ≤ₜ rᵢ − t (n + 1), K the largest |Uₜ| and p ≈ 2 exp(−6 K² / (n³ + n²)), at most 1. It needs no
 * distribution but supposes years to be independent: a trend, or memory, shows up as a change too (in simulated
 * series of 30 years without a change, a correlation of 0.5 between neighbouring years makes p < 0.05 in a quarter
 * of them; see `pettittAutocorrelated`). The approximation is good below p = 0.5. Throws on fewer than four values.
 */
export function pettitt(years: ArrayLike<number>, values: ArrayLike<number>): Pettitt {
  needFinite(values, 4, "Pettitt's test");
  needSameLength(years, values, "Pettitt's test");
  needRising(years, "Pettitt's test");
  const n = values.length;
  const { u, at } = extremeU(values);
  const k = Math.abs(u);
  const p = Math.min(1, 2 * Math.exp((-6 * k * k) / (power(n, 3) + power(n, 2))));
  return { k, p, year: years[at]!, direction: u === 0 ? 0 : -Math.sign(u) };
}

/** Pettitt's test with a p-value for series with memory. */
export interface AutocorrelatedPettitt extends Pettitt {
  /** Correlation of neighbouring years with which series without a change were simulated. */
  readonly rho: number;
}

/**
 * Pettitt's K judged against series without a change that have the memory of this one: Gaussian first-order
 * autoregressions with its ρ around a constant level (restricted maximum likelihood); p is (b + 1) / (m + 1) of m
 * simulations. A real change raises that ρ, so the test errs to the side of finding none. A constant series has
 * p = 1 and ρ = 0. Throws as `pettitt`.
 */
export function pettittAutocorrelated(
  years: ArrayLike<number>,
  values: ArrayLike<number>,
  { random, simulations = 999 }: { readonly random: Random; readonly simulations?: number },
): AutocorrelatedPettitt {
  const plain = pettitt(years, values);
  if (plain.k === 0) return { ...plain, p: 1, rho: 0 };
  const rho = autocorrelation(years, values, 'level');
  let asExtreme = 0;
  for (let m = 0; m < simulations; m++) {
    if (Math.abs(extremeU(simulateAutoregression(random, years, rho)).u) >= plain.k) asExtreme++;
  }
  return { ...plain, p: permutationP(asExtreme, simulations), rho };
}
