import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { States } from '../../kernel/states.js';
import type { Years } from '../../kernel/years.js';
import type { Manifest, ManifestVariable } from '../cards.js';
import { variableOf } from '../catalogue.js';

export const panelLevels = ['state-year', 'dyad-year', 'system-year', 'leader-year'] as const;
export type PanelLevel = (typeof panelLevels)[number];

/** A variable some years before (a lag) or after (a lead) the year of the row. */
export interface Shift {
  readonly variable: string;
  /** Whole years, from 1. */
  readonly by: number;
}

/** An older state whose values stand for a younger one's in the years before the younger was a member. */
export interface Heir {
  readonly from: string;
  readonly to: string;
}

export interface PanelRequest {
  readonly level: PanelLevel;
  readonly variables: readonly string[];
  /** Names as a person types them; every state where absent. */
  readonly states?: readonly string[];
  readonly years?: Years;
  /** One row a pair (the lower number first) and not two. */
  readonly undirected?: boolean;
  /** Politically relevant pairs only: contiguous by land or by sea, or with a major power among them. */
  readonly relevant?: boolean;
  /** A column `<variable>_missing` beside each, with the reason of a missing value. */
  readonly reasons?: boolean;
  readonly lags?: readonly Shift[];
  readonly leads?: readonly Shift[];
  /** Whose past counts as whose, for lags and leads; without it nobody's (East Germany is not Germany). */
  readonly heirs?: readonly Heir[];
  /** Events whose years of peace are counted. */
  readonly peaceYears?: readonly string[];
  /** Variables whose unbroken runs of one value are numbered. */
  readonly spells?: readonly string[];
}

export function parseLevel(text: string): PanelLevel {
  return (
    panelLevels.find((l) => l === text) ??
    fail('world/unknown-level', `unknown level: ${text}`, { hint: didYouMean(text, panelLevels) })
  );
}

/** Reads `cinc:1`, one year before or after. Throws `world/malformed-shift`. */
export function parseShift(text: string): Shift {
  const match = /^\s*([^\s:]+)\s*:\s*([-+]?\d+)\s*$/.exec(text);
  if (!match)
    fail('world/malformed-shift', `not a variable and a number of years: ${text}`, {
      hint: 'write cinc:1 for one year',
    });
  return { variable: match[1]!, by: Number(match[2]) };
}

/** Reads `260:255`, the older state first. Throws `world/malformed-heir`. */
export function parseHeir(text: string): Heir {
  const match = /^\s*([^:]+?)\s*:\s*([^:]+?)\s*$/.exec(text);
  if (!match)
    fail('world/malformed-heir', `not two states: ${text}`, {
      hint: 'write 260:255, the older state first: where Germany was not yet a member, West Germany’s value is taken',
    });
  return { from: match[1]!, to: match[2]! };
}

/** COW numbers of the heirs. Throws `states/unknown`, `world/own-heir`. */
export function resolveHeirs(
  heirs: readonly Heir[],
  states: States,
): readonly { from: number; to: number }[] {
  return heirs.map((h) => {
    const [from, to] = [states.resolve(h.from), states.resolve(h.to)];
    if (from === to)
      fail('world/own-heir', `${h.from} and ${h.to} are one state, ${to}`, {
        hint: 'a state’s own past needs no heir: lags follow its COW number through every change of name',
      });
    return { from, to };
  });
}

const levelsWithin: Readonly<Record<PanelLevel, readonly string[]>> = {
  'state-year': ['state-year', 'system-year'],
  'dyad-year': ['dyad-year', 'state-year', 'system-year'],
  'system-year': ['system-year'],
  'leader-year': ['state-year', 'system-year'],
};

/** The card of a variable that fits a panel. Throws `world/unknown-variable`, `world/wrong-level`. */
export function cardWithin(manifest: Manifest, name: string, level: PanelLevel): ManifestVariable {
  const card = variableOf(manifest, name);
  if (levelsWithin[level].includes(card.level)) return card;
  return fail('world/wrong-level', `${name} is of level ${card.level} and does not fit a ${level} panel`, {
    hint: `a ${level} panel takes variables of level ${levelsWithin[level].join(' or ')}; ${name} needs a ${card.level} panel`,
  });
}

/** The years of a panel: those asked for, or all of the state system's. Throws `world/year-out-of-range`. */
export function yearsWithin(years: Years | undefined, manifest: Manifest): Years {
  const all = { from: manifest.system.from, to: manifest.system.to };
  if (!years) return all;
  const outside = years.from < all.from ? years.from : years.to > all.to ? years.to : undefined;
  if (outside === undefined) return years;
  return fail('world/year-out-of-range', `the record has no year ${outside}`, {
    hint: `it runs from ${all.from} to ${all.to}`,
  });
}

/** Throws `world/shift-out-of-range` where a lag or lead is not of a year or more, or longer than the record. */
export function checkShift({ variable, by }: Shift, manifest: Manifest): void {
  const most = manifest.system.to - manifest.system.from;
  if (Number.isInteger(by) && by >= 1 && by <= most) return;
  fail('world/shift-out-of-range', `a lag or lead of ${by} years: ${variable}:${by}`, {
    hint: `give from 1 to ${most} whole years`,
  });
}

/** Throws `world/heirs-without-shift` where heirs are named and nothing is asked for in which they count. */
export function checkHeirs({ heirs = [], lags = [], leads = [] }: PanelRequest): void {
  if (heirs.length === 0 || lags.length + leads.length > 0) return;
  fail('world/heirs-without-shift', 'heirs count for lags and leads alone, and none is asked for', {
    hint: 'add --lag or --lead; years of peace and spells are always a state’s own',
  });
}

/** Throws `world/not-dyads` where an option that speaks of pairs is asked of another panel. */
export function checkPairs(request: PanelRequest): void {
  if (request.level === 'dyad-year') return;
  const option = request.undirected ? 'undirected' : request.relevant ? 'relevant' : undefined;
  if (option)
    fail('world/not-dyads', `--${option} speaks of pairs of states: a ${request.level} panel has none`, {
      hint: 'ask for a dyad-year panel',
    });
}
