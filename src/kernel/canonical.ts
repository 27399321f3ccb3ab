import { hash } from 'node:crypto';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON text with keys sorted at every depth: equal values give equal bytes. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : v,
  );
}

/** SHA-256 in hexadecimal of a text, of bytes, or of the canonical JSON of a value. */
export function contentHash(value: unknown): string {
  const input = typeof value === 'string' || value instanceof Uint8Array ? value : canonical(value);
  return hash('sha256', input, 'hex');
}

/** A number with the 12 significant digits that results carry: the last bits of a double are no finding. */
export function settled(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
