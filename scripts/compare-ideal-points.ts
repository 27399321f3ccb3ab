/**
 * Sets our ideal points beside the published ones (Bailey, Strezhnev & Voeten 2017, estimates of April 2020, sessions
 * 1–74) and prints how near they are: `npx tsx scripts/compare-ideal-points.ts SOURCES [--to 80] [--cuts flat] [--seed S]
 * [--out FILE]`, where SOURCES is the folder of upstream files.
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/kernel/root.js';
import { chainsOn } from '../src/runs/chains.js';
import { crewOf } from '../src/runs/crew.js';
import { estimateIdealPoints } from '../src/statistics/ideal-points/estimate.js';
import type { IdealPoints } from '../src/statistics/ideal-points/summary.js';
import { median, quantile } from '../src/statistics/quantile.js';
import { readAssemblyVotes } from './ideal-points/assembly-votes.js';
import { correlation } from './ideal-points/moments.js';
import { type Published, readPublished } from './ideal-points/published.js';

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const number = (name: string): number | undefined =>
  option(name) === undefined ? undefined : Number(option(name));
const sources = process.argv[2]!;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function compare(ours: IdealPoints, published: Published): void {
  const pairs = [...ours.state.keys()]
    .map((u) => ({ u, row: published.get(`${ours.state[u]} ${ours.session[u]}`) }))
    .filter((p): p is { u: number; row: NonNullable<typeof p.row> } => p.row !== undefined);
  const within = new Map<number, typeof pairs>();
  for (const p of pairs) within.set(ours.session[p.u]!, [...(within.get(ours.session[p.u]!) ?? []), p]);
  const r = (some: typeof pairs): number =>
    correlation(
      some.map(({ u }) => ours.mean[u]!),
      some.map(({ row }) => row.mean),
    );
  const bySession = [...within].map(([session, some]) => ({ session, r: r(some) })).sort((a, b) => a.r - b.r);
  const held = pairs.filter(({ u, row }) => ours.low[u]! <= row.median && row.median <= ours.high[u]!);
  const widths = pairs.map(({ u, row }) => (ours.high[u]! - ours.low[u]!) / (row.high - row.low));
  say(`units compared                     ${pairs.length} of ${published.size} published`);
  say(`correlation over all               ${r(pairs).toFixed(4)}  (at least 0.99)`);
  say(
    `correlation within sessions        ${median(bySession.map((s) => s.r)).toFixed(4)}  in the middle (at least 0.98)`,
  );
  say(
    `  least                            ${bySession[0]!.r.toFixed(4)}  in session ${bySession[0]!.session} (at least 0.93)`,
  );
  const later = pairs.filter(({ u }) => ours.session[u]! > 9);
  say(`correlation from session 10 on     ${r(later).toFixed(4)}`);
  say(
    `our 90 % intervals hold            ${((100 * held.length) / pairs.length).toFixed(1)} % of the medians (at least 85)`,
  );
  say(`width of ours over theirs          ${median(widths).toFixed(3)}  in the middle (0.8 to 1.25)`);
}

const began = performance.now();
const votes = await readAssemblyVotes(
  join(projectRoot(), 'world'),
  join(sources, 'un', 'voeten-matched-roll-calls.csv'),
  {
    from: number('from') ?? 1,
    to: number('to') ?? 74,
    issue: option('issue'),
  },
);
const read = performance.now();
const settings = Object.fromEntries(
  (['settle', 'keep', 'chains', 'smoothing'] as const).flatMap((k) =>
    number(k) === undefined ? [] : [[k, number(k)]],
  ),
);
const crew = crewOf(number('jobs') ?? 2);
const ours = await estimateIdealPoints(
  votes,
  {
    positive: 2,
    seed: option('seed') ?? '',
    ...settings,
    ...(option('cuts') === 'flat' ? { cuts: 'flat' as const } : {}),
  },
  chainsOn(crew),
);
await crew.dismiss();
const done = performance.now();
say(
  `votes                              ${votes.state.length} read in ${((read - began) / 1000).toFixed(1)} s`,
);
say(`units, votes, items                ${ours.state.length}, ${ours.used.votes}, ${ours.used.items}`);
say(
  `estimated in                       ${((done - read) / 1000).toFixed(1)} s, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of processor, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
say(
  `R̂ of units                         ${quantile(ours.rhat, 0.5).toFixed(3)} in the middle, ${quantile(ours.rhat, 0.95).toFixed(3)} for one in twenty`,
);
say(
  `bytes                              ${createHash('sha256').update(new Uint8Array(ours.mean.buffer)).digest('hex').slice(0, 16)}`,
);
compare(ours, readPublished(readFileSync(join(sources, 'un', 'ideal-points-published-2020-04.csv'), 'utf8')));
const out = option('out');
if (out) {
  const rows = [...ours.state.keys()].map((u) =>
    [
      ours.state[u],
      ours.session[u],
      ours.votes[u],
      ours.mean[u],
      ours.low[u],
      ours.median[u],
      ours.high[u],
      ours.sd[u],
      ours.rhat[u],
    ].join(','),
  );
  writeFileSync(out, `ccode,session,votes,mean,q5,q50,q95,sd,rhat\n${rows.join('\n')}\n`);
}
