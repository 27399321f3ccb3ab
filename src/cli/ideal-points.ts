import { availableParallelism } from 'node:os';
import { fail } from '../kernel/errors.js';
import { chainsOn } from '../runs/chains.js';
import { crewOf } from '../runs/crew.js';
import type { RunChains } from '../statistics/ideal-points/estimate.js';
import type { IdealPoints } from '../statistics/ideal-points/summary.js';
import { sourceOf } from '../world/catalogue.js';
import { estimateSubset } from '../world/ideal-points/estimate-subset.js';
import { openWorld, type World } from '../world/open.js';
import type { Effects } from './effects.js';
import { type IdealPointsOptions, modelAsked, statesNamed, subsetAsked } from './ideal-points/asked.js';
import { pointsJson, pointsText } from './ideal-points/points-text.js';
import { pointsToWrite } from './ideal-points/points-to-write.js';
import { citation } from './out-table.js';
import { placesOf } from './places.js';
import { checkPlace, formatOf, writeTable } from './write-table.js';

/** `entente ideal-points`: where states stand, from the votes of the General Assembly that the reader chooses. */
export async function idealPoints(options: IdealPointsOptions, effects: Effects): Promise<void> {
  const subset = subsetAsked(options);
  const model = modelAsked(options);
  if (options.out !== undefined) checkOut(options.out);
  const world = await openWorld(placesOf(options, process.env).world);
  try {
    const states = statesNamed(options.state ?? ['USA', 'CHN', 'RUS'], world);
    const points = await estimated(
      world,
      (run) =>
        estimateSubset(
          (sql) => world.ask({ sql, tables: ['assembly_votes', 'assembly_choices'] }),
          subset,
          run,
          model,
        ),
      effects,
    );
    if (options.out !== undefined) {
      const source = citation(sourceOf(world.manifest, 'ideal-points'));
      const rows = await writeTable(pointsToWrite(points, source), options.out, world);
      effects.say(`${rows} rows in ${options.out}\n`);
    }
    if (options.json)
      effects.out(`${JSON.stringify({ subset, model, ...pointsJson(points, states) }, null, 1)}\n`);
    else if (options.out === undefined) effects.out(pointsText(points, states));
  } finally {
    world.close();
  }
}

async function estimated(
  world: World,
  estimate: (run: RunChains) => Promise<IdealPoints>,
  effects: Effects,
): Promise<IdealPoints> {
  if (!world.manifest.tables.some((t) => t.name === 'assembly_votes'))
    fail('votes/not-in-world', 'this world has no table of votes', {
      hint: 'build it anew: entente world build --sources DIR',
    });
  const began = effects.now();
  const crew = crewOf(availableParallelism());
  const tell = (done: number, of: number): void => {
    if (effects.watched)
      effects.say(
        `chain ${done} of ${of} has ended after ${((effects.now() - began) / 1000).toFixed(0)} s\n`,
      );
  };
  try {
    return await estimate(chainsOn(crew, tell));
  } finally {
    await crew.dismiss();
  }
}

function checkOut(file: string): void {
  if (formatOf(file) === 'dta')
    fail('cli/unknown-format', `cannot write these rows as ${file}`, {
      hint: 'end the name in .csv or .parquet',
    });
  checkPlace(file);
}
