import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { showYears } from '../../../kernel/years.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';
import { complete, saidBy, span, wholeRows } from './common.js';
import type { RecordKind } from './record.js';
import { cannotAt, variableAbout } from './variable-at.js';

const parameters = z.strictObject({
  'rank-of': z.string().min(1).describe('the state whose place is asked for'),
  by: z.string().min(1).describe('the variable whose sum over the years orders the states'),
  from: z.string().min(1).optional().describe('of a variable about pairs: the first state of the pair'),
  years: span,
  complete,
});

type Asked = z.infer<typeof parameters>;

/** States shown on the page. */
const shown = 10;

const stateOf = (a: Asked, { states }: Catalogue): number => states.resolve(a['rank-of'], a.years.to);

/** The rows whose sums order the states. */
function whereOf(a: Asked, { states }: Catalogue): string {
  const from = a.from === undefined ? '' : `ccode1 = ${states.resolve(a.from, a.years.to)} AND `;
  return `${from}year BETWEEN ${a.years.from} AND ${a.years.to} AND ${identifier(a.by)} IS NOT NULL`;
}

/**
 * The place of a state among all when they are ordered by the sum of a variable over the years, the most first. States
 * that share a place all stand at the lowest of it: the first is ahead of every other. In an incomplete record the place
 * can be any, for what is left out may belong to anybody. Throws `designs/no-value` where the state has none.
 */
export const rank: RecordKind<Asked> = {
  name: 'rank-of',
  parameters: parameters as unknown as z.ZodType<Asked>,
  named: (a) => [a['rank-of'], ...(a.from === undefined ? [] : [a.from])],
  ofEachState: true,
  observes: ({ years }) => years,
  cannot(a, catalogue) {
    stateOf(a, catalogue);
    if (a.from !== undefined) catalogue.states.resolve(a.from, a.years.to);
    const variable = variableAbout(a.by, a.from === undefined ? 1 : 2, catalogue);
    return cannotAt(variable, a.years.from) ?? cannotAt(variable, a.years.to);
  },
  query(a, catalogue) {
    const { table, name } = variableOf(catalogue.manifest, a.by);
    const who = a.from === undefined ? 'ccode' : 'ccode2';
    return {
      sql: `SELECT ${who} AS ccode, sum(${identifier(name)})::DOUBLE AS total FROM ${identifier(table)}
        WHERE ${whereOf(a, catalogue)} GROUP BY 1 ORDER BY 2 DESC, 1`,
      tables: [table],
    };
  },
  read(a, rows, catalogue) {
    const state = stateOf(a, catalogue);
    const own = rows.find((r) => r['ccode'] === state);
    if (!own) fail('designs/no-value', `${a.by} has no value of ${a['rank-of']} in ${showYears(a.years)}`);
    const place = rows.filter((r) => Number(r['total']) >= Number(own!['total'])).length;
    const ordered = [...rows.slice(0, shown), ...(rows.indexOf(own!) >= shown ? [own!] : [])];
    return {
      ...{ value: place, low: place, high: place, n: rows.length, of: 'states' },
      by: saidBy(variableOf(catalogue.manifest, a.by).table, catalogue),
      when: showYears(a.years),
      beyond: a.complete ? 'nothing' : 'anywhere',
      piecesCount: variableOf(catalogue.manifest, a.by).title,
      made: ordered.map((r) => ({
        label: catalogue.states.nameOf(Number(r['ccode']), a.years.to),
        value: Number(r['total']),
        main: r['ccode'] === state,
      })),
      lost: {},
    };
  },
  behind(a, catalogue) {
    const { table } = variableOf(catalogue.manifest, a.by);
    const from = a.from === undefined ? '' : ` from ${a.from}`;
    return {
      says: `place of ${a['rank-of']} among all by the sum of ${a.by}${from} over ${showYears(a.years)}, the most first`,
      rows: wholeRows(table, whereOf(a, catalogue), catalogue.manifest),
    };
  },
};
