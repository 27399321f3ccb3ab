import { fail } from './errors.js';
import { didYouMean } from './nearest.js';

/** One spell of a state's membership in the state system under one name. */
export interface StateSpell {
  /** Correlates of War number: the key. */
  readonly ccode: number;
  readonly iso3c: string;
  readonly name: string;
  /** First and last calendar year in which it was a member for at least a day. */
  readonly from: number;
  readonly to: number;
}

/** A name that a person or a source may use, and whom it meant in which years. */
export interface Alias {
  readonly alias: string;
  readonly ccode: number;
  readonly from: number;
  readonly to: number;
}

/** The states and every way to name them. */
export interface States {
  readonly spells: readonly StateSpell[];
  /** The state a name meant in a year; without a year, the latest that bore it. Throws `states/unknown`. */
  resolve(name: string | number, year?: number): number;
  /** All states that a name meant over the years, the latest first (China: 710; Germany: 255, 260). Throws `states/unknown`. */
  all(name: string | number): readonly number[];
  /** The spelling under which a name that a person typed stands in the record. Throws `states/unknown`. */
  aliasOf(name: string | number): string;
  /** Its name in a year (without a year, its last). */
  nameOf(ccode: number, year?: number): string;
  iso3c(ccode: number, year?: number): string;
}

/** Folds case, accents, dots and “the”, so that `Côte d’Ivoire` and `cote d'ivoire` are one alias. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();
}

const howToName = 'use its English name, its ISO code (CHN) or its COW number (710)';

export function states(spells: readonly StateSpell[], aliases: readonly Alias[]): States {
  const byAlias = new Map<string, Alias[]>();
  for (const a of aliases) {
    const key = foldName(a.alias);
    const list = byAlias.get(key);
    if (list) list.push(a);
    else byAlias.set(key, [a]);
  }
  for (const list of byAlias.values()) list.sort((a, b) => b.to - a.to || b.from - a.from);
  const bySpell = new Map<number, StateSpell[]>();
  for (const s of spells) bySpell.set(s.ccode, [...(bySpell.get(s.ccode) ?? []), s]);

  const find = (name: string | number): readonly Alias[] => {
    const list = byAlias.get(foldName(String(name)));
    if (list) return list;
    const known = new Set(aliases.map((a) => a.alias));
    const hint = didYouMean(String(name), known, 5, howToName);
    return fail('states/unknown', `unknown state: ${name}`, { hint });
  };
  const spellAt = (ccode: number, year: number | undefined): StateSpell => {
    const own = bySpell.get(ccode) ?? fail('states/unknown', `unknown state: ${ccode}`);
    const at = year === undefined ? undefined : own.find((s) => s.from <= year && year <= s.to);
    return at ?? own[own.length - 1]!;
  };
  return {
    spells,
    resolve(name, year) {
      const list = find(name);
      const then = year === undefined ? list[0] : list.find((a) => a.from <= year && year <= a.to);
      return (
        then?.ccode ??
        fail('states/not-then', `no state was called ${name} in ${year}`, {
          hint: `the name stands for ${list.map((a) => `${a.ccode} in ${a.from}–${a.to}`).join(', ')}`,
        })
      );
    },
    all: (name) => [...new Set(find(name).map((a) => a.ccode))],
    aliasOf: (name) => find(name)[0]!.alias,
    nameOf: (ccode, year) => spellAt(ccode, year).name,
    iso3c: (ccode, year) => spellAt(ccode, year).iso3c,
  };
}
