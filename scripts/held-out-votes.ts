/**
 * Which prior of cut points foretells votes better? One vote in twenty is held out by chance, all else is estimated
 * without it, and it is given the mean of its probabilities over the draws of a chain. Prints the mean of their logs by
 * each prior, and the sum of learned less flat with its standard error over resolutions:
 * `npx tsx scripts/held-out-votes.ts [--seed S]`.
 */

import { randomFrom } from '../src/kernel/random.js';
import { normalCdf } from '../src/statistics/distributions.js';
import { type CastVotes, dividedItems } from '../src/statistics/ideal-points/cast-votes.js';
import { keptRounds } from '../src/statistics/ideal-points/chain.js';
import { layOut } from '../src/statistics/ideal-points/vote-panel.js';
import { meanOf } from './ideal-points/moments.js';
import { someVotes, votesOfWorld } from './ideal-points/votes-of-world.js';

const seed = process.argv[process.argv.indexOf('--seed') + 1 || process.argv.length] ?? '1';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Log probabilities of the votes held out; NaN where the others leave state, resolution or choice without a place. */
function foretold(known: CastVotes, held: CastVotes, cuts: 'learned' | 'flat'): Float64Array {
  const panel = layOut(known, 10);
  const { countsAs } = dividedItems(known);
  const unit = new Map(
    Array.from(panel.unitState, (s, u) => [`${panel.states[s]} ${panel.sessions[panel.unitSession[u]!]}`, u]),
  );
  const place = new Map(Array.from(panel.items, (item, j) => [item, j]));
  const chances = new Float64Array(held.state.length);
  const keep = 100;
  for (const { fit } of keptRounds({ panel, smoothing: 0.5, cuts, settle: 30, keep, seed, chain: 0 })) {
    for (let v = 0; v < chances.length; v++) {
      const j = place.get(held.item[v]!);
      const u = unit.get(`${held.state[v]} ${held.session[v]}`);
      if (j === undefined || u === undefined) {
        chances[v] = Number.NaN;
        continue;
      }
      const along = fit.items[3 * j]! * fit.places[u]!;
      const below = (cut: number): number => normalCdf(fit.items[3 * j + cut]! - along);
      const choice = countsAs[3 * j + held.choice[v]! - 1];
      const [low, high] = [below(1), below(2)];
      chances[v]! += (choice === 0 ? low : choice === 1 ? high - low : 1 - high) / keep;
    }
  }
  return chances.map(Math.log);
}

const votes = await votesOfWorld({});
const random = randomFrom(['held out', seed]);
const [known, held] = [[], []] as [number[], number[]];
for (let v = 0; v < votes.state.length; v++) (random.next() < 0.05 ? held : known).push(v);
const [others, out] = [someVotes(votes, known), someVotes(votes, held)];
const [learned, flat] = [foretold(others, out, 'learned'), foretold(others, out, 'flat')];
const scored = [...learned.keys()].filter((v) => Number.isFinite(learned[v]! + flat[v]!));
const gains = new Map<number, number>();
for (const v of scored) gains.set(out.item[v]!, (gains.get(out.item[v]!) ?? 0) + learned[v]! - flat[v]!);
const all = [...gains.values()];
const mean = meanOf(all);
const error = Math.sqrt(all.reduce((sum, gain) => sum + (gain - mean) * (gain - mean), 0));
say(`votes held out, resolutions        ${scored.length} of ${held.length}, ${all.length}`);
for (const [name, of] of [
  ['learned', learned],
  ['flat   ', flat],
] as const)
  say(`log of a probability, ${name}      ${meanOf(scored.map((v) => of[v]!)).toFixed(5)}`);
say(
  `learned less flat, of all          ${(mean * all.length).toFixed(1)}, standard error ${error.toFixed(1)}`,
);
