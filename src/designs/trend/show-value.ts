/** A number for a reader: two significant digits unless told, never an exponent, a true minus sign. */
export function showValue(value: number, digits = 2): string {
  const size = Math.abs(value);
  if (size < 5e-7) return '0';
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const text = size.toFixed(Math.min(decimals, 8));
  return value < 0 ? `−${text}` : text;
}

/** The same with its sign. */
export const showSigned = (value: number): string => (value > 0 ? '+' : '') + showValue(value);
