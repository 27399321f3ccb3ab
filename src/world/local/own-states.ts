import { EntenteError, fail } from '../../kernel/errors.js';
import type { States } from '../../kernel/states.js';

/** Names that a row gives to a state, the surest first, and where it stands. */
export interface NamedRow {
  readonly names: readonly string[];
  readonly year: number;
  readonly line: number;
}

/** Whom a row is about, or why it does not enter. */
export type Resolved = { readonly ccode: number } | { readonly lost: string };

/** Rows left out, as the record counts them. */
export const lostReasons = {
  told: 'left out as told',
  member: 'not a member of the state system in that year',
} as const;

interface Unresolved {
  readonly name: string;
  readonly lines: number[];
  readonly hint: string | undefined;
}

/** What the user says of names. */
export interface NameRules {
  readonly leaveOut: readonly string[];
  readonly readAs: Readonly<Record<string, string>>;
}

/**
 * Finds the state of each row by any of its names, the year deciding who bore it. A row before the state was a member
 * is lost, with that reason; a name that no state has, or none any more, is not guessed: all such names are told at
 * once, each with its lines and the nearest right spelling. Where a row names its state twice, both must mean the same.
 * Throws `world/own-unresolved`, `world/own-two-states`, `world/own-no-state` with the line.
 */
export function resolveRows(
  rows: readonly NamedRow[],
  rules: NameRules,
  states: States,
  isMember: (ccode: number, year: number) => boolean,
  file: string,
): Resolved[] {
  const unresolved = new Map<string, Unresolved>();
  const resolver = nameResolver(rules, states);
  const resolved = rows.map(({ names, year, line }): Resolved => {
    const given = names.filter((name) => name !== '');
    const surest = given[0];
    if (given.some((name) => rules.leaveOut.includes(name))) return { lost: lostReasons.told };
    if (surest === undefined)
      return fail('world/own-no-state', 'the row names no state', {
        at: { file, line },
        hint: 'fill it in, or take the row out',
      });
    const first = resolver(surest, year);
    if ('problem' in first) {
      const told = unresolved.get(first.problem) ?? { name: first.problem, lines: [], hint: first.hint };
      told.lines.push(line);
      unresolved.set(first.problem, told);
      return { lost: '' };
    }
    checkAgreement(given, year, { ...first, line }, resolver, states, file);
    return 'ccode' in first && isMember(first.ccode, year) ? first : { lost: lostReasons.member };
  });
  if (unresolved.size > 0) refuse([...unresolved.values()], file);
  return resolved;
}

type Found = { readonly ccode: number } | { readonly before: true } | Problem;
interface Problem {
  readonly problem: string;
  readonly hint: string | undefined;
}
type Resolver = (name: string, year: number) => Found;

/** Remembers what a name meant in a year: a file asks the same again and again. */
function nameResolver({ readAs }: NameRules, states: States): Resolver {
  const known = new Map<string, Found>();
  return (name, year) => {
    const key = `${year} ${name}`;
    const before = known.get(key);
    if (before) return before;
    const found = resolveThen(Object.hasOwn(readAs, name) ? readAs[name]! : name, name, year, states);
    known.set(key, found);
    return found;
  };
}

/** A COW number as R and Python print it where the column once held a gap: `710.0`. */
const whole = (name: string): string => name.replace(/^(\d+)\.0+$/, '$1');

function resolveThen(name: string, written: string, year: number, states: States): Found {
  try {
    return { ccode: states.resolve(whole(name), year) };
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    if (error.code === 'states/unknown') {
      const near = error.hint?.startsWith('did you mean') ? error.hint : undefined;
      return { problem: written, hint: near };
    }
    const borne = yearsBorne(whole(name), states);
    if (borne.some((y) => y > year)) return { before: true };
    return { problem: `${written} after ${borne[borne.length - 1]}`, hint: error.hint };
  }
}

/** The years in which some state bore a name. */
function yearsBorne(name: string, states: States): number[] {
  const from = Math.min(...states.spells.map((s) => s.from));
  const to = Math.max(...states.spells.map((s) => s.to));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((year) => {
    try {
      states.resolve(name, year);
      return true;
    } catch (error) {
      if (error instanceof EntenteError) return false;
      throw error;
    }
  });
}

function checkAgreement(
  given: readonly string[],
  year: number,
  first: Found & { readonly line: number },
  resolver: Resolver,
  states: States,
  file: string,
): void {
  if (!('ccode' in first)) return;
  for (const name of given.slice(1)) {
    const other = resolver(name, year);
    if (!('ccode' in other) || other.ccode === first.ccode) continue;
    fail('world/own-two-states', `${given[0]} is ${of(first.ccode)}, ${name} is ${of(other.ccode)}`, {
      at: { file, line: first.line },
      hint: 'say which column names the state: --state COLUMN',
    });
  }
  function of(ccode: number): string {
    return `${states.nameOf(ccode, year)} (${ccode})`;
  }
}

/** Names told in one message. */
const most = 12;

function refuse(unresolved: readonly Unresolved[], file: string): never {
  const told = unresolved
    .slice(0, most)
    .map(({ name, lines, hint }) => `${name} (${linesText(lines)}${hint ? `; ${hint}` : ''})`);
  const more = unresolved.length > most ? `, and ${unresolved.length - most} more` : '';
  const line = Math.min(...unresolved.flatMap(({ lines }) => lines.slice(0, 1)));
  return fail('world/own-unresolved', `no state is called ${told.join(', ')}${more}`, {
    at: { file, line },
    hint: remedy(unresolved),
  });
}

/** What to do: read those as others for which one is near, leave out the rest. */
function remedy(unresolved: readonly Unresolved[]): string {
  const near = (hint = ''): string | undefined => /^did you mean ([^?,]+)\?$/.exec(hint)?.[1];
  const misspelt = unresolved.find(({ hint }) => near(hint) !== undefined);
  const rest = unresolved.filter(({ hint }) => near(hint) === undefined);
  const names = rest.slice(0, 3).map(({ name }) => name.replace(/ after \d+$/, ''));
  return [
    'mend the spelling',
    ...(misspelt ? [`or --read-as "${misspelt.name}=${near(misspelt.hint)}"`] : []),
    ...(misspelt || names.length === 0 ? [] : [`or --read-as "${names[0]}=ITS NAME"`]),
    ...(names.length > 0
      ? [
          `or leave rows out: ${names.map((name) => `--leave-out "${name}"`).join(' ')}${rest.length > 3 ? ' …' : ''}`,
        ]
      : []),
  ].join('; ');
}

function linesText(lines: readonly number[]): string {
  const [first] = lines;
  if (lines.length === 1) return `line ${first}`;
  return lines.length === 2 ? `lines ${first} and ${lines[1]}` : `line ${first} and ${lines.length - 1} more`;
}
