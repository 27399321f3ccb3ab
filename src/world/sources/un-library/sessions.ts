import { literal } from '../../sql.js';

const numerals: readonly (readonly [string, number])[] = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** A number from 1 to 39 in Roman numerals, as resolutions were numbered by session until 1976. */
export function roman(n: number): string {
  const found = numerals.find(([, value]) => value <= n);
  return found ? found[0] + roman(n - found[1]) : '';
}

/** Sessions as their symbols print them, `(XXVI)` or `/66/`, and their number. */
const printed = Array.from({ length: 99 }, (_, i) => i + 1).flatMap((n) => [
  `(${literal(String(n))}, ${n})`,
  ...(n < 40 ? [`(${literal(roman(n))}, ${n})`] : []),
]);

/**
 * SELECT that adds to resolutions (columns `symbol`, `body`, `day`) the Assembly’s `session` (`26`, `S-8`, `ES-11`)
 * and `session_year`, the calendar year in which the regular session opened: 1945 + its number, for every session
 * so far. A special or emergency session counts with the regular session that was open on its date; until 1978
 * regular sessions ended before the next spring, so it counts with the regular session of its calendar year (as in
 * Voeten’s sessions). Regular sessions open in the middle of September. The Security Council has no sessions.
 */
export const withSessions = (from: string): string => `
  WITH symbols AS (
    SELECT *, CASE WHEN body = 'GA' THEN regexp_extract(symbol, '^A/(?:RES|DEC)/(?:[0-9]+\\(([^)]+)\\)|([^/(]+)/)', ['round', 'slash']) END AS parts FROM ${from}
  ), kinds AS (
    SELECT * EXCLUDE (parts), regexp_extract(parts['round'] || parts['slash'], '^(ES-|S-)?([0-9]+|[IVX]+)', ['kind', 'number']) AS its FROM symbols
  )
  SELECT k.* EXCLUDE (its), its['kind'] || n.number AS session,
    CASE WHEN its['kind'] = '' THEN 1945 + n.number
         WHEN year(day) < 1979 OR (month(day), day(day)) >= (9, 15) THEN year(day)
         ELSE year(day) - 1 END::SMALLINT AS session_year
  FROM kinds k LEFT JOIN (VALUES ${printed.join(', ')}) n(printed, number) ON n.printed = its['number']`;
