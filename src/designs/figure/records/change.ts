import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { power } from '../../../kernel/power.js';
import { tQuantile } from '../../../statistics/distributions.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';
import { complete, oneYear, saidBy, wholeRows } from './common.js';
import type { RecordKind } from './record.js';
import { cannotAt, variableAbout } from './variable-at.js';

const parameters = z
  .strictObject({
    change: z.string().min(1).describe('a variable about states, or about pairs'),
    towards: z.string().min(1).optional().describe('of a variable about pairs: the second state of the pair'),
    from: oneYear,
    to: oneYear,
    among: z.array(z.string().min(1)).min(1).optional().describe('only these states'),
    'also-in': z
      .array(oneYear)
      .optional()
      .describe('only states with a value in these years too: a fixed set'),
    as: z
      .enum(['mean', 'lowest', 'highest'])
      .default('mean')
      .describe('the mean change, or that of the state where it is lowest or highest'),
    complete,
  })
  .refine((c) => c.from < c.to, { path: ['to'], message: 'the later year comes after the earlier' });

type Asked = z.infer<typeof parameters>;

/** Fewest states from whom a mean change has an interval. */
const fewest = 3;

type Interval = { readonly value: number; readonly low: number; readonly high: number };

const exact = (x: number): Interval => ({ value: x, low: x, high: x });

const made: Readonly<Record<Asked['as'], (changes: readonly number[]) => Interval>> = {
  lowest: (changes) => exact(Math.min(...changes)),
  highest: (changes) => exact(Math.max(...changes)),
  mean(changes) {
    const n = changes.length;
    const mean = changes.reduce((sum, x) => sum + x, 0) / n;
    const variance = changes.reduce((sum, x) => sum + power(x - mean, 2), 0) / (n - 1);
    const half = tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
    return { value: mean, low: mean - half, high: mean + half };
  },
};

const codesOf = (a: Asked, { states }: Catalogue): readonly number[] | undefined =>
  a.among?.map((name) => states.resolve(name, a.to));

const whoOf = ({ towards }: Asked): string => (towards === undefined ? 'ccode' : 'ccode1');

const yearsOf = (a: Asked): readonly number[] => [...new Set([a.from, a.to, ...(a['also-in'] ?? [])])];

/** The rows of the states asked about in the years asked for. */
function whereOf(a: Asked, catalogue: Catalogue): string {
  const codes = codesOf(a, catalogue);
  return [
    ...(a.towards === undefined ? [] : [`ccode2 = ${catalogue.states.resolve(a.towards, a.to)}`]),
    `year IN (${yearsOf(a).join(', ')})`,
    `${identifier(a.change)} IS NOT NULL`,
    ...(codes ? [`${whoOf(a)} IN (${codes.join(', ')})`] : []),
  ].join(' AND ');
}

/**
 * The mean change of a variable between two years over the states that have it in both (and in every year of
 * `also-in`): mean of v(to) − v(from), each state the same. Interval: mean ± t(0.975, n − 1) · s / √n, the states taken
 * as a sample; it speaks of states like these and not of the world. Needs three states. `lowest` and `highest` give the
 * change of one of them, as it is.
 * Throws `designs/too-few-states`.
 */
export const change: RecordKind<Asked> = {
  name: 'change',
  parameters: parameters as unknown as z.ZodType<Asked>,
  named: ({ towards }) => (towards === undefined ? [] : [towards]),
  ofEachState: true,
  observes: ({ from, to }) => ({ from, to }),
  cannot(a, catalogue) {
    if (a.towards !== undefined) catalogue.states.resolve(a.towards, a.to);
    codesOf(a, catalogue);
    const variable = variableAbout(a.change, a.towards === undefined ? 1 : 2, catalogue);
    return cannotAt(variable, a.from) ?? cannotAt(variable, a.to);
  },
  query(a, catalogue) {
    const { table, name } = variableOf(catalogue.manifest, a.change);
    const x = identifier(name);
    const at = (year: number): string => `max(${x}) FILTER (year = ${year})::DOUBLE`;
    return {
      sql: `SELECT ${whoOf(a)} AS ccode, ${at(a.from)} AS before, ${at(a.to)} AS after, count(DISTINCT year) = ${yearsOf(a).length} AS asked
        FROM ${identifier(table)} WHERE ${whereOf(a, catalogue)} GROUP BY 1 ORDER BY 1`,
      tables: [table],
    };
  },
  read(a, rows, catalogue) {
    const kept = rows.filter((r) => r['asked'] === true);
    if (kept.length < fewest)
      fail(
        'designs/too-few-states',
        `${kept.length} states with a value in all years: a mean change needs ${fewest}`,
      );
    const changes = kept.map((r) => Number(r['after']) - Number(r['before']));
    const n = changes.length;
    const pieces = kept.map((r, i) => ({
      label: catalogue.states.nameOf(Number(r['ccode']), a.to),
      value: changes[i]!,
      main: true,
    }));
    return {
      ...made[a.as](changes),
      ...{ n, of: 'states' },
      by: saidBy(variableOf(catalogue.manifest, a.change).table, catalogue),
      when: `${a.from} to ${a.to}`,
      beyond: a.complete ? 'nothing' : 'anywhere',
      made: pieces.sort((p, q) => p.value - q.value),
      lost: rows.length > n ? { 'no value in one of the years': rows.length - n } : {},
    };
  },
  behind(a, catalogue) {
    const { table } = variableOf(catalogue.manifest, a.change);
    const towards = a.towards === undefined ? '' : ` towards ${a.towards}`;
    const others = a['also-in'] ? `, of states with a value in ${a['also-in'].join(', ')} too` : '';
    return {
      says: `${a.as} of the changes of ${a.change}${towards} from ${a.from} to ${a.to}${others}`,
      rows: wholeRows(table, whereOf(a, catalogue), catalogue.manifest),
    };
  },
};
