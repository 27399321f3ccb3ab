import type { Specification } from '../claims/specification.js';
import type { Design } from '../designs/design.js';
import type { PartTables } from '../verdicts/own-data.js';
import type { PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import type { World } from '../world/open.js';
import type { Answered } from './answer-question.js';
import type { Critique } from './critique.js';
import { type EffectScale, effectScale, shown } from './effect-scale.js';
import { medianOf } from './median.js';
import type { Asked, Question } from './question.js';

/** A part of a claim as its critics see it: its first reading, with the tests that have an estimate. */
export interface Heard {
  readonly tables: PartTables;
  readonly design: Design;
  readonly verdict: PartVerdict;
  readonly reading: ReadingVerdict;
  readonly specifications: readonly Asked[];
  /** Which of them lies nearest the median. */
  readonly typical: number;
  readonly scale: EffectScale;
  readonly world: World;
}

/** A critic that puts a question to the record: why it makes no sense of a part, or what it finds in the answer. */
export interface Critic<K extends Question['kind']> {
  readonly kind: K;
  /** Why it makes no sense here, as a sentence; null where it does. Runs nothing. */
  cannot(heard: Heard): string | null;
  finds(heard: Heard, answered: Answered[K]): Critique;
}

/** What the critics see of a part; undefined where it has no reading, or no test of it has an estimate. */
export function heardOf(
  tables: PartTables,
  verdict: PartVerdict,
  design: Design,
  world: World,
): Heard | undefined {
  const [reading] = verdict.readings;
  if (!reading) return undefined;
  const { table } = tables;
  const own = new Map<string, Specification>();
  for (const s of table.specifications) if (s.reading === reading.reading) own.set(s.key, s);
  const estimated = reading.graded.filter((g) => g.estimate !== undefined);
  if (estimated.length === 0) return undefined;
  const specifications = estimated.map((g) => ({
    key: g.key,
    parameters: own.get(g.key)!.parameters,
    weight: g.weight,
    matters: g.matters,
    value: g.estimate!.value,
  }));
  const scale = effectScale(table.part.expect, design, estimated, reading.unit);
  return {
    tables,
    design,
    verdict,
    reading,
    specifications,
    typical: nearestMedian(specifications, scale),
    scale,
    world,
  };
}

/** The first specification that is shown nearest the median of all. */
function nearestMedian(specifications: readonly Asked[], scale: EffectScale): number {
  const median = medianOf(
    specifications,
    specifications.map((s) => s.value),
    scale,
  )!;
  const off = specifications.map((s) => Math.abs(shown(scale, s.value, s.matters) - median));
  return off.reduce((best, x, i) => (x < off[best]! ? i : best), 0);
}
