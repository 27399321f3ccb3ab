import type { Years } from '../../kernel/years.js';
import type { Aligned, Alignment } from './alignment.js';
import type { Land } from './land.js';

/**
 * States that stand on the map of 2018 and whose own land held, in these sessions, what is another state’s there.
 * Colonies and trust territories are not a state’s own land (Charter of the United Nations, chapters XI and XII).
 */
const held: readonly (Years & { readonly ccode: number })[] = [
  { ccode: 345, from: 1946, to: 2007 }, // Yugoslavia, Serbia and Montenegro, Serbia with Kosovo
  { ccode: 365, from: 1946, to: 1991 }, // Soviet Union
  { ccode: 530, from: 1952, to: 1992 }, // Ethiopia with Eritrea
  { ccode: 625, from: 1956, to: 2010 }, // Sudan with South Sudan
  { ccode: 651, from: 1958, to: 1960 }, // United Arab Republic
  { ccode: 713, from: 1946, to: 1948 }, // the government of China, before it went to Taiwan
  { ccode: 750, from: 1946, to: 1946 }, // India before the partition
  { ccode: 770, from: 1947, to: 1970 }, // Pakistan with Bangladesh
  { ccode: 820, from: 1963, to: 1964 }, // Malaysia with Singapore
];

/** Whether the land of a state in a session reached farther than the map shows. */
const reachedFarther = (ccode: number, year: number): boolean =>
  held.some((h) => h.ccode === ccode && h.from <= year && year <= h.to);

const hasLand = (ccode: number, land: Land): boolean => land.states.some((s) => s.ccode === ccode);

/** States that have a value and no land on the map. */
export const withoutLand = ({ states }: Alignment, land: Land): readonly Aligned[] =>
  states.filter((s) => !hasLand(s.ccode, land));

/** States, poles among them, that are drawn on a part of what was their land. */
export const drawnInPart = ({ states, poles, year }: Alignment, land: Land): readonly string[] =>
  [...poles, ...states]
    .filter((s) => hasLand(s.ccode, land) && reachedFarther(s.ccode, year))
    .map((s) => s.name);

/** Poles that have no land on the map. */
export const polesWithoutLand = ({ poles }: Alignment, land: Land): readonly string[] =>
  poles.filter((p) => !hasLand(p.ccode, land)).map((p) => p.name);
