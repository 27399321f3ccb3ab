import type { IdealPoints } from '../../statistics/ideal-points/summary.js';
import type { Query } from '../../world/open.js';
import { literal } from '../../world/sql.js';

/** All places of an estimate, a state and year a row, as rows of a file. */
export function pointsToWrite(points: IdealPoints, citation: string): Query {
  const rows = [...points.state.keys()].map((u) => {
    const numbers = [points.mean, points.low, points.high, points.sd, points.rhat].map((of) =>
      of[u]!.toFixed(6),
    );
    return `(${points.state[u]}, ${points.session[u]}, ${points.votes[u]}, ${numbers.join(', ')})`;
  });
  const sql = `SELECT p.ccode, s.iso3c, s.name AS state, p.year, votes, ideal_point, low, high, sd, rhat, ${literal(citation)} AS citation
    FROM (VALUES ${rows.join(', ')}) p(ccode, year, votes, ideal_point, low, high, sd, rhat)
    LEFT JOIN states s ON s.ccode = p.ccode AND p.year BETWEEN s.from_year AND s.to_year ORDER BY p.ccode, p.year`;
  return { sql, tables: ['states'] };
}
