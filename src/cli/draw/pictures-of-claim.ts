import type { ShownPicture } from '../../brief/brief-input.js';
import type { Claim } from '../../claims/claim.js';
import type { AskedPicture } from '../../claims/pictures.js';
import { EntenteError, fail } from '../../kernel/errors.js';
import type { World } from '../../world/open.js';
import { agreementOf, type Pair, pairOf } from './draw-agreement.js';
import { idealPointsOf } from './draw-ideal-points.js';
import { mapOf, polesOf, yearOf } from './map-of.js';
import { type Seat, type Sessions, seatOf, sessionsOf, yearsOf } from './sessions.js';

/**
 * The pictures that a claim asks for, as data. Throws what `entente draw` throws, with the place in the claim: a state
 * that nobody knows or that never voted, years without a session, a state twice.
 */
export async function picturesOf(claim: Claim, world: World): Promise<readonly ShownPicture[]> {
  const found: ShownPicture[] = [];
  for (const [i, asked] of (claim.pictures ?? []).entries())
    found.push(await pictureOf(asked, (path, work) => placed(claim, ['pictures', i, ...path], work), world));
  return found;
}

type Placed = <T>(path: readonly (string | number)[], work: () => T | Promise<T>) => Promise<T>;

async function pictureOf(asked: AskedPicture, at: Placed, world: World): Promise<ShownPicture> {
  const { votes, says } = asked;
  const sessions = await sessionsOf(votes, world);
  if (asked.draw === 'map') return mapPicture(asked, at, sessions, world);
  const years = await at(['years'], () => yearsOf(asked.years, sessions));
  if (asked.draw === 'ideal-points') {
    const seats: Seat[] = [];
    for (const [k, name] of asked.states!.entries())
      seats.push(await at(['states', k], () => seatOf(name, years, sessions, world.states)));
    const { picture } = await at(['states'], () => idealPointsOf(seats, years, votes, world));
    return { picture: saying(says, picture) };
  }
  const pairs: Pair[] = [];
  for (const [k, pair] of asked.pairs!.entries())
    pairs.push(await at(['pairs', k], () => pairOf(pair as [string, string], years, sessions, world)));
  const { picture } = await at(['pairs'], () => agreementOf(pairs, votes, world));
  return { picture: saying(says, picture), pairs };
}

async function mapPicture(
  { years, poles, by, says }: AskedPicture,
  at: Placed,
  sessions: Sessions,
  world: World,
): Promise<ShownPicture> {
  const year = await at(['years'], () => yearOf(years!, sessions));
  const two = await at(['poles'], () => polesOf(poles!, year, sessions, world));
  const { map, heads, rows } = await at(['poles'], () =>
    mapOf(year, two, by ?? 'agreement', sessions, world),
  );
  return { map: { ...map, words: saying(says, map.words) }, heads, rows };
}

/** Who its states are stands first under its title. */
const saying = <T extends { readonly subtitle: string }>(says: string | undefined, picture: T): T =>
  says === undefined ? picture : { ...picture, subtitle: `${says.trim()} ${picture.subtitle}` };

/** What is thrown, with the place in the claim. */
async function placed<T>(
  claim: Claim,
  path: readonly (string | number)[],
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return fail(error.code, error.message, { at: claim.at(path), hint: error.hint });
  }
}
