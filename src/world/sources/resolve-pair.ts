import type { Reading, Resolution } from './source.js';

/** A table with two identifiers of states a row. */
export interface PairResolution extends Pick<Resolution, 'from' | 'into' | 'year' | 'file' | 'codes'> {
  /** SQL over `from`: the identifiers of the first and of the second state. */
  readonly keys: readonly [string, string];
}

/**
 * Adds `state1` and `state2`, the COW numbers of the two states of a row, and keeps the rows of which both were
 * members of the state system in that year. A row is lost once, with the reason of the first side that is none.
 * Throws what `resolve` throws (`world/unresolved-name`, `world/doubled-name`).
 */
export async function resolvePair(reading: Reading, r: PairResolution): Promise<void> {
  const how = { year: r.year, file: r.file, ...(r.codes && { codes: r.codes }) };
  const steps = [1, 2, 3].map((n) => `${r.into}_step${n}`);
  const [one, both, first] = steps as [string, string, string];
  await reading.resolve({ ...how, from: r.from, into: one, key: r.keys[0], as: 'state1' });
  await reading.resolve({ ...how, from: one, into: both, key: r.keys[1], as: 'state2' });
  await reading.inSystem({ from: both, into: first, year: r.year, state: 'state1' });
  await reading.inSystem({ from: first, into: r.into, year: r.year, state: 'state2' });
  await reading.run(steps.map((table) => `DROP TABLE ${table}`).join('; '));
}
