import { settled } from '../../kernel/canonical.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import type { Placebos, Placed } from '../design.js';
import { drawNumber } from '../draws.js';
import { theState } from '../the-state.js';
import { isListOfAllies } from './group.js';
import { type ShareParameters, sharedOut } from './parameters.js';
import { ratioOfGroups } from './ratio.js';
import { type Unit, unitsOf } from './units.js';

/** Fewest allies with values from whom a group is made: the ratio of two or three says little. */
const fewestAllies = 5;
/** Groups drawn where the claimed one is a list of states. */
const groups = 199;

type Allies = Exclude<ShareParameters['group'], { states: string[] }>;

/**
 * What the ratio is for other groups: the allies of each other state that has at least five of them with values (and
 * that state, where the claimed group holds the ally itself); of a group that is a list, 199 groups of as many states,
 * drawn at random from all. The groups of allies overlap: a treaty of many members makes one group of them all, with
 * small differences, so that a place among them is no probability.
 */
export const sharePlacebos: Placebos<ShareParameters> = {
  cannot: ({ group }) =>
    !('states' in group) && isListOfAllies(group.by)
      ? `${group.by} is a list of the allies of the United States: no other state has such a list.`
      : null,
  says: (p, catalogue) =>
    'states' in p.group
      ? { who: `${groups} groups of as many states, drawn at random`, inPlaceOf: 'the group' }
      : {
          who: 'the allies of each other state',
          inPlaceOf: `those of ${theState(nameOf(p, p.group['allies-of'], catalogue))}`,
        },
  needs(p): Needs {
    if ('states' in p.group) return {};
    const pact = p.group.by === 'defence' ? 'defence_pact' : 'any_alliance';
    return {
      pacts: {
        sql: `SELECT ccode1, ccode2 FROM alliance_dyad_years WHERE year = ${sharedOut(p).over.from} AND ${pact} = 1 ORDER BY ccode1, ccode2`,
        tables: ['alliance_dyad_years'],
      },
    };
  },
  estimates(p, answers, catalogue) {
    const { units } = unitsOf(p, answers, catalogue);
    return 'states' in p.group ? drawnGroups(units) : otherAllies(p, p.group, units, answers, catalogue);
  },
};

function nameOf(p: ShareParameters, name: string, { states }: Catalogue): string {
  const year = sharedOut(p).over.from;
  return states.nameOf(states.resolve(name, year), year);
}

function otherAllies(
  p: ShareParameters,
  { 'allies-of': whose, and = [] }: Allies,
  units: readonly Unit[],
  answers: Answers,
  { states }: Catalogue,
): Placed[] {
  const { from, to } = sharedOut(p).over;
  const claimed = states.resolve(whose, from);
  const beside = and.map((name) => states.resolve(name, from));
  const allies = new Map<number, Set<number>>();
  for (const { ccode1, ccode2 } of answers['pacts'] ?? []) {
    const own = allies.get(Number(ccode1)) ?? new Set<number>();
    allies.set(Number(ccode1), own.add(Number(ccode2)));
  }
  const ratio = ratioOfGroups(units);
  return [...allies].flatMap(([state, own]) => {
    if (state === claimed || units.filter((u) => own.has(u.ccode)).length < fewestAllies) return [];
    const group = new Set([...own, ...beside.map((other) => (other === claimed ? state : other))]);
    const value = settled(ratio(Uint8Array.from(units, (u) => (group.has(u.ccode) ? 1 : 0))));
    return Number.isFinite(value) ? [{ name: states.nameOf(state, to), value }] : [];
  });
}

function drawnGroups(units: readonly Unit[]): Placed[] {
  const size = units.filter((u) => u.inGroup).length;
  const ratio = ratioOfGroups(units);
  return Array.from({ length: groups }, (_, m) => {
    const { keyOf } = drawNumber(m);
    const order = units
      .map((u, i) => ({ i, key: keyOf(u.ccode) }))
      .sort((a, b) => a.key - b.key || a.i - b.i);
    const inGroup = new Uint8Array(units.length);
    for (const { i } of order.slice(0, size)) inGroup[i] = 1;
    return { name: `group ${m + 1}`, value: settled(ratio(inGroup)) };
  });
}
