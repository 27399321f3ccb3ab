import { fail } from '../kernel/errors.js';
import { sourceOf } from '../world/catalogue.js';
import { openWorld, type World } from '../world/open.js';
import type { Effects } from './effects.js';
import { citation } from './out-table.js';
import { placesOf } from './places.js';
import { type Asked, askedOf, type VotesOptions } from './votes/asked.js';
import { type FoundVote, findVotes, votesToWrite } from './votes/find.js';
import { listText } from './votes/list-text.js';
import { noVotes } from './votes/no-votes.js';
import { voteText } from './votes/vote-text.js';
import { choiceNames, citationsOf } from './votes/words.js';
import { checkPlace, formatOf, writeTable } from './write-table.js';

/** `entente votes`: looks up votes of the General Assembly, and how members voted. */
export async function votes(options: VotesOptions, effects: Effects): Promise<void> {
  if (options.out !== undefined) checkOut(options.out);
  const world = await openWorld(placesOf(options, process.env).world);
  try {
    if (!world.manifest.tables.some((t) => t.name === 'assembly_votes'))
      fail('votes/not-in-world', 'this world has no table of votes', {
        hint: 'build it anew: entente world build --sources DIR',
      });
    const asked = await askedOf(options, world);
    const found = await findVotes(asked, world);
    if (found.length === 0) await noVotes(asked, world);
    if (options.out !== undefined) {
      const rows = await writeTable(votesToWrite(asked, citationsBySource(world)), options.out, world);
      effects.say(`${rows} rows in ${options.out}\n`);
    }
    if (options.json) effects.out(`${JSON.stringify(asJson(found, asked, world), null, 1)}\n`);
    else if (options.out === undefined) effects.out(await asText(found, asked, world));
  } finally {
    world.close();
  }
}

function checkOut(file: string): void {
  if (formatOf(file) === 'dta')
    fail('cli/unknown-format', `cannot write these rows as ${file}`, {
      hint: 'end the name in .csv or .parquet',
    });
  checkPlace(file);
}

const citationsBySource = ({ manifest }: World) =>
  ({
    'roll-calls': citation(sourceOf(manifest, 'un-roll-calls')),
    library: citation(sourceOf(manifest, 'un-library')),
  }) as const;

/** One resolution in full, after a list where there were votes on its parts or amendments too; else a list. */
async function asText(found: readonly FoundVote[], asked: Asked, world: World): Promise<string> {
  if (asked.resolution === undefined) return listText(found, asked, world);
  const whole = found.filter((v) => v.kind === 'text');
  const main = whole.find((v) => v.record !== null) ?? whole.at(-1) ?? found.at(-1)!;
  const full = await voteText(main, asked, world);
  return found.length === 1 ? full : `${listText(found, asked, world)}\n${full}`;
}

function asJson(found: readonly FoundVote[], asked: Asked, world: World): unknown {
  return {
    asked,
    votes: found.map(({ choices, others, ...vote }) => ({
      ...vote,
      ...(asked.states.length > 0 && {
        states: asked.states.map(({ name }, s) => ({
          name,
          choice: choiceNames[choices[s] ?? 0] ?? null,
          other_source_says: choiceNames[others[s] ?? 0] ?? null,
        })),
      }),
    })),
    citations: citationsOf(found, world.manifest).map((c) => c.text),
  };
}
