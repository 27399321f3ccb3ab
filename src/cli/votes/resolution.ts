import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { World } from '../../world/open.js';

/** `a/res/33/28 [B]` → `33/28B`: a symbol without its beginning, brackets around a part, spaces and small letters. */
export const foldSymbol = (symbol: string): string =>
  symbol
    .toUpperCase()
    .replace(/^\s*(?:A\/)?(?:RES(?:OLUTION)?\b|DEC(?:ISION)?\b|R(?=\/))[\s/]*/, '')
    .replace(/[[\]\s]/g, '');

/** The number of a resolution that was numbered through, without its session: `2758(XXVI)` → `2758`. */
const bare = (folded: string): string => folded.replace(/\([^)]*\).*$/, '');

/**
 * The symbol in the record that a person means by `ES-11/1`, `A/RES/ES-11/1`, `2758` or `33/28[B]`. Throws
 * `votes/unknown-resolution` with the nearest symbol, or with why a text that is known has no vote.
 */
export async function resolutionNamed(typed: string, world: World): Promise<string> {
  const rows = await world.ask({
    sql: `SELECT DISTINCT resolution FROM assembly_votes WHERE resolution IS NOT NULL ORDER BY resolution`,
    tables: ['assembly_votes'],
  });
  const known = rows.map((r) => String(r['resolution']));
  const wanted = foldSymbol(typed);
  const exact = known.find((symbol) => foldSymbol(symbol) === wanted);
  if (exact !== undefined) return exact;
  const through = /^\d{1,4}$/.test(wanted)
    ? known.filter((symbol) => symbol.includes('(') && bare(foldSymbol(symbol)) === wanted)
    : [];
  const whole = through.filter((symbol) => symbol.endsWith(')'));
  if (whole.length === 1) return whole[0]!;
  return unknown(typed, wanted, through.length > 0 ? through : known, world);
}

async function unknown(
  typed: string,
  wanted: string,
  known: readonly string[],
  world: World,
): Promise<never> {
  const say = (message: string, hint: string): never => fail('votes/unknown-resolution', message, { hint });
  if (/^S\/(RES\/)?\d/i.test(typed.trim()))
    say(
      `${typed} is of the Security Council: these are votes of the General Assembly`,
      'entente show council_votes has those of the Council',
    );
  const texts = await world.ask({
    sql: `SELECT symbol, recorded FROM un_resolutions WHERE body = 'GA' AND recorded = 0`,
    tables: ['un_resolutions'],
  });
  const quiet = texts.find((r) => foldSymbol(String(r['symbol'])) === wanted);
  if (quiet)
    say(
      `no vote was recorded on ${quiet['symbol']}: it was adopted without one`,
      'only votes recorded by member are held',
    );
  const parts = known.filter((symbol) => foldSymbol(symbol).replace(/[A-Z-]+$/, '') === wanted);
  if (parts.length > 0)
    say(`${typed} was put to the vote in parts`, `name one: ${parts.slice(0, 8).join(', ')}`);
  const near = didYouMean(
    wanted,
    known.map(foldSymbol),
    12,
    'symbols are written 61/70, 2758(XXVI), ES-11/1 or 33/28B',
  );
  return say(
    `no recorded vote on a resolution ${typed}`,
    `${near}; texts adopted without a vote are not held from 1983 on`,
  );
}
