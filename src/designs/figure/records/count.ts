import { z } from 'zod';
import { showYears } from '../../../kernel/years.js';
import { tableOf } from '../../../world/catalogue.js';
import { identifier } from '../../../world/sql.js';
import { checkConditions, conditions, whereSql } from '../conditions.js';
import { cannotCover, complete, saidBy, span, wholeRows } from './common.js';
import type { RecordKind } from './record.js';

const parameters = z.strictObject({
  count: z.string().min(1).describe('a table of the world, whose rows are counted'),
  where: conditions.default({}),
  distinct: z.string().optional().describe('count different values of this column, not rows'),
  named: z.string().optional().describe('a column that names what is counted, for the page'),
  years: span,
  complete,
});

type Asked = z.infer<typeof parameters>;

/**
 * How many rows of a table meet all conditions, or how many different values of a column stand in them. A count of an
 * incomplete record is a lower bound of the true one.
 */
export const count: RecordKind<Asked> = {
  name: 'count',
  parameters: parameters as unknown as z.ZodType<Asked>,
  observes: ({ years }) => years,
  cannot(a, catalogue) {
    checkConditions(a.count, a.where, [a.distinct, a.named], catalogue);
    return cannotCover(a.count, a.years, catalogue);
  },
  query(a, { manifest }) {
    const label = a.distinct ?? a.named;
    const key = tableOf(manifest, a.count).key.map(identifier).join(', ');
    const rows = `FROM ${identifier(a.count)} WHERE ${whereSql(a.where)}`;
    if (label === undefined) return { sql: `SELECT count(*)::INTEGER AS n ${rows}`, tables: [a.count] };
    const named = identifier(label);
    const sql =
      a.distinct === undefined
        ? `SELECT CAST(${named} AS VARCHAR) AS label, 1 AS n ${rows} ORDER BY ${key}`
        : `SELECT CAST(${named} AS VARCHAR) AS label, count(*)::INTEGER AS n ${rows} AND ${named} IS NOT NULL GROUP BY 1 ORDER BY 1`;
    return { sql, tables: [a.count] };
  },
  read(a, rows, catalogue) {
    const labelled = (a.distinct ?? a.named) !== undefined;
    const value = labelled ? rows.length : Number(rows[0]?.['n'] ?? 0);
    return {
      ...{ value, low: value, high: value, n: value },
      of: a.distinct === undefined ? 'rows' : `values of ${a.distinct}`,
      by: saidBy(a.count, catalogue),
      when: showYears(a.years),
      beyond: a.complete ? 'nothing' : 'above',
      made: labelled
        ? rows.map((r) => ({ label: String(r['label'] ?? '–'), value: Number(r['n']), main: true }))
        : [],
      lost: {},
    };
  },
  behind(a, { manifest }) {
    const what = a.distinct === undefined ? 'rows' : `different values of ${a.distinct} in the rows`;
    const where = whereSql(a.where);
    return { says: `${what} of ${a.count} where ${where}`, rows: wholeRows(a.count, where, manifest) };
  },
};
