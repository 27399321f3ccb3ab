import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';
import { liberties } from './liberties.js';
import { power } from './power.js';

const indices = [...liberties, ...power];

const file = 'regime/vdem-v12-1970-2021.csv';

/** SQL of an index as V-Dem has it: what the carrier changed is undone where that can be done. */
const asPublished = (theirs: string): string => {
  if (theirs === 'v2x_pubcorr') return `round(1 - as_number(${theirs}), 3)`;
  if (theirs === 'v2xlg_legcon') return `nullif(as_number(${theirs}), 0)`;
  return `as_number(${theirs})`;
};

/**
 * Varieties of Democracy, version 12, 1970–2021: the indices that the extract of version 16 lacks, such as freedom
 * from physical violence and clientelism. The file is a forecasting project’s: it goes by Gleditsch and Ward’s states
 * and has no gaps, for the carrier filled them in. Take version 16 wherever it has the index.
 */
export const vdem12: Source = {
  // Gleditsch and Ward’s numbers as the demspaces project uses them: one reviewed table serves its three files.
  folder: 'demspaces-gdp',
  card: {
    name: 'vdem12',
    title: 'Varieties of Democracy, version 12, as filled in by demspaces',
    version: 'v12 (2022), 22 indices, missing values filled in by the carrier',
    citation:
      'Coppedge, M. et al. (2022). V-Dem Country-Year Dataset v12. Varieties of Democracy (V-Dem) Project. Carried by the demspaces project (V-Dem Institute), which filled in missing values. Measurement model: Pemstein, D. et al., The V-Dem Measurement Model: Latent Variable Analysis for Cross-National and Cross-Temporal Expert-Coded Data, V-Dem Working Paper 21.',
    terms: 'CC BY-SA 4.0',
    files: [file],
    defects: [
      'The carrier filled in missing values, gaps by a straight line and the start of a series by its first value, and does not mark them.',
      'Legislative constraints are 0 in 678 rows without a legislature: read as missing. The index of public-sector corruption is turned round: turned back.',
      'Point estimates only. Scores are estimated anew with each version: the two must not be mixed in one series (polyarchy differs from version 16 by 0.008 on average, by 0.357 in Suriname 1975).',
      'Germany and Yemen have one row for 1990, given to the united states; East Germany and South Yemen end in 1989, South Viet Nam in 1974. Bahrain, Brunei, Malta, Vanuatu, the Bahamas and the smallest states are missing.',
    ],
  },
  tables: [
    {
      name: 'vdem12',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Indices of V-Dem’s version 12 that version 16 as shipped lacks, missing values filled in by the carrier, for members of the state system.',
      years: { from: 1970, to: 2021 },
      variables: indices.map((i) => i.card),
    },
  ],
  async read(reading) {
    const numbers = ['gwcode', 'year', 'v2x_polyarchy', ...indices.map((i) => i.theirs)];
    await reading.csv(file, 'raw', { columns: numbers });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['gwcode', 'year'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 8187, field: 'v2clkill', last: '1.973' });
    await reading.check(
      '8,187 state-years of 1970–2021, no value missing',
      `SELECT count(*) FILTER (${indices.map((i) => `as_number(${i.theirs}) IS NOT NULL`).join(' AND ')}) || ', ' || min(year) || '-' || max(year) FROM raw`,
      '8187, 1970-2021',
    );
    const unit = indices.filter((i) => i.card.unit === 'index, 0–1');
    await reading.check(
      'every index lies between 0 and 1',
      `SELECT count(*) FROM raw WHERE ${unit.map((i) => `as_number(${i.theirs}) NOT BETWEEN 0 AND 1`).join(' OR ')}`,
      0,
    );
    await reading.check(
      '678 rows have legislative constraints of 0, the next lowest is 0.023',
      `SELECT count(*) FILTER (v2xlg_legcon = '0') || ', ' || min(as_number(v2xlg_legcon)) FILTER (v2xlg_legcon <> '0') FROM raw`,
      '678, 0.023',
    );
    await reading.check(
      'public-sector corruption runs against political corruption, as turned round by the carrier',
      `SELECT (corr(as_number(v2x_pubcorr), as_number(v2x_corr)) < -0.9)::INTEGER FROM raw`,
      1,
    );
    await reading.check(
      'polyarchy of Suriname in 1975 is 0.726',
      `SELECT v2x_polyarchy FROM raw WHERE gwcode = '115' AND year = '1975'`,
      '0.726',
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'gwcode',
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'vdem12',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, ${indices.map((i) => `${asPublished(i.theirs)} AS ${i.card.name}`).join(', ')} FROM members`,
    );
  },
};
