import { randomFrom } from '../../kernel/random.js';
import { bridgesOf } from './bridges.js';
import { drawCuts } from './cut-prior.js';
import { itemRound } from './item-round.js';
import type { Model } from './model.js';
import { placeRound } from './place-round.js';
import { type Fit, priorOf } from './prior.js';
import { shift, stretch } from './session-map.js';
import { sessionRound } from './session-round.js';
import { startingFit } from './start.js';
import type { VotePanel } from './vote-panel.js';

/** A chain of rounds: what it needs can be sent to another thread, and what it gives can be sent back. */
export interface ChainJob extends Model {
  readonly panel: VotePanel;
  /** Rounds that are not kept, then rounds that are. */
  readonly settle: number;
  readonly keep: number;
  /** Seed and number of the chain decide its numbers, and nothing else does. */
  readonly seed: string;
  readonly chain: number;
}

export interface ChainDraws {
  /** Places of all units in the first kept round, then in the second, …; mean 0 and variance 1 in each round. */
  readonly places: Float32Array;
  /** β, γ₁, γ₂ of the items in the last round, on the scale of its places. */
  readonly lastItems: Float64Array;
  /** Shares of proposals taken in kept rounds: items, places, shifts and stretches of sessions. */
  readonly taken: readonly number[];
}

/** Rounds of climbing before the first draw. */
const climbs = 12;

/** A round that is kept: what it drew, on the scale of its places, and the shares of proposals taken in it. */
export interface KeptRound {
  readonly fit: Fit;
  readonly taken: readonly number[];
}

/** The rounds that a chain keeps: it climbs from where the votes suggest, then goes through `settle + keep` rounds of items, places and sessions by turns. */
export function* keptRounds({
  panel,
  smoothing,
  cuts,
  settle,
  keep,
  seed,
  chain,
}: ChainJob): Generator<KeptRound> {
  const random = randomFrom(['ideal points', seed, chain]);
  const fit = startingFit(panel, random);
  const prior = priorOf(panel, smoothing);
  const bridges = bridgesOf(panel);
  const rounds = [
    itemRound(panel),
    placeRound(panel, prior),
    sessionRound(panel, bridges, shift(panel, prior, bridges)),
    sessionRound(panel, bridges, stretch(panel, prior, bridges)),
  ];
  for (let round = 0; round < climbs; round++) for (const climb of rounds) climb(fit, undefined);
  for (let round = 0; round < settle + keep; round++) {
    const taken = rounds.map((draw) => Number(draw(fit, random)));
    if (cuts === 'learned') drawCuts(panel, fit, random);
    if (round >= settle) yield { fit: standardised(fit), taken };
  }
}

/** Runs a chain to its end. */
export function runChain(job: ChainJob): ChainDraws {
  const units = job.panel.unitState.length;
  const places = new Float32Array(job.keep * units);
  const shares = [0, 0, 0, 0];
  let lastItems: Float64Array = new Float64Array(0);
  let at = 0;
  for (const { fit, taken } of keptRounds(job)) {
    places.set(fit.places, at);
    at += units;
    lastItems = fit.items;
    for (let k = 0; k < 4; k++) shares[k]! += taken[k]! / job.keep;
  }
  return { places, lastItems, taken: shares };
}

/** All places mapped to mean 0 and variance 1, and the items with them, so that no probability of a vote changes. */
export function standardised({ places, items, cuts }: Fit): Fit {
  let [sum, squares] = [0, 0];
  for (const x of places) sum += x;
  const mean = sum / places.length;
  for (const x of places) squares += (x - mean) * (x - mean);
  const sd = Math.sqrt(squares / (places.length - 1));
  const mapped = items.slice();
  for (let k = 0; k < items.length; k += 3) {
    const slope = items[k]!;
    mapped[k] = slope * sd;
    mapped[k + 1]! -= slope * mean;
    mapped[k + 2]! -= slope * mean;
  }
  return {
    places: places.map((x) => (x - mean) / sd),
    items: mapped,
    cuts: { ...cuts, tilt: (cuts.tilt - mean) / sd },
  };
}
