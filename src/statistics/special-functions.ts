import { fail } from '../kernel/errors.js';

/** Coefficients B₂ₖ / (2k (2k − 1)) of Stirling's series (DLMF 5.11.1). */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** What Stirling's formula lacks: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10 (DLMF 5.11.1). */
function stirlingRemainder(x: number): number {
  const inverseSquare = 1 / (x * x);
  return STIRLING.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x;
}

/** ln Γ(x) for x > 0, by Stirling's series after raising x to at least 10. */
export function logGamma(x: number): number {
  if (!(x > 0)) fail('statistics/domain', `ln Γ needs a positive number: ${x}`);
  let product = 1;
  let z = x;
  for (; z < 10; z++) product *= z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + stirlingRemainder(z) - Math.log(product);
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b) for a, b > 0. Where an argument is large the leading terms of
 * Stirling's formula are cancelled by algebra, not by subtraction, so that no digits are lost.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = small + large;
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(sum);
  const remainders = stirlingRemainder(large) - stirlingRemainder(sum);
  const logRest = Math.log1p(-small / sum); // ln(large / sum)
  if (small < 10) {
    return logGamma(small) + remainders + small - small * Math.log(sum) + (large - 0.5) * logRest;
  }
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    stirlingRemainder(small) +
    remainders +
    (small - 0.5) * Math.log(small / sum) +
    large * logRest
  );
}

/**
 * The value of a continued fraction a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method as modified by Thompson and Barnett
 * (1986, *Journal of Computational Physics* 64: 490–509).
 */
export function continuedFraction(term: (i: number) => readonly [a: number, b: number]): number {
  const tiny = 1e-300;
  let value = tiny;
  let c = value;
  let d = 0;
  for (let i = 1; i <= 20_000; i++) {
    const [a, b] = term(i);
    d = 1 / (b + a * d || tiny);
    c = b + a / c || tiny;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) return value;
  }
  return fail('statistics/no-convergence', 'a continued fraction did not converge in 20000 terms');
}

/**
 * Regularised incomplete beta function Iₓ(a, b), 0 ≤ x ≤ 1, by the continued fraction of DiDonato & Morris (1992,
 * *ACM Transactions on Mathematical Software* 18: 360–373), which, unlike the more usual one, loses no digits
 * when a is large and x near 1. `y` is 1 − x, given apart so that an x near 1 keeps its digits.
 */
export function regularisedBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const lambda = a * y - b * x;
  if (lambda < 0) return 1 - regularisedBeta(y, x, b, a);
  const logX = y < 0.5 ? Math.log1p(-y) : Math.log(x);
  const logY = x < 0.5 ? Math.log1p(-x) : Math.log(y);
  const front = Math.exp(a * logX + b * logY - logBeta(a, b));
  const denominator = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (lambda + 1 + n * (1 + y));
  const numerator = (n: number): number =>
    ((a + n - 1) / (a + 2 * n - 1)) * ((a + b + n - 1) / (a + 2 * n - 1)) * n * (b - n) * x * x;
  const fraction = continuedFraction((i) =>
    i === 1 ? [1, (a / (a + 1)) * (lambda + 1)] : [numerator(i - 1), denominator(i - 1)],
  );
  return front * fraction;
}
