import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { States } from '../../kernel/states.js';
import { parseYears, showYears, type Years } from '../../kernel/years.js';
import {
  type ChosenVotes,
  chosenVotes,
  leastShared,
  votersBySession,
  votesBySession,
} from '../../measures/agreement-in-assembly.js';
import type { World } from '../../world/open.js';

/** Reads which votes are meant. Throws `draw/no-such-votes`. */
export function parseVotes(text = 'all'): ChosenVotes {
  if (Object.hasOwn(chosenVotes, text)) return text as ChosenVotes;
  return fail('draw/no-such-votes', `no such votes: ${text}`, {
    hint: didYouMean(text, Object.keys(chosenVotes)),
  });
}

/** What is known of the sessions before anything is drawn: votes in each, and who took part. */
export interface Sessions {
  readonly votes: ChosenVotes;
  /** All years in which a session has opened, whatever votes are chosen. */
  readonly record: Years;
  /** Votes of the chosen kind in the session that opened in a year. */
  recorded(year: number): number;
  /** Years in whose sessions a state took part in any vote at all, and in one of the chosen. */
  readonly took: { all(ccode: number): readonly number[]; chosen(ccode: number): readonly number[] };
}

const known = new WeakMap<World, Map<ChosenVotes, Promise<Sessions>>>();

/** Found once for a world, however many pictures are drawn. */
export function sessionsOf(votes: ChosenVotes, world: World): Promise<Sessions> {
  const own = known.get(world) ?? new Map<ChosenVotes, Promise<Sessions>>();
  known.set(world, own);
  const found = own.get(votes) ?? readSessions(votes, world);
  own.set(votes, found);
  return found;
}

async function readSessions(votes: ChosenVotes, world: World): Promise<Sessions> {
  const all = await world.ask(votesBySession('all'));
  const chosen = await world.ask(votesBySession(votes));
  const voters = await world.ask(votersBySession('all'));
  const some = await world.ask(votersBySession(votes));
  const years = all.map((row) => Number(row['year']));
  const counts = new Map(chosen.map((row) => [Number(row['year']), Number(row['votes'])]));
  const by = (rows: typeof voters) => {
    const found = new Map<number, number[]>();
    for (const row of rows) {
      const ccode = Number(row['ccode']);
      const own = found.get(ccode);
      if (own) own.push(Number(row['year']));
      else found.set(ccode, [Number(row['year'])]);
    }
    return (ccode: number): readonly number[] => found.get(ccode) ?? [];
  };
  return {
    votes,
    record: { from: Math.min(...years), to: Math.max(...years) },
    recorded: (year) => counts.get(year) ?? 0,
    took: { all: by(voters), chosen: by(some) },
  };
}

/**
 * The years that a person asks for, or all; within the record, and with votes enough to draw. Throws `years/malformed`,
 * `years/backwards`, `draw/before-the-assembly`, `draw/after-the-record`, `draw/too-few-votes`.
 */
export function yearsOf(text: string | undefined, sessions: Sessions): Years {
  const { record } = sessions;
  const years = text === undefined ? record : parseYears(text);
  if (years.from < record.from)
    fail(
      'draw/before-the-assembly',
      `the General Assembly had no vote before ${record.from}: ${showYears(years)}`,
      {
        hint: `its votes are of ${showYears(record)}`,
      },
    );
  if (years.to > record.to)
    fail('draw/after-the-record', `the record of votes ends in ${record.to}: ${showYears(years)}`, {
      hint: `its votes are of ${showYears(record)}`,
    });
  if (!enough(years, sessions)) tooFew(years, sessions);
  return years;
}

const enough = ({ from, to }: Years, { recorded }: Sessions): boolean =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).some((year) => recorded(year) >= leastShared);

function tooFew(years: Years, sessions: Sessions): never {
  const { from, to } = years;
  const of = sessions.votes === 'all' ? '' : ` of these (${sessions.votes})`;
  const n = sessions.recorded(from);
  const had =
    from === to ? `the session had ${n === 0 ? 'none' : n}${of}` : `no session had ${leastShared}${of}`;
  const near = nearestYears(years, sessions);
  return fail('draw/too-few-votes', `too few votes in ${showYears(years)}: ${had}`, {
    hint: near.length === 0 ? 'no session has enough' : `the nearest with enough: ${near.join(', ')}`,
  });
}

/** The last year before and the first after a span whose sessions have votes enough. */
function nearestYears({ from, to }: Years, { record, recorded }: Sessions): number[] {
  const good = (year: number): boolean => recorded(year) >= leastShared;
  const [before, after] = [from - 1, to + 1];
  let [a, b] = [before, after];
  while (a >= record.from && !good(a)) a--;
  while (b <= record.to && !good(b)) b++;
  return [...(a >= record.from ? [a] : []), ...(b <= record.to ? [b] : [])];
}

/** A state as a person named it, and under which number it sat in which year. */
export interface Seat {
  readonly name: string;
  /** COW numbers, one for each year in which the name meant a state that took part. */
  readonly codes: ReadonlyMap<number, number>;
}

/**
 * The seat of a state that a person names: Germany is 260 to 1989 and 255 from 1990 on. It bears the name of its last
 * year. Throws `states/unknown`, `draw/never-voted`, `draw/no-votes-then`.
 */
export function seatOf(named: string, years: Years, sessions: Sessions, states: States): Seat {
  const all = states.all(named);
  const known = states.nameOf(all[0]!);
  const ever = [...new Set(all.flatMap((c) => sessions.took.all(c)))].sort((a, b) => a - b);
  if (ever.length === 0)
    fail('draw/never-voted', `${known} never voted in the General Assembly`, {
      hint: 'only members of the United Nations do',
    });
  const codes = new Map<number, number>();
  for (let year = years.from; year <= years.to; year++) {
    const code = meantIn(named, year, states);
    if (code !== undefined && sessions.took.chosen(code).includes(year)) codes.set(year, code);
  }
  const last = [...codes].at(-1);
  if (!last)
    fail('draw/no-votes-then', `${known} took part in no such vote in ${showYears(years)}`, {
      hint: `it voted in ${spans(ever)}`,
    });
  return { name: states.nameOf(last![1], last![0]), codes };
}

/** Whom a name meant in a year: some voted (Ukraine, Belarus, India) before they were members of the state system. */
function meantIn(name: string, year: number, states: States): number | undefined {
  const [latest] = states.all(name);
  const first = Math.min(...states.spells.filter((s) => s.ccode === latest).map((s) => s.from));
  try {
    return states.resolve(name, year);
  } catch {
    return year < first ? latest : undefined;
  }
}

/** `1946–1963, 1965–1971` of years in order. */
function spans(years: readonly number[]): string {
  const found: { from: number; to: number }[] = [];
  for (const year of years) {
    const last = found.at(-1);
    if (last && last.to === year - 1) last.to = year;
    else found.push({ from: year, to: year });
  }
  return found.map(showYears).join(', ');
}
