import { showValue } from '../designs/trend/show-value.js';
import type { EffectScale } from './effect-scale.js';

/** A number in a sentence: a whole one as it is, else three significant digits; a true minus sign. */
export const number = (x: number): string =>
  Number.isInteger(x) ? String(x).replace('-', '−') : showValue(x, 3);

/** A share of one: whole per cent. */
export const percent = (x: number): string => `${Math.round(100 * x)} %`;

/** `1 test`, `20 tests`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A unit after a number, where there is one. */
export const inUnit = ({ unit }: EffectScale): string => (unit ? ` ${unit}` : '');

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(n: number): string {
  const teens = n % 100 > 10 && n % 100 < 14;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
