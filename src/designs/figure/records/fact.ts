import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { showYears } from '../../../kernel/years.js';
import { tableOf } from '../../../world/catalogue.js';
import type { Row } from '../../../world/database.js';
import { identifier } from '../../../world/sql.js';
import { checkConditions, conditions, whereSql } from '../conditions.js';
import { cannotCover, complete, saidBy, span, texts, wholeRows } from './common.js';
import type { RecordKind } from './record.js';

const parameters = z.strictObject({
  fact: z.string().min(1).describe('a table of stated figures'),
  column: z.string().min(1).describe('the column that holds the figure'),
  where: conditions,
  as: z
    .enum(['one', 'lowest', 'highest', 'mean', 'sum'])
    .default('one')
    .describe('one: exactly one row must fit; otherwise what is made of all that fit'),
  by: z.string().optional().describe('the column that says who stated it'),
  when: z.string().optional().describe('the column that says when, or of when'),
  bound: z.string().optional().describe('a column that holds at_least where the figure is a lower bound'),
  named: z.string().optional().describe('a column that names each row, for the page'),
  years: span,
  complete,
});

type Asked = z.infer<typeof parameters>;

const made = {
  one: (xs: readonly number[]) => xs[0]!,
  lowest: (xs: readonly number[]) => Math.min(...xs),
  highest: (xs: readonly number[]) => Math.max(...xs),
  mean: (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length,
  sum: (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0),
};

/**
 * A figure that somebody stated, as a row of a table of facts has it: the one row that meets all conditions, or the
 * lowest, highest, mean or sum of several. Who stated it and when go with it. `at_least` in the column `bound` makes it
 * a lower bound. Throws `designs/no-fact` where no row fits, `designs/several-facts` where one is asked for.
 */
export const fact: RecordKind<Asked> = {
  name: 'fact',
  parameters: parameters as unknown as z.ZodType<Asked>,
  observes: ({ years }) => years,
  cannot(a, catalogue) {
    checkConditions(a.fact, a.where, [a.column, a.by, a.when, a.bound, a.named], catalogue);
    return cannotCover(a.fact, a.years, catalogue);
  },
  query(a, { manifest }) {
    const columns = [...new Set([a.column, a.by, a.when, a.bound, a.named])].filter((c) => c !== undefined);
    const key = tableOf(manifest, a.fact).key.map(identifier).join(', ');
    return {
      sql: `SELECT ${columns.map(identifier).join(', ')} FROM ${identifier(a.fact)} WHERE ${whereSql(a.where)} AND ${identifier(a.column)} IS NOT NULL ORDER BY ${key}`,
      tables: [a.fact],
    };
  },
  read(a, rows, catalogue) {
    if (rows.length === 0) fail('designs/no-fact', `no row of ${a.fact} states such a figure`);
    if (a.as === 'one' && rows.length > 1) {
      fail('designs/several-facts', `${rows.length} rows of ${a.fact} state such a figure`, {
        hint: 'narrow where, or say as: lowest, highest, mean or sum',
      });
    }
    const number = (r: Row): number => Number(r[a.column]);
    const value = made[a.as](rows.map(number));
    const least = a.bound !== undefined && rows.some((r) => r[a.bound!] === 'at_least');
    return {
      ...{ value, low: value, high: value, n: rows.length, of: rows.length === 1 ? 'fact' : 'facts' },
      by: texts(rows, a.by) ?? saidBy(a.fact, catalogue),
      when: texts(rows, a.when) ?? showYears(a.years),
      beyond: a.complete && !least ? 'nothing' : 'above',
      made:
        a.named === undefined
          ? []
          : rows.map((r) => ({ label: String(r[a.named!] ?? '–'), value: number(r), main: true })),
      lost: {},
    };
  },
  behind(a, { manifest }) {
    const where = `${whereSql(a.where)} AND ${identifier(a.column)} IS NOT NULL`;
    const what = a.as === 'one' ? a.column : `${a.as} of ${a.column}`;
    return { says: `${what} in ${a.fact} where ${where}`, rows: wholeRows(a.fact, where, manifest) };
  },
};
