import type { Manifest } from '../cards.js';
import { historyOf } from './history.js';
import { type Holding, inYears, type PanelColumn, yesNo } from './join.js';

/**
 * Spells: unbroken runs of years in which a variable keeps one value. `<variable>_spell` numbers them from 1 within
 * the state or pair, `<variable>_spell_year` counts the years within one from 1, so that of a dispute going on it
 * tells how long, and of peace too. A change of value, a year without one and a year outside the system end a spell;
 * years without a value belong to none. `<variable>_spell_censored` is 1 where a spell may have begun before the
 * record: in the first year of the system, in the first of the source, or after a year that is not coded.
 */
export function spells(holding: Holding, manifest: Manifest): PanelColumn[] {
  const { variable } = holding;
  const keys = holding.keys.map(([, row]) => row).join(', ');
  const alias = `spell_${holding.name}`;
  const runs = `(SELECT ${keys}, year, nth, count(*) OVER (PARTITION BY ${keys}, nth ORDER BY year) AS within,
      first(unseen) OVER (PARTITION BY ${keys}, nth ORDER BY year) AS censored
    FROM (SELECT *, sum(begins) OVER (PARTITION BY ${keys} ORDER BY year) AS nth
      FROM (SELECT *, (value IS NOT NULL AND (earlier IS NULL OR earlier <> value OR last_year <> year - 1))::INTEGER AS begins,
          (year = ${manifest.system.from} OR coalesce(last_year = year - 1 AND earlier IS NULL, false))::INTEGER AS unseen
        FROM (SELECT *, lag(value) OVER own AS earlier, lag(year) OVER own AS last_year FROM (${historyOf(holding)})
          WINDOW own AS (PARTITION BY ${keys} ORDER BY year))))
    WHERE value IS NOT NULL AND ${inYears(variable, 'year')})`;
  const on = [...holding.keys.map(([, row]) => row), 'year']
    .map((k) => `${alias}.${k} = b.${k}`)
    .join(' AND ');
  const column = (suffix: string, title: string, sql: string, of: Partial<PanelColumn>): PanelColumn => ({
    ...of,
    name: `${holding.name}_spell${suffix}`,
    title,
    sql: `${alias}.${sql}::INTEGER`,
    joins: [{ alias, of: runs, on }],
    variable,
    reason: `CASE WHEN ${alias}.year IS NOT NULL THEN NULL WHEN ${inYears(variable, 'b.year')} THEN 'not-coded' ELSE 'out-of-years' END`,
  });
  return [
    column('', `Spell: ${holding.title}`, 'nth', { unit: 'number of the spell' }),
    column('_year', `Year of the spell: ${holding.title}`, 'within', { unit: 'years' }),
    column('_censored', `Spell may have begun earlier: ${holding.title}`, 'censored', yesNo),
  ];
}
