/**
 * `base` to the power of `exponent`, the same to the last bit on every machine: `Math.pow` and `**` are not, for each
 * version of V8 rounds as it likes. Whole exponents up to 4096 by repeated squaring; others as e^(exponent · ln base), for a base
 * above 0 (else as `Math.pow` has it).
 */
export function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 4096)
    return base > 0 ? Math.exp(exponent * Math.log(base)) : base ** exponent;
  let result = 1;
  let square = base;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
}
