export type Field = Uint8Array;

const encoder = new TextEncoder();

export const text = (x: string): Field => encoder.encode(x);

/** A whole number from 0 on, least significant byte first; for negative ones four bytes in two’s complement. */
export function integer(x: number, width: 1 | 2 | 4 | 8): Field {
  const out = new Uint8Array(width);
  const view = new DataView(out.buffer);
  if (width === 8) view.setBigUint64(0, BigInt(x), true);
  else if (width === 4) view.setInt32(0, x, true);
  else if (width === 2) view.setUint16(0, x, true);
  else view.setUint8(0, x);
  return out;
}

/** The bytes of a text, cut at a whole letter where it is longer than the field. */
export function bytesOf(x: string, width: number): Field {
  const out = new Uint8Array(width);
  const { written } = encoder.encodeInto(x, out);
  return out.subarray(0, written);
}

/** A text in a field of fixed width, ended by at least one zero byte. */
export function field(x: string, width: number): Field {
  const out = new Uint8Array(width);
  encoder.encodeInto(x, out.subarray(0, width - 1));
  return out;
}

export function joined(parts: readonly Field[]): Field {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

export const tagged = (tag: string, body: Field): Field =>
  joined([text(`<${tag}>`), body, text(`</${tag}>`)]);
