/**
 * Does the estimate find what is true? Votes are drawn from the model with the Assembly’s own pattern of who voted on
 * what in which session: places and items are one draw of their posterior given the real votes, so that they are as
 * likely as any. `npm run build`, then `npx tsx scripts/recover-ideal-points.ts [--seed S] [--from 1946] [--to 2025]`.
 */

import { randomFrom } from '../src/kernel/random.js';
import { chainsOn } from '../src/runs/chains.js';
import { crewOf } from '../src/runs/crew.js';
import type { CastVotes } from '../src/statistics/ideal-points/cast-votes.js';
import { estimateIdealPoints } from '../src/statistics/ideal-points/estimate.js';
import { layOut, type VotePanel } from '../src/statistics/ideal-points/vote-panel.js';
import { gaussian } from '../src/statistics/simulate.js';
import { correlation, meanOf, standardised } from './ideal-points/moments.js';
import { votesOfWorld } from './ideal-points/votes-of-world.js';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const year = (name: string): number | undefined =>
  option(name) === undefined ? undefined : Number(option(name));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seed = option('seed') ?? '1';

/** As many votes, drawn from places and items. */
function drawVotes(panel: VotePanel, places: ArrayLike<number>, items: ArrayLike<number>): CastVotes {
  const random = randomFrom(['recovery', seed]);
  const rows: [number, number, number, number][] = [];
  for (let j = 0; j < panel.items.length; j++) {
    for (let k = panel.itemStart[3 * j]!; k < panel.itemStart[3 * j + 3]!; k++) {
      const u = panel.itemUnits[k]!;
      const z = items[3 * j]! * places[u]! + gaussian(random);
      const choice = z <= items[3 * j + 1]! ? 1 : z <= items[3 * j + 2]! ? 2 : 3;
      rows.push([
        panel.states[panel.unitState[u]!]!,
        panel.sessions[panel.unitSession[u]!]!,
        panel.items[j]!,
        choice,
      ]);
    }
  }
  const column = (c: 0 | 1 | 2 | 3): Int32Array => Int32Array.from(rows, (r) => r[c]);
  return { state: column(0), session: column(1), item: column(2), choice: column(3) };
}

async function recover(): Promise<void> {
  const [from, to] = [year('from'), year('to')];
  const panel = layOut(await votesOfWorld({ ...(from ? { from } : {}), ...(to ? { to } : {}) }), 10);
  const crew = crewOf(2);
  const run = chainsOn(crew);
  const job = {
    panel,
    smoothing: 0.5,
    cuts: 'learned' as const,
    settle: 30,
    keep: 2,
    seed: `truth ${seed}`,
    chain: 0,
  };
  const [truth] = await run([job]);
  const last = truth!.places.subarray(panel.unitState.length);
  const found = await estimateIdealPoints(
    drawVotes(panel, last, truth!.lastItems),
    { positive: 2, seed },
    run,
  );
  await crew.dismiss();
  const key = (state: number, session: number): string => `${state} ${session}`;
  const byUnit = new Map(
    Array.from(last, (x, u) => [
      key(panel.states[panel.unitState[u]!]!, panel.sessions[panel.unitSession[u]!]!),
      x,
    ]),
  );
  const true_ = standardised(
    Float64Array.from(found.state, (s, u) => byUnit.get(key(s, found.session[u]!))!),
  );
  const r = correlation(found.mean, true_);
  const sign = Math.sign(r);
  const reached = Math.sqrt(1 - meanOf(found.sd.map((s) => s * s)));
  const held = [...true_].filter((x, u) => found.low[u]! <= sign * x && sign * x <= found.high[u]!).length;
  say(`units, votes, items                ${found.state.length}, ${found.used.votes}, ${found.used.items}`);
  say(`correlation with the truth         ${Math.abs(r).toFixed(4)}  (at least 0.98)`);
  say(`√(1 − mean posterior variance)     ${reached.toFixed(4)}  (within 0.005 of it)`);
  say(`90 % intervals hold                ${((100 * held) / true_.length).toFixed(1)} % (85 to 95)`);
}

await recover();
