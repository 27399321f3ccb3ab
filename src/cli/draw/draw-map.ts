import type { AlignedBy } from '../../figures/alignment-map/alignment-words.js';
import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { Effects } from '../effects.js';
import { openWithLocal } from '../open-with-local.js';
import { parseVotes, sessionsOf } from './sessions.js';
import { checkFigurePlace, writeFigure } from './write-figure.js';

interface MapOptions {
  readonly year: string;
  readonly poles?: readonly string[];
  readonly by?: string;
  readonly votes?: string;
  readonly out: string;
  readonly world?: string;
}

/** `entente draw map`: where the states of a year stand between two poles. */
export async function drawMap(options: MapOptions, effects: Effects): Promise<void> {
  checkFigurePlace(options.out);
  const [votes, by] = [parseVotes(options.votes), parseBy(options.by)];
  const world = await openWithLocal(options);
  try {
    const sessions = await sessionsOf(votes, world);
    const { mapOf, polesOf, yearOf } = await import('./map-of.js');
    const { drawAlignmentMap } = await import('../../figures/alignment-map/draw-alignment-map.js');
    const year = yearOf(options.year, sessions);
    const poles = polesOf(options.poles ?? ['USA', 'CHN'], year, sessions, world);
    const { map, ...numbers } = await mapOf(year, poles, by, sessions, world);
    const svg = (): string => drawAlignmentMap(map, { width: 960, standalone: true });
    await writeFigure({ svg, ...numbers }, options.out, effects);
  } finally {
    world.close();
  }
}

function parseBy(text = 'agreement'): AlignedBy {
  if (text === 'agreement' || text === 'ideal-points') return text;
  return fail('draw/no-such-measure', `nothing to draw a map by: ${text}`, {
    hint: didYouMean(text, ['agreement', 'ideal-points']),
  });
}
