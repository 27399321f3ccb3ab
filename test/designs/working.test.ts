import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import type { Specification } from '../../src/claims/specification.js';
import type { Estimate } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import type { Working } from '../../src/designs/working.js';
import { randomFrom } from '../../src/kernel/random.js';
import { projectRoot } from '../../src/kernel/root.js';
import { tablesOf } from '../../src/verdicts/test-claims.js';
import type { Row } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';

/* Whoever has the table of a working and its sum must get the number of the test, for every claim of the library. */

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, row) => all + Number(row[column]), 0);

const redone: Readonly<Record<string, (w: Working, s: Specification) => number>> = {
  share({ rows }) {
    const group = rows.filter((r) => r['in_group'] === 1);
    const part = (column: string): number => sum(group, column) / sum(rows, column);
    return part('amount') / part('yardstick');
  },
  trend({ rows }) {
    const n = rows.length;
    const [x, y] = [sum(rows, 'year') / n, sum(rows, 'value') / n];
    const [xy, xx] = rows.reduce<[number, number]>(
      ([a, b], r) => {
        const d = Number(r['year']) - x;
        return [a + d * (Number(r['value']) - y), b + d * d];
      },
      [0, 0],
    );
    return (10 * xy) / xx;
  },
  comparison({ rows }, { parameters }) {
    const { as } = parameters as { readonly as: string };
    if (rows[0]!['in_group'] !== undefined) {
      const column = 'change' in rows[0]! ? 'change' : Object.keys(rows[0]!).at(-1)!;
      const others = rows.filter((r) => r['in_group'] === 1);
      return Number(rows.find((r) => r['in_group'] === 0)![column]) - sum(others, column) / others.length;
    }
    const spans = [...new Set(rows.map((r) => r['span']))];
    const mean = (side: string, span: unknown): number => {
      const own = rows.filter((r) => r['span'] === span);
      const weight = (r: Row): number => Number(r[`weight_of_${side}`] ?? 1);
      const all = own.reduce((total, r) => total + weight(r), 0);
      return own.reduce((total, r) => total + weight(r) * Number(r[side]), 0) / all;
    };
    const change = (of: (span: unknown) => number): number =>
      spans.length === 1 ? of(spans[0]) : of(spans[1]) - of(spans[0]);
    const one = change((span) => mean('one', span));
    if (rows[0]!['other'] === undefined) return one;
    const other = change((span) => mean('other', span));
    if (as === 'movement') return Math.abs(one) - Math.abs(other);
    if (as === 'difference') return one - other;
    if (as === 'less') return other - one;
    return change((span) => {
      const [a, b] = [mean('one', span), mean('other', span)];
      return (100 * (a - b)) / (a + b);
    });
  },
  figure({ says }) {
    const value = (line: string): number => Number(/(?:, | = )(−?[\d.]+)$/.exec(line)![1]!.replace('−', '-'));
    const records = says.filter((line) => line.startsWith('record_')).map(value);
    const made = says.find((line) => line.startsWith('figure: '));
    if (made === undefined) return records[0]!;
    const [head, ...rest] = /^figure: (.*) = /.exec(made)![1]!.split(' − ');
    const term = (text: string): number =>
      [...text.matchAll(/record_(\d+)/g)].reduce((all, [, i]) => all + records[Number(i) - 1]!, 0);
    return rest.reduce((left, text) => left - term(text), term(head!));
  },
};

let world: World;
let tested: {
  readonly name: string;
  readonly specification: Specification;
  readonly estimate: Estimate;
  readonly working: Working;
}[];

beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
  const claims = findClaims([], join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims);
  const chosen = tablesOf(claims, designs, world).flatMap((t) =>
    t.parts.flatMap(({ table }) =>
      table.readings.flatMap((reading) => {
        const run = table.specifications.filter((s) => s.reading === reading && s.impossible === undefined);
        return [...new Set([run[0], run.at(-1)])].flatMap((specification) =>
          specification ? [{ name: `${t.claim.id} ${table.part.name} ${reading}`, specification }] : [],
        );
      }),
    ),
  );
  tested = [];
  for (const { name, specification } of chosen) {
    const design = designs[specification.design]!;
    const { parameters, key } = specification;
    const answers = await world.answer(design.needs(parameters, world));
    tested.push({
      name,
      specification,
      estimate: design.estimate(parameters, answers, world, randomFrom(key)),
      working: design.working!(parameters, answers, world),
    });
  }
}, 300_000);
afterAll(() => world.close());

describe('the working of a test', () => {
  it('is there for the claims of every design that has one', () => {
    expect(new Set(tested.map(({ specification }) => specification.design))).toEqual(
      new Set(['share', 'trend', 'comparison', 'figure']),
    );
  });

  it('gives the number to whoever redoes it', () => {
    for (const { name, specification, estimate, working } of tested) {
      const value = redone[specification.design]!(working, specification);
      const near = specification.design === 'figure' ? 1e-4 * Math.max(1, Math.abs(value)) : 1e-9;
      expect(Math.abs(value - estimate.value), `${name}: ${value}, not ${estimate.value}`).toBeLessThan(near);
    }
  });

  it('says so in its last line, to the digits that it shows', () => {
    for (const { name, estimate, working } of tested) {
      const shown = Number(/(−?[\d.]+(?:e[+-]\d+)?)$/.exec(working.says.at(-1)!)![1]!.replace('−', '-'));
      expect(Math.abs(shown - estimate.value), name).toBeLessThan(1e-5 * Math.max(1, Math.abs(shown)));
    }
  });

  it('shows the rows that a figure was counted or read from', async () => {
    for (const { name, specification, working } of tested) {
      if (specification.design !== 'figure') continue;
      const needs = designs['figure']!.needs(specification.parameters, world);
      expect(Object.keys(working.behind!), name).toEqual(Object.keys(needs));
      for (const [record, query] of Object.entries(working.behind!)) {
        const rows = await world.ask(query);
        expect(rows.length, `${name}, ${record}`).toBeGreaterThan(0);
        const counted = /^rows of /.test(working.says.find((s) => s.startsWith(record))!.slice(10));
        if (counted)
          expect(working.says.find((s) => s.startsWith(record))).toMatch(new RegExp(`, ${rows.length}$`));
      }
    }
  });
});
