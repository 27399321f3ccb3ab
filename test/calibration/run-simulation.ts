import type { Expectation } from '../../src/claims/claim.js';
import { jointTest } from '../../src/verdicts/joint-test.js';
import { cells } from './cells.js';
import { gradedWorld } from './judge-world.js';
import { type CellResult, type CurvePoint, judgeCell, judgeCurve } from './judge-worlds.js';
import { many, places } from './layout.js';
import { type Quality, qualityOf } from './quality.js';
import type { Correlation, SimulatedWorld, Simulation } from './simulation.js';
import {
  runWorlds,
  type SizedEstimates,
  type StandardError,
  standardErrors,
  type Version,
} from './sized-estimates.js';

/** What came out of the worlds of one design at one correlation. */
export interface SimulationResult {
  readonly simulation: string;
  readonly correlation: Correlation;
  readonly worlds: number;
  readonly quality: Record<Version, Quality>;
  readonly cells: Record<Version, readonly CellResult[]>;
  readonly curve: readonly CurvePoint[];
  /** Worlds without an effect in which the joint test has p ≤ 0.05, and of how many. */
  readonly joint: { readonly rejected: number; readonly of: number };
}

/** Ratios of SE to m, and effects in SE, of the operating curve. */
export const curveRatios = [1 / 4, 1, 3];
const fine = Array.from({ length: 17 }, (_, i) => i / 2);
const coarse = [0, 1, 2, 3, 4.5, 6.5];

/** Where an effect does not just move estimates, each size of it costs as much as the first. */
const cellsOf = (simulation: Simulation) =>
  cells.filter(
    ({ name, ratio }) =>
      simulation.effectOnlyMoves ||
      !((name === 'undecidable' && ratio === 10) || (name === 'just matters' && ratio === 3)),
  );

const claimed: Expectation = {
  effect: 'effect',
  direction: 'above',
  threshold: 0,
  rule: 'more',
} as unknown as Expectation;

/** Whether the joint test of a claim of *more* has p ≤ 0.05 in a world without an effect. */
function rejects(world: SimulatedWorld, simulation: Simulation): boolean {
  const none = new Float64Array(many);
  const estimates = world.verdictScale?.(none) ?? world.estimates(none);
  const graded = gradedWorld(estimates, new Float64Array(many).fill(1), world.without(none));
  return jointTest(graded, claimed, simulation.design)!.p <= 0.05;
}

export interface RunOptions {
  readonly worlds: number;
  /** Of how many of them the joint test is asked. */
  readonly joint: number;
  onWorld?(done: number): void;
}

export function runSimulation(
  simulation: Simulation,
  correlation: Correlation,
  { worlds, joint, onWorld }: RunOptions,
): SimulationResult {
  const own = cellsOf(simulation);
  const isReal = correlation === 'real';
  const effectsOf = (of: StandardError): number[] =>
    !isReal ? [] : simulation.effectOnlyMoves ? fine : of === 'reported' ? coarse : [];
  const ofCells = own.flatMap(({ effectOf }) => places.map(({ source }) => effectOf(source)));
  const sizesOf = (of: StandardError): number[] => [...new Set([...ofCells, ...effectsOf(of), 0])];
  let rejected = 0;
  const sized = runWorlds(
    simulation,
    correlation,
    worlds,
    { reported: sizesOf('reported'), true: sizesOf('true') },
    (world, index) => {
      if (index < joint && rejects(world, simulation)) rejected++;
      onWorld?.(index + 1);
    },
  );
  const judged = (version: SizedEstimates): CellResult[] =>
    standardErrors.flatMap((of) => own.map((cell) => judgeCell(cell, version, worlds, of)));
  const same = sized.before === sized.now;
  const now = judged(sized.now);
  const quality = qualityOf(sized.now, worlds);
  return {
    simulation: simulation.name,
    correlation,
    worlds,
    quality: { now: quality, before: same ? quality : qualityOf(sized.before, worlds) },
    cells: { now, before: same ? now : judged(sized.before) },
    curve: standardErrors.flatMap((of) => judgeCurve(sized.now, worlds, of, curveRatios, effectsOf(of))),
    joint: { rejected, of: Math.min(joint, worlds) },
  };
}
