import type { Cell } from '../../world/database.js';
import { bytesOf } from './bytes.js';
import { rowWidth, type StataColumn, wholeNumbers, widthOf } from './columns.js';

/** Makes rows of columns: missing is `.`, or an empty text; Stata has no infinity, which is missing too. */
export function dtaRows(
  columns: readonly StataColumn[],
): (cells: readonly (readonly Cell[])[]) => Uint8Array {
  const width = rowWidth(columns);
  const put = columns.map((c) => (typeof c.type === 'string' ? numbers(c.type) : texts(c.type.text)));
  return (cells) => {
    const out = new Uint8Array(width * (cells[0]?.length ?? 0));
    const view = new DataView(out.buffer);
    let offset = 0;
    columns.forEach((c, i) => {
      put[i]!(cells[i]!, view, out, offset, width);
      offset += widthOf(c.type);
    });
    return out;
  };
}

/** From here on Stata keeps kinds of missing, the plain one first; NaN is not below it. */
const endOfDoubles = 2 ** 1023;

type Put = (cells: readonly Cell[], view: DataView, out: Uint8Array, offset: number, step: number) => void;

function numbers(type: 'byte' | 'int' | 'long' | 'double'): Put {
  const set = (view: DataView, at: number, x: number): void =>
    type === 'byte'
      ? view.setInt8(at, x)
      : type === 'int'
        ? view.setInt16(at, x, true)
        : type === 'long'
          ? view.setInt32(at, x, true)
          : view.setFloat64(at, x, true);
  const missing = type === 'double' ? endOfDoubles : wholeNumbers[type][1] + 1;
  return (cells, view, _out, offset, step) => {
    for (let i = 0, at = offset; i < cells.length; i++, at += step) {
      const x = cells[i];
      set(view, at, typeof x === 'number' && x > -Infinity && x < endOfDoubles ? x : missing);
    }
  };
}

function texts(width: number): Put {
  const known = new Map<string, Uint8Array>(); // few names stand in many rows
  return (cells, _view, out, offset, step) => {
    for (let i = 0, at = offset; i < cells.length; i++, at += step) {
      const x = cells[i];
      if (x === null || x === undefined) continue;
      let bytes = known.get(String(x));
      if (bytes === undefined) {
        bytes = bytesOf(String(x), width);
        if (known.size < 100_000) known.set(String(x), bytes);
      }
      out.set(bytes, at);
    }
  };
}
