import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../src/kernel/canonical.js';
import type { World } from '../../src/world/open.js';
import { type Coverage, coverageOf, lengths, memoriesShown } from './coverage.js';
import { type FigureCases, figureCases } from './figure-cases.js';
import { runSimulation, type SimulationResult } from './run-simulation.js';
import type { Simulation } from './simulation.js';
import { simulations } from './simulations.js';

/** All that the page shows. */
export interface Results {
  readonly worlds: number;
  readonly simulations: readonly SimulationResult[];
  readonly coverage: readonly Coverage[];
  readonly figures: FigureCases;
}

export interface RunAll {
  readonly worlds: number;
  /** Worlds of each kind in which the joint test is asked too. */
  readonly joint: number;
  /** Where each part that is done is kept, and what identifies the code that did it. */
  readonly folder: string;
  readonly code: string;
  /** Of so many processes, this one does every part whose number leaves its own. */
  readonly share: { readonly own: number; readonly of: number };
  say(line: string): void;
}

/** A part of the work that is kept as soon as it is done. */
interface Part<T> {
  readonly name: string;
  run(): T;
}

/** Parts that this process has to do are done; those of other processes are undefined unless they are. */
function partsDone<T>(parts: readonly Part<T>[], { folder, code, worlds, joint, share }: RunAll) {
  const identity = contentHash([worlds, joint, code]);
  mkdirSync(folder, { recursive: true });
  return parts.map(({ name, run }, i): T | undefined => {
    const file = join(folder, `${name.replaceAll(/[^a-z0-9.]+/g, '-')}.json`);
    if (existsSync(file)) {
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { identity: string; done: T };
      if (kept.identity === identity) return kept.done;
    }
    if (i % share.of !== share.own) return undefined;
    const done = run();
    writeFileSync(file, JSON.stringify({ identity, done }));
    return done;
  });
}

/** Runs its share of every simulation at every correlation. All of it, where nothing is left to other processes. */
export async function runAll(world: World, options: RunAll): Promise<Results | undefined> {
  const { worlds, joint, say } = options;
  const made: Simulation[] = [];
  for (const make of simulations) made.push(await make(world));
  const found = partsDone(
    made.flatMap((simulation) =>
      simulation.correlations.map((correlation): Part<SimulationResult> => {
        const name = `${simulation.name}, correlation ${correlation}`;
        const onWorld = (n: number): void => {
          if (n % 100 === 0) say(`${name}: ${n} of ${worlds} worlds`);
        };
        return { name, run: () => runSimulation(simulation, correlation, { worlds, joint, onWorld }) };
      }),
    ),
    options,
  );
  const coverage = partsDone(
    (['trend', 'shift'] as const).flatMap((of) =>
      lengths[of].flatMap((years) =>
        memoriesShown.map((rho): Part<Coverage> => {
          const name = `coverage of ${of}, ${years} years, memory ${rho}`;
          return {
            name,
            run() {
              say(name);
              return coverageOf(of, years, rho, worlds);
            },
          };
        }),
      ),
    ),
    options,
  );
  const all = <T>(list: readonly (T | undefined)[]): list is readonly T[] =>
    list.every((x) => x !== undefined);
  return all(found) && all(coverage)
    ? { worlds, simulations: found, coverage, figures: figureCases() }
    : undefined;
}
