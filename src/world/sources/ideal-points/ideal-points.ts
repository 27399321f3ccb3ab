import { oneAfterAnother, type RunChains } from '../../../statistics/ideal-points/estimate.js';
import type { IdealPoints } from '../../../statistics/ideal-points/summary.js';
import type { Row } from '../../database.js';
import { estimateSubset } from '../../ideal-points/estimate-subset.js';
import { standardSubsets } from '../../ideal-points/standard-subsets.js';
import type { Reading, Source } from '../source.js';
import { tables } from './tables.js';

/** Counts the changes to the estimate after which the world’s own table is no longer what it yields. */
const method = 2;

/** Digits kept: a thousandth is far below the width of any interval. */
const rounded = (x: number): number => Math.round(x * 1000) / 1000;

const inputs = ['assembly_votes', 'assembly_choices'];

/** Ideal points measured from the Assembly’s votes that the world holds; the chains run where the caller says. */
export const idealPointsBy = (run: RunChains): Source => ({
  folder: 'ideal-points',
  card: {
    name: 'ideal-points',
    title: 'Ideal points in the General Assembly, measured',
    version: `votes to 31 October 2025, method ${method}`,
    citation:
      'Entente, measured from the votes of the General Assembly (Voeten, Strezhnev & Bailey, doi:10.7910/DVN/LEJUQZ; United Nations Digital Library: Voting Data) by the model of Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
    terms: 'attribution, non-commercial',
    files: [],
    defects: [
      'How sessions 1 to 9 stand to later ones is hardly told by votes: no text returned in the first six, and what is held of cut points beforehand decides (docs/ideal-points.md).',
    ],
  },
  tables,
  async read(reading) {
    const columns = standardSubsets.flatMap(({ name }) =>
      ['', '_low', '_high', '_votes'].map((part) => name + part),
    );
    if (!(await reading.asBefore('ideal_points', inputs))) await measure(reading, run);
    await reading.write(
      'ideal_points',
      `SELECT ccode, year::SMALLINT AS year, ${columns.join(', ')} FROM ideal_points`,
    );
  },
});

export const idealPoints: Source = idealPointsBy(oneAfterAnother);

async function measure(reading: Reading, run: RunChains): Promise<void> {
  for (const table of inputs) await reading.written(table);
  const ask = async (sql: string): Promise<readonly Row[]> => (await reading.rows(sql)) as readonly Row[];
  for (const { name, subset } of standardSubsets)
    await keep(reading, name, await estimateSubset(ask, subset, run));
  const keys = standardSubsets.map(({ name }) => `SELECT ccode, year FROM ${name}`).join(' UNION ');
  const joined = standardSubsets.map(({ name }) => `LEFT JOIN ${name} USING (ccode, year)`).join(' ');
  await reading.run(`CREATE TABLE joined AS SELECT * FROM (${keys}) ${joined}`);
  await reading.inSystem({ from: 'joined', into: 'ideal_points', year: 'year' });
}

/** Above it the chains do not agree on where a unit stands, though they do on the others. */
const worstRhat = 1.2;

async function keep(reading: Reading, name: string, points: IdealPoints): Promise<void> {
  const sure = [...points.state.keys()].filter((u) => points.rhat[u]! <= worstRhat);
  reading.lose(`${name}: the chains do not agree on the place`, points.state.length - sure.length);
  const rows = sure.map((u) => {
    const [mean, low, high] = [points.mean[u]!, points.low[u]!, points.high[u]!].map(rounded);
    return `(${points.state[u]}, ${points.session[u]}, ${mean}, ${low}, ${high}, ${points.votes[u]})`;
  });
  await reading.run(
    `CREATE TABLE ${name}(ccode INTEGER, year INTEGER, ${name} DOUBLE, ${name}_low DOUBLE, ${name}_high DOUBLE, ${name}_votes SMALLINT);
     INSERT INTO ${name} VALUES ${rows.join(', ')}`,
  );
}
