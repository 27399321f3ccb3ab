import type { Estimate } from '../../src/designs/design.js';
import { share } from '../../src/designs/share/share.js';
import { randomFrom } from '../../src/kernel/random.js';
import { states } from '../../src/kernel/states.js';
import type { Manifest, ManifestVariable } from '../../src/world/cards.js';
import type { Row } from '../../src/world/database.js';
import type { Answers, Catalogue } from '../../src/world/open.js';

/** A state that keeps one score from 2000 to 2002 unless told otherwise; without `from` and `to` a member throughout. */
export interface SmallState {
  readonly ccode: number;
  /** Scores of the years from 2000 on; null: none. A pair gives the half-width of the source's interval too. */
  readonly scores: readonly (number | null | readonly [value: number, half: number])[];
  readonly people?: number;
  readonly ally?: boolean;
  readonly ends?: 1 | 2;
}

export const first = 2000;

/** Scores are 0–10 and held under the name `freedom` (`freedom_twice`: 0–20); `wealth` has no upper end; `debt` may be negative; `ties` are of pairs. */
export const catalogue: Catalogue = {
  states: states(
    Array.from({ length: 999 }, (_, i) => spell(i + 1)),
    Array.from({ length: 999 }, (_, i) => ({
      alias: `S${i + 1}`,
      ccode: i + 1,
      from: 1990,
      to: 2030,
    })).concat([{ alias: 'USA', ccode: 2, from: 1990, to: 2030 }]),
  ),
  manifest: {
    system: { from: 1990, to: 2030, byYear: Array.from({ length: 41 }, () => 100) },
    tables: ['scores', 'state_years'].map((name) => ({ name, years: { from: 1990, to: 2030 } })),
    sources: [{ name: 'scores', title: 'Scores of states', version: '1' }],
    variables: [
      card('freedom', { low: 0, high: 10 }),
      card('freedom_twice', { low: 0, high: 20 }),
      card('wealth', { low: 0 }),
      card('debt', {}),
      { ...card('ties', { low: 0, high: 1 }), level: 'dyad-year' },
      card('population_wb', { low: 0 }),
    ],
  } as unknown as Manifest,
};

function spell(ccode: number) {
  return { ccode, iso3c: `S${ccode}`, name: `State ${ccode}`, from: 1990, to: 2030 };
}

function card(name: string, scale: object): ManifestVariable {
  const coverage = {
    rows: 100,
    states: 100,
    from: 1995,
    to: 2015,
    byYear: Array.from({ length: 21 }, () => 95),
  };
  return {
    name,
    title: name,
    unit: 'points',
    scale,
    level: 'state-year',
    table: 'scores',
    source: 'scores',
    years: coverage,
    coverage,
  } as unknown as ManifestVariable;
}

/** What the world answers about these states. */
export function answersOf(members: readonly SmallState[]): Answers {
  return {
    scores: members.flatMap(({ ccode, scores }) =>
      scores.flatMap((score, i) => {
        if (score === null) return [];
        const [value, half] = typeof score === 'number' ? [score, 0] : score;
        return [{ ccode, year: first + i, value, low: value - half, high: value + half }];
      }),
    ),
    members: members.map(({ ccode, ends = 2 }) => ({ ccode, ends })),
    people: members.flatMap(({ ccode, people }) => (people === undefined ? [] : [{ ccode, people }])),
    allies: members.filter(({ ally }) => ally).map(({ ccode }) => ({ ccode })),
  };
}

/** A test of falls in freedom over 2000–2002 that fell on the allies of state 2; other settings as told. */
export const parametersOf = (settings: object = {}) =>
  share.parameters.parse({
    of: { 'fall-in': 'freedom', over: '2000-2002', as: 'endpoints' },
    group: { 'allies-of': 'USA', by: 'defence' },
    against: 'states',
    ...settings,
  });

export function estimate(members: readonly SmallState[], settings: object = {}, seed = 'seed'): Estimate {
  const p = parametersOf(settings);
  return share.estimate(p, asked(p, answersOf(members)), catalogue, randomFrom(seed));
}

/** Of these answers those that the design asks for, of the years that it asks for. */
export function asked(p: ReturnType<typeof parametersOf>, answers: Answers): Answers {
  const { from, to } = share.observes(p);
  const inYears = ({ year = null }: Row): boolean =>
    year === null || (from <= Number(year) && Number(year) <= to);
  const names = Object.keys(share.needs(p, catalogue));
  return Object.fromEntries(names.map((name) => [name, answers[name]!.filter(inYears)]));
}
/** A state that falls by `fall` from 10 between 2000 and 2002. */
export const falling = (ccode: number, fall: number, ally: boolean, from = 10): SmallState => ({
  ccode,
  ally,
  scores: [from, from, from - fall],
});
