import { z } from 'zod';
import type { Losses } from '../../../kernel/missing.js';
import type { Years } from '../../../kernel/years.js';
import { continuing } from '../../../measures/continuing-states.js';
import { countReasons, memberValues, stateVariables } from '../../../measures/member-values.js';
import { originOf } from '../../../measures/rows-without.js';
import { normalQuantile } from '../../../statistics/distributions.js';
import type { ManifestVariable } from '../../../world/cards.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Row } from '../../../world/database.js';
import type { Answers, Catalogue } from '../../../world/open.js';
import { cannotMean, stateIn } from '../subjects.js';
import { inYears, type Quantity, type Yearly } from './quantity.js';

const parameters = z.strictObject({
  variable: z.string().min(1).describe('a state-year variable'),
});

export type VariableQuantity = z.infer<typeof parameters>;

/** A member of the state system in a year, with the source's interval where it has one. */
export interface MemberScore {
  readonly ccode: number;
  readonly year: number;
  readonly value: number | null;
  readonly reason: string | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/**
 * A state-year variable of one state, in its own unit. Where the source gives intervals, their half width over the
 * normal quantile of their level is the standard error of a year's score.
 */
export const variable: Quantity<VariableQuantity> = {
  name: 'variable',
  says: 'A figure about one state, as its source has it, in its own unit.',
  cites: [],
  parameters,
  states: 1,
  ofEveryState: true,
  drawnAnew: false,
  counts: false,
  withOthers: false,
  unit: () => 'points of the score',
  label: (of, { manifest }) => inSentence(variableOf(manifest, of.variable).title),
  axis: (of, { manifest }) => variableOf(manifest, of.variable).unit,
  cannot({ of, about }, years, catalogue) {
    return notCovered(of.variable, years, catalogue) ?? cannotMean(about, years, catalogue);
  },
  needs([side], years, catalogue) {
    return { scores: memberValues({ of: [side!.of.variable], years }, catalogue) };
  },
  observe(sides, _years, spans, answers, catalogue) {
    const { interval } = variableOf(catalogue.manifest, sides[0]!.of.variable);
    const z = interval && normalQuantile(0.5 + interval.level / 2);
    const scores = scoresByState(answers);
    const years = yearsOf(scores);
    const found = sides.map(({ about: [name] }) =>
      yearlyOf(scores, years, (year) => stateIn(name!, year, catalogue), z),
    );
    return {
      sides: found.map(({ yearly }) => yearly),
      n: found[0]!.yearly.years.filter((year) => spans.some((span) => inYears(span, year))).length,
      of: 'years',
      lost: lossesIn(found[0]!.gaps, spans),
      chances: [],
    };
  },
};

/** A title as it stands within a sentence: its first letter small, unless it is a name’s or an abbreviation’s. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) && !title.startsWith('V-Dem') && !/^[A-Z][a-z]+’s/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;

/** The card of a state-year variable. Throws `world/unknown-variable`, `measures/not-of-states`. */
export const stateVariable = (name: string, catalogue: Catalogue): ManifestVariable =>
  stateVariables([name], catalogue)[0]!;

/** Why a state-year variable does not reach over some years, or null. Throws `world/unknown-variable`, `measures/not-of-states`. */
export function notCovered(name: string, { from, to }: Years, catalogue: Catalogue): string | null {
  const { coverage } = stateVariable(name, catalogue);
  if (coverage.to < to) return `${name} ends in ${coverage.to}`;
  return coverage.from > from ? `${name} begins in ${coverage.from}` : null;
}

type Scores = ReadonlyMap<number, ReadonlyMap<number, MemberScore>>;

const read = new WeakMap<readonly Row[], Scores>();

/** Scores by state, the state followed through successions, and by year; read once however many specifications ask. */
export function scoresByState({ scores = [] }: Answers): Scores {
  const known = read.get(scores) ?? scoresLeft(scores) ?? scoresIn(scores as unknown as MemberScore[]);
  read.set(scores, known);
  return known;
}

/** Of rows without a state: the scores of the others, as they are. */
function scoresLeft(rows: readonly Row[]): Scores | undefined {
  const origin = originOf(rows);
  if (!origin) return undefined;
  const left = new Map(scoresByState({ scores: origin.rows }));
  left.delete(origin.state);
  return left;
}

function scoresIn(rows: readonly MemberScore[]): Scores {
  const found = new Map<number, Map<number, MemberScore>>();
  for (const row of rows) {
    const unit = continuing(row.ccode);
    const own = found.get(unit) ?? new Map<number, MemberScore>();
    found.set(unit, own);
    const before = own.get(row.year);
    if (!before || before.value === null || (row.value !== null && row.ccode === unit))
      own.set(row.year, row);
  }
  return found;
}

const spoken = new WeakMap<Scores, readonly number[]>();

/** The years of which any score speaks, in rising order. */
function yearsOf(scores: Scores): readonly number[] {
  const known = spoken.get(scores);
  if (known) return known;
  const found = new Set<number>();
  for (const own of scores.values()) for (const year of own.keys()) found.add(year);
  const years = [...found].sort((a, b) => a - b);
  spoken.set(scores, years);
  return years;
}

interface Gap {
  readonly year: number;
  readonly reason: string;
}

function yearlyOf(
  scores: ReturnType<typeof scoresByState>,
  years: readonly number[],
  stateOf: (year: number) => number | undefined,
  z: number | undefined,
): { yearly: Yearly; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const kept = years.flatMap((year) => {
    const score = scores.get(stateOf(year) ?? Number.NaN)?.get(year);
    if (score && score.value !== null) return [score];
    gaps.push({ year, reason: score?.reason ?? 'not-in-system' });
    return [];
  });
  const sd = ({ low, high }: MemberScore): number => (Number(high) - Number(low)) / (2 * z!);
  return {
    yearly: {
      years: kept.map(({ year }) => year),
      values: kept.map(({ value }) => value!),
      weights: kept.map(() => 1),
      ...(z !== undefined && { sds: kept.map(sd) }),
    },
    gaps,
  };
}

const lossesIn = (gaps: readonly Gap[], spans: readonly Years[]): Losses =>
  countReasons(
    gaps.filter(({ year }) => spans.some((span) => inYears(span, year))).map(({ reason }) => reason),
  );
