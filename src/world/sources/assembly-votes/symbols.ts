import { literal } from '../../sql.js';
import { roman } from '../un-library/sessions.js';

/**
 * What two sources’ symbols have in common: `number` (`70`, `3165`, of special sessions `ES-10/19`) and `part` (`A`,
 * `B-VII`, or empty), as SQL over a column. The Library prints `A/RES/61/70`, `A/RES/3165(XXVIII)`, `A/RES/33/28[B]`;
 * Voeten `R/61/70`, `R/28/3165`, `R/33/28B`, `R/33/116B/VII`. To session 17 Voeten’s number is not the text’s but that
 * of a page or a draft: a match by number means something only where the votes agree too.
 */
export const libraryNumber = (symbol: string): string =>
  `CASE WHEN ${symbol} LIKE '%(%' THEN regexp_extract(${symbol}, '/([0-9]+)\\(', 1)
        WHEN regexp_matches(${symbol}, '/(ES|S)-') THEN regexp_extract(${symbol}, '/((?:ES|S)-[0-9]+/[0-9]+)', 1)
        ELSE regexp_extract(${symbol}, '/([0-9]+)[^/]*$', 1) END`;

export const libraryPart = (symbol: string): string =>
  `regexp_extract(${symbol}, '(?:[0-9]|\\))\\[?([A-Z][A-Z0-9.-]*)?\\]?$', 1)`;

export const rollCallNumber = (unres: string): string =>
  `coalesce(regexp_extract(${unres}, '^(?:A/RES|R)/(?:[0-9]+/)?((?:(?:ES|S)-[0-9]+/)?[0-9]+)[^0-9]*$', 1), '')`;

export const rollCallPart = (unres: string): string =>
  `coalesce(replace(trim(regexp_extract(${unres}, '^(?:A/RES|R)/.*?/[0-9]+([^0-9]*)$', 1), '/[]'), '/', '-'), '')`;

/**
 * The symbol of the text of a roll call that the Library does not hold, from Voeten’s, or NULL: resolutions were
 * numbered through to session 30 and by session after it, decisions by session from 301 or 401 on.
 */
export const symbolOfRollCall = (unres: string, session: string): string => {
  const [number, part] = [rollCallNumber(unres), rollCallPart(unres)];
  const rounds = Array.from({ length: 13 }, (_, i) => i + 18);
  const numeral = `CASE ${session} ${rounds.map((n) => `WHEN ${n} THEN ${literal(roman(n))}`).join(' ')} END`;
  return `CASE WHEN ${number} = '' OR ${session} < 18 THEN NULL
    WHEN ${number} LIKE '%S-%' THEN 'A/RES/' || ${number} || ${part}
    WHEN ${session} <= 30 THEN CASE WHEN length(${number}) = 4 THEN 'A/RES/' || ${number} || '(' || ${numeral} || ')' || ${part} END
    ELSE CASE WHEN ${number}::INTEGER >= 400 OR (${number}::INTEGER > 300 AND ${session} < 60) THEN 'A/DEC/' ELSE 'A/RES/' END
      || ${session} || '/' || ${number} || ${part} END`;
};
