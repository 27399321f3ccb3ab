import { z } from 'zod';
import { showYears } from '../../../kernel/years.js';
import { identifier } from '../../../world/sql.js';
import { checkConditions, conditions, whereSql } from '../conditions.js';
import { cannotCover, complete, saidBy, span, wholeRows } from './common.js';
import type { RecordKind } from './record.js';

const parameters = z.strictObject({
  list: z.string().min(1).describe('a table of the world'),
  column: z.string().min(1).describe('the column whose different values are listed'),
  where: conditions.default({}),
  years: span,
  complete,
});

type Asked = z.infer<typeof parameters>;

/** The different values of a column in the rows that meet all conditions; its number is how many there are. */
export const list: RecordKind<Asked> = {
  name: 'list',
  parameters: parameters as unknown as z.ZodType<Asked>,
  observes: ({ years }) => years,
  cannot(a, catalogue) {
    checkConditions(a.list, a.where, [a.column], catalogue);
    return cannotCover(a.list, a.years, catalogue);
  },
  query: (a) => ({
    sql: `SELECT CAST(${identifier(a.column)} AS VARCHAR) AS label, count(*)::INTEGER AS n FROM ${identifier(a.list)}
      WHERE ${whereSql(a.where)} AND ${identifier(a.column)} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    tables: [a.list],
  }),
  read(a, rows, catalogue) {
    const items = rows.map((r) => String(r['label']));
    return {
      ...{ value: items.length, low: items.length, high: items.length, n: items.length },
      of: `values of ${a.column}`,
      by: saidBy(a.list, catalogue),
      when: showYears(a.years),
      beyond: a.complete ? 'nothing' : 'above',
      list: items,
      made: rows.map((r) => ({ label: String(r['label']), value: Number(r['n']), main: true })),
      lost: {},
    };
  },
  behind(a, { manifest }) {
    const where = `${whereSql(a.where)} AND ${identifier(a.column)} IS NOT NULL`;
    return {
      says: `different values of ${a.column} in the rows of ${a.list} where ${where}`,
      rows: wholeRows(a.list, where, manifest),
    };
  },
};
