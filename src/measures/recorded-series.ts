import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import { countYears, eachYear } from '../kernel/years.js';
import { variableOf } from '../world/catalogue.js';
import type { Catalogue } from '../world/open.js';
import { identifier } from '../world/sql.js';
import type { Measure } from './measure.js';
import { rowsOf } from './rows-of.js';

const parameters = z.strictObject({
  of: z.string().min(1).describe('a variable about the system (level system-year)'),
  unit: z.string().min(1).describe('its unit, for the page: states'),
});

export type RecordedSeriesParameters = z.infer<typeof parameters>;

const asked = 'values';

/** One year in so many may be without a value. */
const mostMissing = 5;

function systemVariable(name: string, { manifest }: Catalogue) {
  const variable = variableOf(manifest, name);
  if (variable.level === 'system-year') return variable;
  return fail('world/wrong-level', `${name} is of level ${variable.level}`, {
    hint: 'a recorded series takes a variable of level system-year',
  });
}

/**
 * A yearly series about the system as a source has it: how many states recognise Beijing, say. In the variable’s own
 * unit; nothing is computed but which years have no value. The states behind a year are not known, so none can be drawn
 * anew: `counts` are 1 (the source’s one figure). Serves a window where the variable has a value in its first and last
 * year and in four of five between. Throws `world/unknown-variable`, `world/wrong-level`.
 */
export const recordedSeries: Measure<RecordedSeriesParameters> = {
  name: 'recorded-series',
  title: 'Recorded series',
  says: 'A yearly series about the system as a source has it, in its own unit. What the source leaves out, the series leaves out.',
  cites: [],
  parameters,
  unit: ({ unit }) => unit,
  label: ({ of }) => of.replaceAll('_', ' '),
  cannot({ of }, years, catalogue) {
    const { coverage } = systemVariable(of, catalogue);
    if (coverage.to < years.to) return `${of} ends in ${coverage.to}`;
    if (coverage.from > years.from) return `${of} begins in ${coverage.from}`;
    const has = (year: number): boolean => (coverage.byYear[year - coverage.from] ?? 0) > 0;
    const all = eachYear(years);
    if (!has(years.from)) return `${of} has no value in ${years.from}`;
    if (!has(years.to)) return `${of} has no value in ${years.to}`;
    const missing = all.filter((year) => !has(year)).length;
    return mostMissing * missing <= all.length
      ? null
      : `${of} has no value in ${missing} of ${all.length} years`;
  },
  needs({ of }, years, catalogue) {
    const { table } = systemVariable(of, catalogue);
    return {
      [asked]: {
        sql: `SELECT year, ${identifier(of)}::DOUBLE AS value FROM ${identifier(table)} WHERE year BETWEEN ${years.from} AND ${years.to} AND ${identifier(of)} IS NOT NULL ORDER BY year`,
        tables: [table],
      },
    };
  },
  compute(_, years, answers) {
    const rows = rowsOf(answers, asked).filter(
      (r) => years.from <= Number(r['year']) && Number(r['year']) <= years.to,
    );
    const missing = countYears(years) - rows.length;
    return {
      years: rows.map((r) => Number(r['year'])),
      values: rows.map((r) => Number(r['value'])),
      counts: rows.map(() => 1),
      lost: missing === 0 ? {} : { 'years without a value': missing },
    };
  },
  restsOn: () => ({ named: [], others: false }),
  variables: [],
};
