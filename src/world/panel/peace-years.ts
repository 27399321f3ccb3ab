import type { Manifest } from '../cards.js';
import { historyOf } from './history.js';
import { type Holding, inYears, type PanelColumn, yesNo } from './join.js';

/**
 * Years of peace, `<event>_peace_years`: how many years without the event lie between the last year with it, or the
 * entry of the state or pair, and the year of the row. 0 in the first year and in the year after an event; the year of
 * an event still tells the peace that it ended. This is the count by which Beck, Katz & Tucker (1998, American Journal
 * of Political Science 42:1260–1288) model time in yearly data: the zeros that stand in an unbroken row before the
 * observation.
 *
 * Years count in which the state was a member, or the two states met: a pair that was apart for ten years has not
 * lived ten years in peace, and its clock stands still, as in the field’s tools. The clock knows all of the record,
 * whatever years and pairs the panel holds. Where the event is not known, it begins anew.
 *
 * A clock that begins where the record begins, and not with an event or with the entry of the state or pair, has lost
 * the peace before: `<event>_peace_years_censored` is 1, and the number is the least that it can be. So it is for all
 * that were members in the first year of the system (1816) or before the first year of the source, until their first
 * event.
 */
export function peaceYears(holding: Holding, manifest: Manifest): PanelColumn[] {
  const { variable } = holding;
  const keys = holding.keys.map(([, row]) => row);
  const alias = `peace_${holding.name}`;
  const clock = `(SELECT ${keys.join(', ')}, year, nth - 1 - greatest(event, unknown) AS years,
      (unknown > event OR (event = 0 AND entry = ${manifest.system.from}))::TINYINT AS censored
    FROM (SELECT ${keys.join(', ')}, year, nth, entry,
        coalesce(max(nth) FILTER (value > 0) OVER before, 0) AS event,
        coalesce(max(nth) FILTER (value IS NULL) OVER before, 0) AS unknown
      FROM (SELECT *, row_number() OVER own AS nth, first(year) OVER own AS entry FROM (${historyOf(holding)})
        WINDOW own AS (PARTITION BY ${keys.join(', ')} ORDER BY year))
      WINDOW before AS (PARTITION BY ${keys.join(', ')} ORDER BY year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
    WHERE ${inYears(variable, 'year')})`;
  const on = [...keys, 'year'].map((k) => `${alias}.${k} = b.${k}`).join(' AND ');
  const column = (suffix: string, title: string, sql: string, of: Partial<PanelColumn>): PanelColumn => ({
    ...of,
    name: `${holding.name}_peace_years${suffix}`,
    title,
    sql: `${alias}.${sql}::INTEGER`,
    joins: [{ alias, of: clock, on }],
    variable,
    reason: `CASE WHEN ${alias}.year IS NULL THEN 'out-of-years' END`,
  });
  return [
    column('', `Years without: ${holding.title}`, 'years', { unit: 'years' }),
    column('_censored', `Years without, at least: ${holding.title}`, 'censored', yesNo),
  ];
}
