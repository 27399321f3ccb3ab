const minus = '\u2212';
const gap = '\u00a0';

const large: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** A number for a reader: three significant digits, thousands with commas, a true minus sign, never an exponent. */
export function showNumber(value: number): string {
  if (Number.isNaN(value)) return '–';
  const sign = value < 0 ? minus : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  const digits = plain(size);
  return digits === '0' ? '0' : sign + digits;
}

function plain(size: number): string {
  const [unit, word] = large.find(([from]) => Number(size.toPrecision(3)) >= from) ?? [1, ''];
  if (word) return `${trimmed(size / unit)}${gap}${word}`;
  if (Number(size.toPrecision(3)) >= 1000) return withCommas(Math.round(size));
  return trimmed(size);
}

function trimmed(size: number): string {
  if (size < 1e-9) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(size)));
  const fixed = size.toFixed(Math.min(decimals, 12));
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}

/** Numbers that stand beside each other, with the same decimals: as many as give each two digits, at most four more than one needs. */
export function showTogether(values: readonly number[]): readonly string[] {
  const sizes = values.map(Math.abs).filter((x) => Number.isFinite(x) && x > 0);
  const largest = Math.max(0, ...sizes);
  if (largest >= 1000 || largest === 0) return values.map(showNumber);
  const need = (x: number, digits: number): number => Math.max(0, digits - 1 - Math.floor(Math.log10(x)));
  const decimals = Math.min(Math.max(need(largest, 3), need(Math.min(...sizes), 2)), need(largest, 3) + 2);
  const texts = values.map((v) => fixed(v, decimals));
  const spare = Math.min(...texts.map((t) => (/\.\d*?(0*)$/.exec(t)?.[1] ?? '').length));
  return texts.map((t) => t.slice(0, t.length - spare).replace(/\.$/, ''));
}

/** Ticks of an axis, with the decimals that tell them apart. */
export function showTicks(ticks: readonly number[]): readonly string[] {
  if (ticks.some((t) => Math.abs(t) >= 1000)) return ticks.map(showNumber);
  const decimals = Math.max(
    0,
    ...ticks.map((t) => (String(Number(t.toPrecision(9))).split('.')[1] ?? '').length),
  );
  return ticks.map((t) => fixed(t, decimals));
}

function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return showNumber(value);
  const digits = Math.abs(value).toFixed(Math.min(decimals, 12));
  return value < 0 && Number(digits) !== 0 ? minus + digits : digits;
}

/** A count or other whole number, thousands with commas. */
export const withCommas = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/** A share of one as a percentage; what rounds to nothing or to everything, but is not, says so. */
export function showPercent(share: number): string {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return `under 1${gap}%`;
  if (share < 1 && percent === 100) return `over 99${gap}%`;
  return `${percent}${gap}%`;
}

/** A number with its unit: `1.12 times`, `4 %`. */
export const withUnit = (value: number, unit: string): string =>
  unit ? `${showNumber(value)}${gap}${unit}` : showNumber(value);

/** `1 test`, `20 tests`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${withCommas(n)} ${n === 1 ? one : many}`;
