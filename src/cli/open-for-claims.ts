import type { Claim } from '../claims/claim.js';
import { localManifests, withLocal } from '../world/local.js';
import { openWorld, type World } from '../world/open.js';
import type { Places } from './places.js';

/**
 * Opens the world for claims: the shipped one alone, but where a claim names what the user added: then with those
 * tables beside it. A verdict that rests on them says so.
 */
export async function openForClaims(claims: readonly Claim[], places: Places): Promise<World> {
  const named = namedIn(claims, places.local);
  const world = await openWorld(places.world);
  if (named.length === 0) return world;
  try {
    return await withLocal(world, places.local, named);
  } catch (error) {
    world.close();
    throw error;
  }
}

/** The local sources of which claims name a variable or a table. */
function namedIn(claims: readonly Claim[], local: string): readonly string[] {
  const manifests = localManifests(local);
  if (manifests.length === 0) return [];
  const words = new Set(claims.flatMap((claim) => claim.parts.flatMap((part) => wordsOf(part))));
  return manifests.flatMap(({ tables, variables, sources }) => {
    const names = [...tables, ...variables].map((one) => one.name);
    return names.some((name) => words.has(name)) ? sources.map((s) => s.name) : [];
  });
}

/** Every word that can name a variable: `mine_score >= 3` holds one. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsOf);
}
