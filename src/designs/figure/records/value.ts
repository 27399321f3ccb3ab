import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';
import { identifier } from '../../../world/sql.js';
import { complete, oneYear, saidBy, wholeRows } from './common.js';
import type { RecordKind } from './record.js';
import { cannotAt, variableAbout } from './variable-at.js';

const parameters = z.strictObject({
  value: z.string().min(1).describe('a variable of the world'),
  of: z
    .union([z.string().min(1), z.tuple([z.string().min(1), z.string().min(1)])])
    .optional()
    .describe('the state, or the pair; none for a variable about the system'),
  year: oneYear,
  complete,
});

type Asked = z.infer<typeof parameters>;

const about = ({ of }: Asked): readonly string[] =>
  of === undefined ? [] : typeof of === 'string' ? [of] : of;

/** The row of the state, the pair or the system in the year. */
function whereOf(a: Asked, { states }: Catalogue): string {
  const codes = about(a).map((state) => states.resolve(state, a.year));
  const columns = codes.length === 2 ? ['ccode1', 'ccode2'] : ['ccode'];
  return `${codes.map((code, i) => `${columns[i]} = ${code} AND `).join('')}year = ${a.year}`;
}

/**
 * The value of a variable in a year: of a state, of a pair, or of the system. Where the source says that absence is
 * zero, a pair without a row has 0. Throws `designs/no-value` where the record has none.
 */
export const value: RecordKind<Asked> = {
  name: 'value',
  parameters: parameters as unknown as z.ZodType<Asked>,
  named: about,
  observes: ({ year }) => ({ from: year, to: year }),
  cannot(a, catalogue) {
    const codes = about(a).map((name) => catalogue.states.resolve(name, a.year));
    if (codes.length === 2 && codes[0] === codes[1])
      fail('designs/pair-of-one', `a pair of one state: ${about(a)[1]}`, { hint: 'name two states' });
    return cannotAt(variableAbout(a.value, about(a).length, catalogue), a.year);
  },
  query(a, catalogue) {
    const { table, name } = variableAbout(a.value, about(a).length, catalogue);
    return {
      sql: `SELECT ${identifier(name)} AS x FROM ${identifier(table)} WHERE ${whereOf(a, catalogue)}`,
      tables: [table],
    };
  },
  read(a, rows, catalogue) {
    const variable = variableOf(catalogue.manifest, a.value);
    const [row] = rows;
    const found = row ? row['x'] : variable.absentIsZero === undefined ? null : 0;
    if (found === null || found === undefined) {
      fail(
        'designs/no-value',
        `${a.value} has no value${about(a).length > 0 ? ` of ${about(a).join(' and ')}` : ''} in ${a.year}`,
      );
    }
    const x = Number(found);
    const who = about(a).map((state) =>
      catalogue.states.nameOf(catalogue.states.resolve(state, a.year), a.year),
    );
    return {
      ...{ value: x, low: x, high: x, n: 1, of: 'value' },
      by: saidBy(variable.table, catalogue),
      when: String(a.year),
      beyond: a.complete ? 'nothing' : 'anywhere',
      made: [
        {
          label: [variable.title, who.join(' and '), a.year].filter(Boolean).join(', '),
          value: x,
          main: true,
        },
      ],
      lost: {},
    };
  },
  behind(a, catalogue) {
    const { table } = variableOf(catalogue.manifest, a.value);
    return {
      says: [a.value, about(a).length > 0 ? `of ${about(a).join(' and ')}` : '', `in ${a.year}`]
        .filter(Boolean)
        .join(' '),
      rows: wholeRows(table, whereOf(a, catalogue), catalogue.manifest),
    };
  },
};
