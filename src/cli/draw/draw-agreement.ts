import type { Picture } from '../../designs/picture.js';
import type { AgreementOfPair } from '../../figures/over-time/agreement-picture.js';
import { mostLines } from '../../figures/over-time/line-roles.js';
import { fail } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import {
  type ChosenVotes,
  chosenVotes,
  leastShared,
  sharedVotes,
} from '../../measures/agreement-in-assembly.js';
import type { World } from '../../world/open.js';
import type { Effects } from '../effects.js';
import { openWithLocal } from '../open-with-local.js';
import { cited } from './cited.js';
import { parseVotes, type Seat, type Sessions, seatOf, sessionsOf, yearsOf } from './sessions.js';
import { checkFigurePlace, type Figure, writeFigure } from './write-figure.js';

interface AgreementOptions {
  readonly pair: readonly string[];
  readonly years?: string;
  readonly votes?: string;
  readonly out: string;
  readonly world?: string;
}

/** `entente draw agreement`: how often the states of pairs voted alike, session by session. */
export async function drawAgreementOf(options: AgreementOptions, effects: Effects): Promise<void> {
  checkFigurePlace(options.out);
  const votes = parseVotes(options.votes);
  const named = options.pair.map(readPair);
  checkCount(named);
  const world = await openWithLocal(options);
  try {
    const sessions = await sessionsOf(votes, world);
    const years = yearsOf(options.years, sessions);
    const pairs: Pair[] = [];
    for (const one of named) pairs.push(await pairOf(one, years, sessions, world));
    await writeFigure(await figureOf(await agreementOf(pairs, votes, world), world), options.out, effects);
  } finally {
    world.close();
  }
}

/** Reads `USA,CHN`. Throws `draw/malformed-pair`. */
function readPair(text: string): readonly [string, string] {
  const [a, b, ...more] = text.split(',').map((word) => word.trim());
  if (!a || !b || more.length > 0)
    fail('draw/malformed-pair', `not a pair of states: ${text}`, { hint: 'such as --pair USA,CHN' });
  return [a, b];
}

/** Throws `draw/too-many`. */
function checkCount({ length }: readonly unknown[]): void {
  if (length > mostLines)
    fail('draw/too-many', `${length} pairs are too many to be told apart`, { hint: `at most ${mostLines}` });
}

export interface Pair extends AgreementOfPair {
  readonly rows: readonly { readonly year: number; readonly codes: readonly [number, number] }[];
}

/** How often two states voted alike. Throws `draw/one-state-twice`, `draw/too-few-votes`, and what `seatOf` throws. */
export async function pairOf(
  [a, b]: readonly [string, string],
  years: Years,
  sessions: Sessions,
  world: World,
): Promise<Pair> {
  const [one, other] = [a, b].map((name) => seatOf(name, years, sessions, world.states)) as [Seat, Seat];
  if ([...one.codes].some(([year, code]) => other.codes.get(year) === code))
    fail('draw/one-state-twice', `both states of a pair are ${one.name}: ${a},${b}`, {
      hint: 'name two states',
    });
  const codesOf = (seat: Seat): number[] => [...new Set(seat.codes.values())];
  const found = await world.ask(sharedVotes(codesOf(one), codesOf(other), sessions.votes, years));
  const rows = found
    .map((r) => ({
      ...{ year: Number(r['year']), shared: Number(r['shared']), same: Number(r['same']) },
      codes: [Number(r['ccode1']), Number(r['ccode2'])] as const,
    }))
    .filter(({ year, codes }) => one.codes.get(year) === codes[0] && other.codes.get(year) === codes[1])
    .sort((x, y) => x.year - y.year);
  if (!rows.some((r) => r.shared >= leastShared))
    fail(
      'draw/too-few-votes',
      `${one.name} and ${other.name} took part in too few of the same votes in ${showYears(years)}`,
      {
        hint: `at least ${leastShared} in a session are needed`,
      },
    );
  return { names: [one.name, other.name], sessions: rows, rows };
}

/** Throws `draw/one-pair-twice`. */
function checkEachOnce(pairs: readonly Pair[]): void {
  const keys = pairs.map(({ rows }) => [...rows.at(-1)!.codes].sort((a, b) => a - b).join());
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0)
    fail('draw/one-pair-twice', `a pair is named twice: ${pairs[twice]!.names.join(', ')}`, {
      hint: 'name each pair once',
    });
}

interface AgreementOfPairs {
  readonly pairs: readonly Pair[];
  readonly picture: Picture;
}

/** The picture of pairs. Throws `draw/too-many`, `draw/one-pair-twice`. */
export async function agreementOf(
  pairs: readonly Pair[],
  votes: ChosenVotes,
  world: World,
): Promise<AgreementOfPairs> {
  checkCount(pairs);
  checkEachOnce(pairs);
  const { agreementPicture } = await import('../../figures/over-time/agreement-picture.js');
  const source = cited('assembly-votes', world).line;
  return {
    pairs,
    picture: agreementPicture(pairs, { votes: chosenVotes[votes], source, least: leastShared }),
  };
}

async function figureOf({ pairs, picture }: AgreementOfPairs, world: World): Promise<Figure> {
  const [{ shareOf }, { drawAgreement }] = await Promise.all([
    import('../../figures/over-time/agreement-picture.js'),
    import('../../figures/over-time/draw-agreement.js'),
  ]);
  return {
    svg: () => drawAgreement(picture, pairs, { standalone: true }),
    heads: ['year', 'ccode1', 'state1', 'ccode2', 'state2', 'shared_votes', 'same_votes', 'agreement'],
    rows: pairs.flatMap((pair) =>
      pair.sessions.map((s, i) => {
        const [a, b] = pair.rows[i]!.codes;
        const name = (ccode: number): string => world.states.nameOf(ccode, s.year);
        return [s.year, a, name(a), b, name(b), s.shared, s.same, shareOf(s)];
      }),
    ),
    cites: cited('assembly-votes', world).cites,
  };
}
