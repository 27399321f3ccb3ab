import type { Picture } from '../../designs/picture.js';
import type { PlacesOfState } from '../../figures/over-time/ideal-points-picture.js';
import { mostLines } from '../../figures/over-time/line-roles.js';
import { fail } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import { type ChosenVotes, chosenVotes } from '../../measures/agreement-in-assembly.js';
import type { World } from '../../world/open.js';
import type { Effects } from '../effects.js';
import { openWithLocal } from '../open-with-local.js';
import { cited } from './cited.js';
import { type Place, placesIn } from './ideal-points-of.js';
import { parseVotes, type Seat, seatOf, sessionsOf, yearsOf } from './sessions.js';
import { checkFigurePlace, type Figure, writeFigure } from './write-figure.js';

interface IdealPointsOptions {
  readonly states: readonly string[];
  readonly years?: string;
  readonly votes?: string;
  readonly out: string;
  readonly world?: string;
}

/** `entente draw ideal-points`: where states stand, session by session, with what is not known of it. */
export async function drawIdealPoints(options: IdealPointsOptions, effects: Effects): Promise<void> {
  checkFigurePlace(options.out);
  const votes = parseVotes(options.votes);
  checkCount(options.states);
  const world = await openWithLocal(options);
  try {
    const sessions = await sessionsOf(votes, world);
    const years = yearsOf(options.years, sessions);
    const seats = options.states.map((name) => seatOf(name, years, sessions, world.states));
    await writeFigure(
      await figureOf(await idealPointsOf(seats, years, votes, world), world),
      options.out,
      effects,
    );
  } finally {
    world.close();
  }
}

interface StatePlaces extends PlacesOfState {
  readonly places: readonly Place[];
}

/** Throws `draw/too-many`. */
function checkCount({ length }: readonly unknown[]): void {
  if (length > mostLines)
    fail('draw/too-many', `${length} states are too many to be told apart`, { hint: `at most ${mostLines}` });
}

interface IdealPointsOfStates {
  readonly states: readonly StatePlaces[];
  readonly picture: Picture;
  readonly source: string;
}

/**
 * Ideal points of some states in some years, and their picture. Throws `draw/too-many`, `draw/one-state-twice`,
 * `draw/no-ideal-point`, `draw/no-ideal-points`.
 */
export async function idealPointsOf(
  seats: readonly Seat[],
  years: Years,
  votes: ChosenVotes,
  world: World,
): Promise<IdealPointsOfStates> {
  checkCount(seats);
  checkEachOnce(seats);
  const { places, source } = await placesIn(world, votes, years);
  const states = seats.map((seat): StatePlaces => {
    const own = places.filter((p) => seat.codes.get(p.year) === p.ccode).sort((a, b) => a.year - b.year);
    if (own.length === 0)
      fail('draw/no-ideal-point', `${seat.name} has no ideal point in ${showYears(years)}`, {
        hint: 'too few of these votes divided the Assembly in its sessions',
      });
    return { name: seat.name, places: own };
  });
  const { idealPointsPicture } = await import('../../figures/over-time/ideal-points-picture.js');
  const about = { votes: chosenVotes[votes], source: cited(source, world).line };
  return { states, picture: idealPointsPicture(states, about), source };
}

/** Throws `draw/one-state-twice`. */
function checkEachOnce(seats: readonly Seat[]): void {
  const keys = seats.map(({ codes }) => [...codes.values()].at(-1));
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0)
    fail('draw/one-state-twice', `a state is named twice: ${seats[twice]!.name}`, { hint: 'name each once' });
}

async function figureOf({ states, picture, source }: IdealPointsOfStates, world: World): Promise<Figure> {
  const { drawPicture } = await import('../../figures/draw-picture.js');
  return {
    svg: () => drawPicture(picture, { standalone: true }),
    heads: ['year', 'ccode', 'state', 'ideal_point', 'low', 'high'],
    rows: states.flatMap(({ places }) =>
      places.map((p) => [p.year, p.ccode, world.states.nameOf(p.ccode, p.year), p.mean, p.low, p.high]),
    ),
    cites: cited(source, world).cites,
  };
}
