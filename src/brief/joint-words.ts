import { withCommas } from '../figures/numbers.js';
import type { JointTest } from '../verdicts/joint-test.js';

/** How readily worlds in which the claim is wrong give such a curve. */
const ease = (p: number): string =>
  p <= 0.01 ? 'hardly ever' : p <= 0.05 ? 'seldom' : p <= 0.2 ? 'now and then' : 'often';

/**
 * The joint test in words: `In 3 of 499 simulated worlds without an effect the median result speaks as strongly for the
 * claim (p = 0.008): chance alone seldom gives such a curve.`
 */
export function jointWords({ asStrong, worlds, p, world }: JointTest): string {
  const many = `In ${asStrong === 0 ? 'none' : withCommas(asStrong)} of ${withCommas(worlds)} simulated worlds`;
  const so = `(p = ${showP(p)})`;
  if (world === 'no effect')
    return `${many} without an effect, the median result speaks as strongly for the claim ${so}: chance alone ${ease(p)} gives such results.`;
  return `${many} with an effect that just matters, the median result speaks as strongly against such an effect ${so}: an effect that matters ${ease(p)} leaves such results.`;
}

/** A probability with two digits, at most three decimals: 0.002, 0.04, 0.36. */
const showP = (p: number): string => String(Number(p.toFixed(p < 0.1 ? 3 : 2)));
