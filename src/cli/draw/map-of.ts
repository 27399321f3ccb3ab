import type { Aligned, Alignment, Pole } from '../../figures/alignment-map/alignment.js';
import { type AlignedBy, alignmentWords } from '../../figures/alignment-map/alignment-words.js';
import type { AlignmentMap } from '../../figures/alignment-map/draw-alignment-map.js';
import { landOf2018 } from '../../figures/alignment-map/land.js';
import { fail } from '../../kernel/errors.js';
import { chosenVotes, leastShared, sharedVotes } from '../../measures/agreement-in-assembly.js';
import type { World } from '../../world/open.js';
import { cited } from './cited.js';
import { placesIn } from './ideal-points-of.js';
import { type Sessions, seatOf, yearsOf } from './sessions.js';
import type { Figure } from './write-figure.js';

/** The year of a map. Throws `draw/one-year`, and what `yearsOf` throws. */
export function yearOf(text: string, sessions: Sessions): number {
  const { from, to } = yearsOf(text, sessions);
  if (from !== to) fail('draw/one-year', `a map is of one year: ${text}`, { hint: `such as ${to}` });
  return from;
}

/** A map as data, with the numbers behind it. */
export interface MapOf extends Pick<Figure, 'heads' | 'rows' | 'cites'> {
  readonly map: AlignmentMap;
}

/** Where the states of a year stand between two poles. Throws `draw/too-few-votes`, `draw/no-ideal-point`. */
export async function mapOf(
  year: number,
  poles: readonly [Pole, Pole],
  by: AlignedBy,
  sessions: Sessions,
  world: World,
): Promise<MapOf> {
  const { alignment, source } = await (by === 'agreement' ? byAgreement : byIdealPoints)(
    year,
    poles,
    sessions,
    world,
  );
  const from = cited(source, world);
  const words = alignmentWords(alignment, {
    ...{ by, votes: chosenVotes[sessions.votes], recorded: sessions.recorded(year), source: from.line },
  });
  const agreement = by === 'agreement';
  const far = (x: number): number => (agreement ? x : -x);
  const sides = (what: string): string[] => [`${what}_1`, `${what}_2`];
  return {
    map: { alignment, words, land: landOf2018() },
    heads: [
      ...['year', 'ccode', 'state', 'pole_1', 'pole_2'],
      ...(agreement ? [...sides('agreement'), ...sides('shared_votes')] : sides('distance')),
      ...['nearer_to_1', ...(agreement ? [] : ['middle_in_interval'])],
    ],
    rows: [...alignment.states]
      .sort((a, b) => a.ccode - b.ccode)
      .map((s) => [
        ...[year, s.ccode, s.name, poles[0].ccode, poles[1].ccode],
        ...s.near.map(far),
        ...(agreement ? s.votes! : []),
        s.near[0] - s.near[1],
        ...(agreement ? [] : [s.untold ? 1 : 0]),
      ]),
    cites: from.cites,
  };
}

/** The two poles of a map. Throws `draw/two-poles`, `draw/one-pole-twice`, and what `seatOf` throws. */
export function polesOf(
  named: readonly string[],
  year: number,
  sessions: Sessions,
  { states }: World,
): readonly [Pole, Pole] {
  if (named.length !== 2)
    fail('draw/two-poles', `a map has two poles: ${named.join(', ')}`, { hint: 'such as --poles USA,CHN' });
  const [first, second] = named.map((name): Pole => {
    const seat = seatOf(name, { from: year, to: year }, sessions, states);
    return { ccode: seat.codes.get(year)!, name: seat.name };
  }) as [Pole, Pole];
  if (first.ccode === second.ccode)
    fail('draw/one-pole-twice', `both poles are ${first.name}: ${named.join(', ')}`, {
      hint: 'name two states',
    });
  return [first, second];
}

interface Found {
  readonly alignment: Alignment;
  /** The table or variable whose source is cited. */
  readonly source: string;
}

async function byAgreement(
  year: number,
  poles: readonly [Pole, Pole],
  sessions: Sessions,
  world: World,
): Promise<Found> {
  const rows = await world.ask(
    sharedVotes(
      poles.map((p) => p.ccode),
      undefined,
      sessions.votes,
      { from: year, to: year },
    ),
  );
  const of = (pole: number, ccode: number) =>
    rows.find((r) => r['ccode1'] === poles[pole]!.ccode && r['ccode2'] === ccode);
  const codes = [...new Set(rows.map((r) => Number(r['ccode2'])))];
  const states = codes.flatMap((ccode): Aligned[] => {
    const both = [of(0, ccode), of(1, ccode)];
    const shared = both.map((r) => Number(r?.['shared'] ?? 0)) as [number, number];
    if (poles.some((p) => p.ccode === ccode) || shared.some((n) => n < leastShared)) return [];
    const near = both.map((r) => (100 * Number(r!['same'])) / Number(r!['shared'])) as [number, number];
    return [{ ccode, name: world.states.nameOf(ccode, year), near, votes: shared }];
  });
  const between = of(0, poles[1].ccode);
  if (Number(between?.['shared'] ?? 0) < leastShared)
    fail(
      'draw/too-few-votes',
      `${poles[0].name} and ${poles[1].name} took part in too few of the same votes in ${year}`,
      {
        hint: `at least ${leastShared} are needed`,
      },
    );
  return { alignment: aligned(year, poles, states, sessions, world), source: 'assembly-votes' };
}

async function byIdealPoints(
  year: number,
  poles: readonly [Pole, Pole],
  sessions: Sessions,
  world: World,
): Promise<Found> {
  const { places, source } = await placesIn(world, sessions.votes, { from: year, to: year });
  const [a, b] = poles.map(
    ({ ccode, name }) =>
      places.find((p) => p.ccode === ccode) ??
      fail('draw/no-ideal-point', `${name} has no ideal point in ${year}`, {
        hint: 'draw the map by agreement',
      }),
  );
  const middle = (a!.mean + b!.mean) / 2;
  const states = places
    .filter((p) => poles.every(({ ccode }) => ccode !== p.ccode))
    .map(
      ({ ccode, mean, low, high }): Aligned => ({
        ...{ ccode, name: world.states.nameOf(ccode, year) },
        near: [-Math.abs(mean - a!.mean), -Math.abs(mean - b!.mean)],
        untold: low <= middle && middle <= high,
      }),
    );
  return { alignment: aligned(year, poles, states, sessions, world), source };
}

function aligned(
  year: number,
  poles: readonly [Pole, Pole],
  states: readonly Aligned[],
  sessions: Sessions,
  world: World,
): Alignment {
  const has = new Set([...poles, ...states].map((s) => s.ccode));
  // Some voted before they were members of the state system: Ukraine, Belarus.
  const then = world.states.spells.filter(
    (s) => (s.from <= year && year <= s.to) || sessions.took.all(s.ccode).includes(year),
  );
  const silent = then
    .filter((s) => !has.has(s.ccode))
    .map(({ ccode }) => ({ ccode, name: world.states.nameOf(ccode, year) }));
  return {
    year,
    poles,
    states,
    silent: silent.filter((s, i) => silent.findIndex((o) => o.ccode === s.ccode) === i),
  };
}
