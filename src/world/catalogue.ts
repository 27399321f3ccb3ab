import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import { foldName } from '../kernel/states.js';
import type { Years } from '../kernel/years.js';
import type { Manifest, ManifestSource, ManifestTable, ManifestVariable } from './cards.js';

/** Variables by name, made once for a list of them: every year of every series asks. */
const named = new WeakMap<readonly ManifestVariable[], ReadonlyMap<string, ManifestVariable>>();

function byName(variables: readonly ManifestVariable[]): ReadonlyMap<string, ManifestVariable> {
  const known = named.get(variables) ?? new Map(variables.map((v) => [v.name, v]));
  named.set(variables, known);
  return known;
}

/** The card of a variable. Throws `world/unknown-variable` with the nearest name. */
export function variableOf(manifest: Manifest, name: string): ManifestVariable {
  const found = byName(manifest.variables).get(name);
  if (found) return found;
  const hint = didYouMean(
    name,
    manifest.variables.map((v) => v.name),
  );
  return fail('world/unknown-variable', `unknown variable: ${name}`, { hint });
}

export function tableOf(manifest: Manifest, name: string): ManifestTable {
  return (
    manifest.tables.find((t) => t.name === name) ?? fail('world/unknown-table', `unknown table: ${name}`)
  );
}

export function sourceOf(manifest: Manifest, name: string): ManifestSource {
  return (
    manifest.sources.find((s) => s.name === name) ?? fail('world/unknown-source', `unknown source: ${name}`)
  );
}

/** Variables whose name, title, definition or source hold every one of the words. */
export function findVariables(manifest: Manifest, words: readonly string[]): readonly ManifestVariable[] {
  const wanted = words.map(foldName);
  return manifest.variables.filter((v) => {
    const source = sourceOf(manifest, v.source).title;
    const text = foldName(`${v.name} ${v.title} ${v.definition} ${v.source} ${source} ${v.level}`);
    return wanted.every((w) => text.includes(w));
  });
}

/** Number of members of the state system in a year. */
export function systemSize(manifest: Manifest, year: number): number {
  return manifest.system.byYear[year - manifest.system.from] ?? 0;
}

/** Part of the members that have a value of a state-year variable in a year, 0 outside its years. */
export function coverageShare(manifest: Manifest, variable: ManifestVariable, year: number): number {
  const size = systemSize(manifest, year);
  return size === 0 ? 0 : (variable.coverage.byYear[year - variable.coverage.from] ?? 0) / size;
}

/** Part of the state system that must be covered for a variable to speak of “the world”. */
export const leastCoverage = 0.8;

/**
 * Why a state-year variable cannot serve a question about all states in these years, or null where it can: it ends
 * or begins inside them, or covers under 80 % of the members in one of them. Throws `world/unknown-variable`,
 * `world/wrong-level`.
 */
export function cannotServe(manifest: Manifest, name: string, years: readonly number[]): string | null {
  const v = variableOf(manifest, name);
  if (v.level !== 'state-year')
    fail('world/wrong-level', `${name} is of level ${v.level} and says nothing of single states`, {
      hint: 'a question about states takes a variable of level state-year',
    });
  const span: Years = { from: Math.min(...years), to: Math.max(...years) };
  if (v.coverage.to < span.to) return `${name} ends in ${v.coverage.to}`;
  if (v.coverage.from > span.from) return `${name} begins in ${v.coverage.from}`;
  for (const year of years) {
    const share = coverageShare(manifest, v, year);
    if (share < leastCoverage) return `${name} covers ${Math.round(share * 100)} % of the states in ${year}`;
  }
  return null;
}
