import { fail } from '../kernel/errors.js';
import type { States } from '../kernel/states.js';
import { showYears, type Years } from '../kernel/years.js';
import type { Effects } from './effects.js';

/**
 * Checks the states that a person names for rows of a level: those who were no members in these years are told of,
 * and stop the command where they are all. Throws `cli/no-states-here`, `cli/not-members`, `states/unknown`.
 */
export function checkNamedStates(
  named: readonly string[] | undefined,
  level: string,
  years: Years,
  states: States,
  effects: Effects,
): void {
  if (named === undefined) return;
  if (level === 'system-year') {
    fail('cli/no-states-here', '--states speaks of states: a system-year panel has none', {
      hint: 'leave it out, or ask for variables of states or of pairs of states',
    });
  }
  const absent = named
    .map((name) => ({ name, spells: spellsOf(name, states) }))
    .filter(({ spells }) => !spells.some((s) => s.from <= years.to && years.from <= s.to));
  const told = absent.map(({ name, spells }) => ({
    what: `${name} was no member of the state system in ${showYears(years)}`,
    when: `it was one in ${spells.map(showYears).join(', ')}`,
  }));
  const first = told[0];
  if (first && absent.length === named.length) fail('cli/not-members', first.what, { hint: first.when });
  for (const { what, when } of told) effects.say(`${what}: ${when}\n`);
}

/** Spans of years in which a state of this name was a member, changes of its own name within them left out. */
function spellsOf(name: string, states: States): Years[] {
  const codes = states.all(name);
  const spells = states.spells.filter((s) => codes.includes(s.ccode)).sort((a, b) => a.from - b.from);
  const spans: Years[] = [];
  for (const { from, to } of spells) {
    const last = spans[spans.length - 1];
    if (last && from <= last.to + 1) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else spans.push({ from, to });
  }
  return spans;
}
