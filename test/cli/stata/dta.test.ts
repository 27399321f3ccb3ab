import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type StataColumn,
  type StataFile,
  type StataType,
  wholeNumbers,
} from '../../../src/cli/stata/columns.js';
import { dta } from '../../../src/cli/stata/dta.js';
import { dtaRows } from '../../../src/cli/stata/rows.js';
import type { Cell } from '../../../src/world/database.js';
import { exampleCells, exampleFile } from './example.js';
import { parseDta } from './parse-dta.js';

interface ReadByR {
  readonly label: string;
  readonly notes: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly class: string;
    readonly values: readonly (string | null)[];
    readonly label: string | null;
    readonly format: string;
    readonly labels: readonly { readonly code: number; readonly meaning: string }[] | null;
  }[];
}

const oracles = new URL('../../oracles/panel/', import.meta.url);
const golden = readFileSync(new URL('stata-example.dta', oracles));
const readByR = JSON.parse(readFileSync(new URL('stata-example.json', oracles), 'utf8')) as ReadByR;

/** Days from 1960 to 1970, from where Stata and R count. */
const tenYears = 3653;

describe('a Stata file', () => {
  it('has the bytes that R has read', () => {
    expect(Buffer.from(dta(exampleFile, exampleCells)).equals(golden)).toBe(true);
  });

  it('was read by R with every value, to the last bit', () => {
    exampleFile.columns.forEach((c, i) => {
      const read = readByR.columns[i]!;
      expect(read.name).toBe(c.name);
      const values = read.values.map((v) => {
        if (read.class === 'character') return v === '' ? null : v;
        return v === null ? null : Number(v) + (c.date ? tenYears : 0);
      });
      expect(values).toEqual(exampleCells[i]!.map((x) => (Number.isNaN(x) ? null : x)));
    });
  });

  it('was read by R with labels, meanings of codes, formats and notes', () => {
    expect(readByR.label).toBe(exampleFile.label);
    expect(readByR.notes).toEqual([String(exampleFile.notes.length), ...exampleFile.notes]);
    exampleFile.columns.forEach((c, i) => {
      const read = readByR.columns[i]!;
      const meanings = read.labels && Object.fromEntries(read.labels.map((l) => [l.code, l.meaning]));
      expect(meanings ?? undefined).toEqual(c.values);
      expect(read.label ?? '').toBe(c.label.length > 80 ? `${c.label.slice(0, 79)}…` : c.label);
      expect(read.class === 'Date').toBe(c.date === true);
    });
  });

  it('holds what was put in, whatever it is', () => {
    fc.assert(
      fc.property(table, ({ file, cells }) => {
        const read = parseDta(dta(file, cells));
        expect(read).toEqual({ ...file, cells });
      }),
      { numRuns: 200 },
    );
  });

  it('is the same bytes written in pieces as in one', () => {
    fc.assert(
      fc.property(table, fc.nat(), ({ file, cells }, where) => {
        const cut = file.rows === 0 ? 0 : where % file.rows;
        const whole = dtaRows(file.columns)(cells);
        const rows = dtaRows(file.columns);
        const pieces = [cells.map((c) => c.slice(0, cut)), cells.map((c) => c.slice(cut))].map(rows);
        expect(Buffer.concat(pieces).equals(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('has no infinity: what is beyond Stata’s numbers is missing', () => {
    const column = { name: 'x', type: 'double', label: '' } as const;
    const cells = [[Infinity, -Infinity, Number.NaN, 2 ** 1023, 1e308]];
    const file = { label: '', notes: [], columns: [column], rows: 5, sortedBy: [] };
    expect(parseDta(dta(file, cells)).cells).toEqual([[null, null, null, null, null]]);
  });
});

const cellOf = (type: StataType): fc.Arbitrary<Cell> => {
  if (typeof type !== 'string')
    return fc.oneof(
      fc.constant(null),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: type.text })
        .filter((s) => !s.includes('\0') && Buffer.byteLength(s) <= type.text),
    );
  if (type === 'double')
    return fc.oneof(
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true, max: 8.98e307 }).map((x) => x + 0),
    );
  const [min, max] = wholeNumbers[type];
  return fc.oneof(fc.constant(null), fc.constantFrom(min, max), fc.integer({ min, max }));
};

const label = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((s) => !s.includes('\0'));

const column: fc.Arbitrary<Omit<StataColumn, 'name'>> = fc
  .record({
    type: fc.oneof(
      fc.constantFrom<StataType[]>('byte', 'int', 'long', 'double'),
      fc.integer({ min: 4, max: 30 }).map((text) => ({ text })),
    ),
    label,
    notes: fc.array(label, { maxLength: 2 }),
    values: fc.option(
      fc.dictionary(fc.integer({ min: -127, max: 100 }).map(String), label, { minKeys: 1, maxKeys: 3 }),
      { nil: undefined },
    ),
  })
  .map((c) => ({ ...c, values: c.type === 'byte' ? c.values : undefined }));

const table: fc.Arbitrary<{ file: StataFile; cells: readonly (readonly Cell[])[] }> = fc
  .tuple(
    fc.array(column, { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 0, max: 6 }),
    label,
    fc.array(label),
  )
  .chain(([bare, rows, title, notes]) => {
    const columns = bare.map((c, i) => ({ ...c, name: `v${i}` }));
    const file: StataFile = { label: title, notes, columns, rows, sortedBy: [columns[0]!.name] };
    const cells = fc.tuple(
      ...columns.map((c) => fc.array(cellOf(c.type), { minLength: rows, maxLength: rows })),
    );
    return cells.map((list) => ({ file, cells: list }));
  });
