import type { DyadMeasure } from './dyad-measure.js';

/**
 * How far apart two members stand in the UN General Assembly: |θ₁ − θ₂| of their ideal points of all votes, on the scale
 * of the table (one standard deviation of all places is 1). A distance of two means of posteriors, without an interval
 * of its own: see those of the two.
 */
export const idealPointsCompared: DyadMeasure = {
  name: 'ideal_point_distances',
  title: 'Distance of ideal points in the UN General Assembly',
  cites: [
    'Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
  ],
  tables: ['ideal_points'],
  restsOn: ['ideal_point'],
  years: { from: 1946, to: 2025 },
  variables: [
    {
      name: 'ideal_point_distance',
      title: 'Distance of ideal points',
      definition:
        'How far apart the ideal points of the two stand (all votes of the General Assembly), in standard deviations of all places. The year is the one in which the regular session opened. Read the intervals of the two beside it.',
      unit: 'standard deviations of all places',
      scale: { low: 0, higher: 'further apart' },
      symmetric: true,
    },
  ],
  async compute(world) {
    const rows = await world.ask({
      sql: `SELECT a.ccode AS ccode1, b.ccode AS ccode2, a.year, abs(a.ideal_point - b.ideal_point) AS distance
        FROM ideal_points a JOIN ideal_points b ON a.year = b.year AND a.ccode < b.ccode
        WHERE a.ideal_point IS NOT NULL AND b.ideal_point IS NOT NULL ORDER BY ALL`,
      tables: ['ideal_points'],
    });
    const column = (name: string): number[] => rows.map((row) => Number(row[name]));
    return {
      ccode1: Int32Array.from(column('ccode1')),
      ccode2: Int32Array.from(column('ccode2')),
      year: Int32Array.from(column('year')),
      values: { ideal_point_distance: Float64Array.from(column('distance')) },
    };
  },
};
