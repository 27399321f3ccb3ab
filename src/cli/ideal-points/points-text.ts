import { fail } from '../../kernel/errors.js';
import type { IdealPoints } from '../../statistics/ideal-points/summary.js';
import { median } from '../../statistics/quantile.js';
import { textTable } from '../table.js';
import type { NamedState } from './asked.js';

/** Units of a state, in the order of years. Throws `ideal-points/no-votes` where there are none. */
function unitsOf({ name, codes }: NamedState, { state }: IdealPoints): number[] {
  const units = [...state.keys()].filter((u) => codes.includes(state[u]!));
  if (units.length > 0) return units;
  return fail('ideal-points/no-votes', `${name} cast no vote on any of these resolutions`, {
    hint: 'take other votes or years, or another state',
  });
}

const place = (x: number): string => x.toFixed(2).replace('-', '−');

/** A year a line, a state a column: the place and its 90 per cent interval. */
export function pointsText(points: IdealPoints, states: readonly NamedState[]): string {
  const columns = states.map((s) => new Map(unitsOf(s, points).map((u) => [points.session[u]!, u])));
  const years = [...new Set(points.session)].sort((a, b) => a - b);
  const rows = years
    .filter((year) => columns.some((column) => column.has(year)))
    .map((year) => [
      String(year),
      ...columns.map((column) => {
        const u = column.get(year);
        return u === undefined
          ? ''
          : `${place(points.mean[u]!)} [${place(points.low[u]!)}, ${place(points.high[u]!)}]`;
      }),
    ]);
  const { votes, items, draws } = points.used;
  return `${textTable(['year', ...states.map((s) => s.name)], rows)}

From ${votes} votes on ${items} resolutions that divided; mean 0 and variance 1 over ${points.state.length}
states and years, the United States above 0. [5 %, 95 %] of ${draws} draws, worth
${Math.round(median(points.effective))} independent ones in the middle; R̂ ${median(points.rhat).toFixed(3)}.
`;
}

export function pointsJson(points: IdealPoints, states: readonly NamedState[]): object {
  return {
    used: { ...points.used, rhat: median(points.rhat), effective: median(points.effective) },
    states: states.map((s) => ({
      name: s.name,
      years: unitsOf(s, points).map((u) => ({
        year: points.session[u],
        votes: points.votes[u],
        ideal_point: points.mean[u],
        low: points.low[u],
        high: points.high[u],
        rhat: points.rhat[u],
      })),
    })),
  };
}
