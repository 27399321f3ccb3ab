import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadClaim } from '../claims/load.js';
import { designs } from '../designs/index.js';
import { EntenteError, fail } from '../kernel/errors.js';
import { parseYears, showYears } from '../kernel/years.js';
import { untilInterrupted } from '../runs/cancel.js';
import { type Tables, tablesOf } from '../verdicts/test-claims.js';
import type { World } from '../world/open.js';
import { summary } from './check.js';
import type { Effects } from './effects.js';
import { articleWith } from './new/article.js';
import { type Asker, askerFrom, type Flags, type Terminal } from './new/ask.js';
import { claimText } from './new/claim-text.js';
import { drafts } from './new/drafts/index.js';
import { askExpected } from './new/expected.js';
import { type ClaimName, parseClaimName } from './new/names.js';
import { oneOf, sentence, spanText } from './new/readers.js';
import { processTerminal } from './new/terminal.js';
import { type ClaimFiles, checkFree, filesOf, writeClaim } from './new/write-claim.js';
import { openWithLocal } from './open-with-local.js';
import { placesOf } from './places.js';
import { shownPath } from './shown-path.js';

export interface NewOptions {
  readonly world?: string;
  readonly library?: string;
  readonly [flag: string]: string | undefined;
}

/**
 * `entente new ARGUMENT/CLAIM`: asks what a claim needs, or takes it from flags, and writes a claim that `entente check`
 * takes as it is, with notes on every part. Nothing is written before the last answer, and nothing over what is there.
 * Throws `claims/bad-name`, `claims/exists`, `cli/missing-flag`, and what an answer is refused with.
 */
export async function newClaim(
  name: string,
  options: NewOptions,
  effects: Effects,
  terminal: Terminal | undefined = processTerminal(),
): Promise<void> {
  try {
    await written(name, options, effects, terminal);
  } finally {
    terminal?.close();
  }
}

async function written(
  name: string,
  options: NewOptions,
  effects: Effects,
  terminal: Terminal | undefined,
): Promise<void> {
  const named = parseClaimName(name);
  const places = placesOf(options, process.env);
  const files = filesOf(places.library, named);
  checkFree(files, name);
  const flags: Flags = { ...options, 'counts-against': options['countsAgainst'] };
  const asker = askerFrom(flags, terminal);
  asker.tell(
    'A new claim. Tab completes, Enter takes what is offered, Ctrl-C leaves nothing behind: all is written at the end.',
  );
  const schema = (file: string): string | undefined =>
    relative(places.root, files.folder).startsWith('..')
      ? undefined
      : relative(files.folder, join(places.root, 'schema', file)).replaceAll('\\', '/');
  const world = await openWithLocal(options);
  try {
    const article = await articleWith(files.argument, named.claim, schema('argument.schema.json'), asker);
    const text = await askClaim(asker, article.author, world, schema('claim.schema.json'));
    const tables = tried(text, named, article.author, world);
    const interrupted = untilInterrupted(); // a file in hand is finished
    writeClaim(files, text, article.text(), name);
    interrupted.done();
    effects.out(`${nextSteps(name, files, summary(tables), options)}\n`);
  } finally {
    world.close();
  }
}

/** The file of the claim, from the answers. */
async function askClaim(
  asker: Asker,
  author: string,
  world: World,
  schema: string | undefined,
): Promise<string> {
  const claim = await asker.ask({
    flag: 'claim',
    asks: 'The claim, as one sentence about the world in your own words?',
    such: '"The United States stands alone."',
    read: sentence,
  });
  const by = await asker.ask({
    flag: 'by',
    asks: 'Who makes it?',
    such: '"Jane Roe"',
    otherwise: author,
    read: sentence,
  });
  const { system } = world.manifest;
  const period = await asker.ask({
    flag: 'period',
    asks: 'Of which years does the author speak?',
    such: '2010-2020',
    read(text) {
      const years = parseYears(text);
      if (years.to < system.from || years.from > system.to)
        fail('world/year-out-of-range', `the record has none of the years ${showYears(years)}`, {
          hint: `it runs from ${system.from} to ${system.to}`,
        });
      return years;
    },
  });
  const names = Object.keys(drafts);
  const design = await asker.ask({
    flag: 'design',
    asks: 'What does it say, in short?',
    help: Object.entries(drafts).map(([name, { says }]) => `${name}: ${says}`),
    such: 'trend',
    words: names,
    read: oneOf(...names),
  });
  const draft = await drafts[design]!.draft({ asker, world, period });
  const expected = await askExpected(asker, draft);
  const measured = await asker.ask({
    flag: 'measured',
    asks: 'What is measured, in plain words?',
    such: '"…"',
    otherwise: draft.measured,
    read: sentence,
  });
  const countsAgainst = await asker.ask({
    flag: 'counts-against',
    asks: 'What would count against the claim?',
    such: '"…"',
    otherwise: draft.against[expected.side],
    read: sentence,
  });
  return claimText({
    ...{ claim, measured, countsAgainst, draft, expected, schema },
    by: by === author ? undefined : by,
    period: spanText(period),
  });
}

/** The tables of a claim as its file will give them: it is read back before it is written. */
function tried(text: string, { argument, claim }: ClaimName, author: string, world: World): Tables {
  const folder = mkdtempSync(join(tmpdir(), 'entente-new-'));
  const file = join(folder, argument, `${claim}.yaml`);
  try {
    mkdirSync(join(folder, argument));
    writeFileSync(file, text);
    return tablesOf([loadClaim(file, designs, author)], designs, world)[0]!;
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    return fail(error.code, error.message, { hint: error.hint });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What to do with a new claim. */
function nextSteps(name: string, files: ClaimFiles, state: string, options: NewOptions): string {
  const places = (['library', 'world'] as const).flatMap((place) =>
    options[place] === undefined ? [] : [` --${place} ${options[place]}`],
  );
  const command = (verb: string, more: string): string =>
    `npx entente ${verb} ${name}${more}${places.join('')}`;
  return [
    `wrote ${shownPath(files.claim)}, and its place in ${shownPath(files.argument)}`,
    state,
    '',
    'Next:',
    '  1. Open it. Which choices could a fair analyst make otherwise? Each is an alternative.',
    '  2. While you write, this says what is wrong, or what would run:',
    `       ${command('check', ' --watch')}`,
    '  3. Commit it before its first run: no choice can then follow the result.',
    '  4. The verdict, and the page out/index.html:',
    `       ${command('test', ' --out out')}`,
  ].join('\n');
}
