import type { World } from '../../world/open.js';
import { comparePortfolios, type Portfolios, portfolioCards, portfolioCites } from './compare-portfolios.js';
import type { DyadMeasure } from './dyad-measure.js';

const prefix = 'alliance';

/** Answers in rising order; nothing owed is 1. */
const ties = { consultation: 2, neutrality: 3, nonaggression: 3, offence: 4, defence: 4 } as const;
const closest = 4;

/**
 * How alike the alliances of two members are: towards every member of the system, the closest tie that a state owes (a
 * defence or offence pact, neutrality or non-aggression, consultation, none). A state stands to itself as to those whom
 * it owes defence.
 */
export const alliancesCompared: DyadMeasure = {
  name: 'alliance_similarity',
  title: 'Similarity of alliances',
  cites: portfolioCites,
  tables: ['atop_dyad_years', 'state_years'],
  restsOn: Object.keys(ties).map((tie) => `atop_${tie}`),
  years: { from: 1816, to: 2018 },
  variables: portfolioCards(
    prefix,
    'alliances',
    'Over all members of the system, the two themselves included: the closest tie that each owes them by ATOP (defence or offence, neutrality or non-aggression, consultation, none, in that order; to itself as to those whom it owes defence).',
  ),
  compute: async (world) => comparePortfolios(await tiesByYear(world), closest, prefix),
};

async function tiesByYear(world: World): Promise<Portfolios[]> {
  const { from, to } = alliancesCompared.years;
  const members = new Map<number, number[]>();
  const rows = await world.ask({
    sql: `SELECT ccode, year FROM state_years WHERE year BETWEEN ${from} AND ${to} ORDER BY year, ccode`,
    tables: ['state_years'],
  });
  for (const { ccode, year } of rows) {
    const own = members.get(Number(year));
    if (own) own.push(Number(ccode));
    else members.set(Number(year), [Number(ccode)]);
  }
  const found = new Map([...members].map(([year, ccodes]) => [year, portfoliosOf(year, ccodes)]));
  const tie = Object.entries(ties).map(
    ([name, rank]) => `CASE WHEN atop_${name} = 1 THEN ${rank} ELSE 1 END`,
  );
  const chunks = world.chunks({
    sql: `SELECT year, ccode1, ccode2, greatest(${tie.join(', ')})::INTEGER FROM atop_dyad_years`,
    tables: ['atop_dyad_years'],
  });
  for await (const chunk of chunks) {
    const [years, ones, others, ranks] = [0, 1, 2, 3].map((i) => chunk.column(i) as readonly number[]);
    for (let i = 0; i < chunk.rows; i++) {
      const own = found.get(years![i]!);
      const [one, other] = [own?.at.get(ones![i]!), own?.at.get(others![i]!)];
      if (own && one !== undefined && other !== undefined)
        own.answers[one * own.questions + other] = ranks![i]!;
    }
  }
  return [...found.values()];
}

function portfoliosOf(year: number, ccodes: readonly number[]) {
  const n = ccodes.length;
  const answers = new Uint8Array(n * n).fill(1);
  for (let i = 0; i < n; i++) answers[i * n + i] = closest;
  return { year, ccodes, questions: n, answers, at: new Map(ccodes.map((ccode, i) => [ccode, i])) };
}
