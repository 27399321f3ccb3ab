import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { World } from '../../world/open.js';
import { type Issue, issues } from '../../world/sources/un-roll-calls/issues.js';
import { resolutionNamed } from './resolution.js';

export interface VotesOptions {
  readonly resolution?: string;
  readonly state?: readonly string[];
  readonly with?: string;
  readonly issue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly session?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly world?: string;
}

/** A state that was named, and the numbers under which it has had its seat. */
export interface Named {
  readonly name: string;
  /** At the head of a column: its ISO code, or its number. */
  readonly head: string;
  readonly codes: readonly number[];
}

/** What is asked, checked against the record. */
export interface Asked {
  readonly resolution?: string;
  readonly states: readonly Named[];
  /** The state with which the others are compared: the last of `states`. */
  readonly with?: Named;
  readonly issue?: Issue;
  readonly session?: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Throws `votes/unknown-resolution`, `votes/unknown-issue`, `votes/unknown-session`, `votes/malformed-date`,
 * `votes/backwards`, `votes/with-whom`, `votes/never-voted`, `states/unknown`.
 */
export async function askedOf(options: VotesOptions, world: World): Promise<Asked> {
  const { issue, from, to } = options;
  if (options.with !== undefined && options.state === undefined)
    fail('votes/with-whom', '--with compares states: which?', {
      hint: `add --state, as in --state CHN --with ${options.with}`,
    });
  checkDates(from, to);
  const states = (options.state ?? []).map((name) => named(name, world));
  const other = options.with === undefined ? undefined : named(options.with, world);
  const all = other ? [...states.filter((s) => !sameSeat(s, other)), other] : states;
  if (other && all.length === 1)
    fail('votes/with-whom', `${other.name} votes as itself in every vote`, {
      hint: 'name another state after --with',
    });
  for (const state of all) await checkVotes(state, world);
  return {
    states: all,
    ...(other && { with: other }),
    ...(issue !== undefined && { issue: issueNamed(issue) }),
    ...(from !== undefined && { from: from.trim() }),
    ...(to !== undefined && { to: to.trim() }),
    ...(options.session !== undefined && { session: await sessionNamed(options.session, world) }),
    ...(options.resolution !== undefined && { resolution: await resolutionNamed(options.resolution, world) }),
  };
}

const sameSeat = (a: Named, b: Named): boolean => a.codes.some((code) => b.codes.includes(code));

function named(typed: string, { states }: World): Named {
  const codes = states.all(typed);
  const latest = codes[0]!;
  return { name: states.nameOf(latest), head: states.iso3c(latest) || String(latest), codes };
}

async function checkVotes({ name, codes }: Named, world: World): Promise<void> {
  const sql = `SELECT count(*) AS n FROM assembly_choices WHERE ccode IN (${codes.join(', ')})`;
  const [row] = await world.ask({ sql, tables: ['assembly_choices'] });
  if (Number(row!['n']) === 0)
    fail('votes/never-voted', `${name} has never had a vote in the General Assembly`, {
      hint: 'only members of the United Nations vote',
    });
}

function issueNamed(typed: string): Issue {
  const codes = Object.keys(issues) as Issue[];
  const known = codes.map((code) => `${code} ${issues[code]}`).join('; ');
  return (
    codes.find((code) => code === typed.trim().toLowerCase()) ??
    fail('votes/unknown-issue', `unknown issue: ${typed}`, { hint: `one of ${known}` })
  );
}

async function sessionNamed(typed: string, world: World): Promise<string> {
  const rows = await world.ask({
    sql: `SELECT DISTINCT session FROM assembly_votes ORDER BY session LIKE '%S%', session LIKE 'ES%', regexp_extract(session, '[0-9]+')::INTEGER`,
    tables: ['assembly_votes'],
  });
  const known = rows.map((r) => String(r['session']));
  const wanted = typed
    .trim()
    .toUpperCase()
    .replace(/^(E?S)[-\s]?(\d+)$/, '$1-$2');
  const special = known.filter((s) => s.includes('S'));
  return (
    known.find((s) => s === wanted) ??
    fail('votes/unknown-session', `no recorded vote in a session ${typed}`, {
      hint: /^E?S?-?\d+$/.test(wanted)
        ? `there are votes of sessions 1 to ${known.length - special.length}, ${special.join(', ')}`
        : didYouMean(wanted, known, 5, 'sessions are written 76, S-9 or ES-11'),
    })
  );
}

function checkDates(from: string | undefined, to: string | undefined): void {
  for (const [flag, text] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (text !== undefined && !isDate(text.trim()))
      fail('votes/malformed-date', `not a year or a day: ${flag} ${text}`, {
        hint: 'write 2022, or 2022-03-02',
      });
  if (from !== undefined && to !== undefined && from.trim() > `${to.trim()}~`)
    fail('votes/backwards', `the span ends before it begins: ${from} to ${to}`, {
      hint: `write --from ${to} --to ${from}`,
    });
}

function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
