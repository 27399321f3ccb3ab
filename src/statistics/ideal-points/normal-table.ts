import { continuedFraction } from '../special-functions.js';

const halfLog2Pi = 0.5 * Math.log(2 * Math.PI);
const logDensity = (z: number): number => -0.5 * z * z - halfLog2Pi;

/** Φ(−x)/φ(x) for x ≥ 1.5 (Abramowitz & Stegun 1964, 26.2.14). */
const millsRatio = (x: number): number => continuedFraction((i) => [i === 1 ? 1 : i - 1, x]);

/** Φ(x) − ½ by its power series, for small x (Abramowitz & Stegun 1964, 26.2.11). */
function centre(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return Math.exp(logDensity(x)) * sum;
}

/** log Φ(z), exact but slow: what the tables are made from. */
function exactLogCdf(z: number): number {
  if (Math.abs(z) < 1.5) return Math.log(0.5 + centre(z));
  const logTail = logDensity(z) + Math.log(millsRatio(Math.abs(z)));
  return z < 0 ? logTail : Math.log1p(-Math.exp(logTail));
}

const reach = 12;
const perUnit = 64;
const rows = 2 * reach * perUnit + 1;

/** log Φ and its slope φ/Φ at equal steps, one after the other; and Φ and φ. */
const logTable = new Float64Array(2 * rows);
const table = new Float64Array(2 * rows);
for (let k = 0; k < rows; k++) {
  const z = k / perUnit - reach;
  const logF = exactLogCdf(z);
  logTable[2 * k] = logF;
  logTable[2 * k + 1] = Math.exp(logDensity(z) - logF);
  table[2 * k] = Math.exp(logF);
  table[2 * k + 1] = Math.exp(logDensity(z));
}

/**
 * log Φ(z) into `out[0]` and its slope φ(z)/Φ(z) into `out[1]`: the log likelihood of a choice beyond a cut point, for
 * sums over a million votes hundreds of times (elsewhere: `normalCdf`). log Φ by cubic interpolation of a table, within
 * 1e-9; the slope, which only guides proposals, by linear interpolation, within 1e-4.
 */
export function logCdf(z: number, out: Float64Array): void {
  const at = (z + reach) * perUnit;
  if (!(at > 0 && at < rows - 1)) {
    beyondTable(z, out);
    return;
  }
  const k = at | 0;
  const f = at - k;
  const low = logTable[2 * k]!;
  const slope = logTable[2 * k + 1]!;
  const next = logTable[2 * k + 3]!;
  const rise = logTable[2 * k + 2]! - low;
  const s = slope / perUnit;
  const bend = next / perUnit + s - 2 * rise;
  out[0] = low + f * (s + f * (rise - s - bend + f * bend));
  out[1] = slope + f * (next - slope);
}

function beyondTable(z: number, out: Float64Array): void {
  if (z > 0) {
    out[0] = 0;
    out[1] = 0;
    return;
  }
  const mills = millsRatio(-z);
  out[0] = logDensity(z) + Math.log(mills);
  out[1] = 1 / mills;
}

/** Φ(z) into `out[at]`, φ(z) into `out[at + 1]`, for |z| < 12. */
function cdf(z: number, out: Float64Array, to: number): void {
  const at = (z + reach) * perUnit;
  const k = at | 0;
  const f = at - k;
  const low = table[2 * k]!;
  const slope = table[2 * k + 1]!;
  const next = table[2 * k + 3]!;
  const rise = table[2 * k + 2]! - low;
  const s = slope / perUnit;
  const bend = next / perUnit + s - 2 * rise;
  out[to] = low + f * (s + f * (rise - s - bend + f * bend));
  out[to + 1] = slope + f * (next - slope);
}

const scratch = new Float64Array(4);

/**
 * The log likelihood of a choice between two cut points, log(Φ(b) − Φ(a)) for a < b, into `out[0]`, and its slopes in b
 * and in −a, φ(b)/(Φ(b) − Φ(a)) and φ(a)/(Φ(b) − Φ(a)), into `out[1]` and `out[2]`. Worked in the lower tail, where
 * nothing cancels.
 */
export function logBetween(a: number, b: number, out: Float64Array): void {
  const flip = a + b > 0;
  const high = flip ? -a : b;
  const low = flip ? -b : a;
  if (low > -reach) {
    cdf(high, scratch, 0);
    cdf(low, scratch, 2);
    const p = scratch[0]! - scratch[2]!;
    if (p > 1e-3) {
      out[0] = Math.log(p);
      out[flip ? 2 : 1] = scratch[1]! / p;
      out[flip ? 1 : 2] = scratch[3]! / p;
      return;
    }
  }
  logCdf(high, scratch);
  const logHigh = scratch[0]!;
  logCdf(low, scratch);
  const ratio = Math.exp(scratch[0]! - logHigh);
  const logP = logHigh + Math.log(Math.max(1 - ratio, 1e-12));
  out[0] = logP;
  out[flip ? 2 : 1] = Math.exp(logDensity(high) - logP);
  out[flip ? 1 : 2] = Math.exp(logDensity(low) - logP);
}
