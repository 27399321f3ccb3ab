import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { ClaimBrief } from '../brief/brief-input.js';
import { type Found, findClaims } from '../claims/find.js';
import type { ClaimCritiques } from '../critics/critique.js';
import { critiquesJson } from '../critics/critiques-json.js';
import { designs } from '../designs/index.js';
import { fail } from '../kernel/errors.js';
import { untilInterrupted } from '../runs/cancel.js';
import { crewOf } from '../runs/crew.js';
import { prepareFor } from '../runs/work.js';
import { type Tables, tablesIn, tablesOf, testClaims } from '../verdicts/test-claims.js';
import type { ClaimVerdict } from '../verdicts/verdict.js';
import { verdictJson } from '../verdicts/verdict-json.js';
import type { World } from '../world/open.js';
import { picturesOfAll } from './draw/pictures-of-all.js';
import type { Effects } from './effects.js';
import { failuresText } from './failures.js';
import { openForClaims } from './open-for-claims.js';
import { folderForPages } from './pages.js';
import { codeVersion, type Places, placesOf } from './places.js';
import { progressLine } from './progress.js';
import { type Subset, subsetJson, subsetOf, subsetText } from './subset.js';
import { verdictTable } from './verdict-table.js';
import type { claimBrief } from './write-briefs.js';

export interface TestOptions {
  readonly json?: boolean;
  readonly jobs?: number;
  readonly out?: string;
  /** `choice=option`: only the specifications of one claim that take these; no verdict comes of it. */
  readonly only?: readonly string[];
  readonly cache: boolean;
  /** Whether critics are asked, where what they say is shown; they are unless told. */
  readonly critics?: boolean;
  readonly world?: string;
  readonly library?: string;
}

interface Tested {
  readonly found: readonly Found[];
  readonly tables: readonly Tables[];
  readonly subset: Subset | undefined;
  readonly verdicts: readonly ClaimVerdict[];
  /** By claim; none where they were not asked. */
  readonly critiques: readonly ClaimCritiques[] | undefined;
  /** By claim; none where no page is written. */
  readonly briefs: readonly ClaimBrief[];
  readonly world: World;
  readonly places: Places;
  readonly code: string;
}

async function tested(
  names: readonly string[],
  options: TestOptions,
  effects: Effects,
  use: (t: Tested) => Promise<void>,
): Promise<void> {
  const places = placesOf({ ...options, cache: options.cache ? '' : false }, process.env);
  const code = codeVersion(places.root);
  const found = findClaims(names, places.library, designs);
  const world = await openForClaims(
    found.flatMap((f) => f.claims),
    places,
  );
  const progress = progressLine(effects);
  const interrupted = untilInterrupted();
  const jobs = options.jobs ?? availableParallelism();
  const crew = crewOf(jobs);
  const briefs: Promise<ClaimBrief>[] = [];
  try {
    const whole = tablesOf(
      found.flatMap((f) => f.claims),
      designs,
      world,
    );
    const subset = options.only && subsetOf(whole, options.only);
    const tables = subset ? [subset.tables] : whole;
    // Where there is a cache, who knows before it is read whether anything is left to run?
    if (places.cache === null || !existsSync(places.cache)) prepareFor(countPossible(tables), world, crew);
    const articles = found.map((f) => f.argument);
    if (options.out !== undefined) folderForPages(resolve(options.out), articles);
    const pictures = options.out === undefined ? undefined : await picturesOfAll(tables, world);
    // A table of verdicts has no room for critics: they are asked where they are heard.
    const heard = options.critics !== false && !subset && (options.json || options.out !== undefined);
    const critics = heard ? await import('../critics/criticise.js') : undefined;
    const mirrors = critics?.mirrorsOf(tables, designs, world);
    const run = { jobs, code, cache: places.cache, signal: interrupted.signal, crew };
    const verdicts = await testClaims(tables, designs, world, {
      ...run,
      onProgress: progress.show,
      ...(pictures && {
        onVerdict(i: number, verdict: ClaimVerdict) {
          briefs[i] = briefOf(tables[i]!, verdict, pictures[i]!, world);
        },
      }),
    });
    const critiques = await critics?.criticise(tables, verdicts, mirrors!, designs, world, {
      ...run,
      onAnswer: progress.showCritics,
    });
    await crew.dismiss();
    progress.clear();
    interrupted.done(); // what is left is short, and each page whole: Ctrl-C may end it at once
    await use({
      found,
      tables,
      subset,
      verdicts,
      critiques,
      briefs: await Promise.all(briefs),
      world,
      places,
      code,
    });
  } finally {
    interrupted.done();
    await crew.dismiss();
    await Promise.allSettled(briefs); // a question to the world is not to be cut off
    world.close();
  }
}

/** Begun while other claims are still run: it waits for answers of the world. */
function briefOf(...of: Parameters<typeof claimBrief>): Promise<ClaimBrief> {
  const brief = import('./write-briefs.js').then((module) => module.claimBrief(...of));
  brief.catch(() => {}); // told where all are waited for
  return brief;
}

const countPossible = (tables: readonly Tables[]): number =>
  tables
    .flatMap(tablesIn)
    .reduce((sum, t) => sum + t.specifications.filter((s) => s.impossible === undefined).length, 0);

/**
 * `entente test`: every claim in every specification; a table of verdicts, or JSON; briefs where `--out` says. With
 * `--only` some specifications of one claim, and what they say, which is no verdict. Throws `cli/only-and-out`.
 */
export async function test(names: readonly string[], options: TestOptions, effects: Effects): Promise<void> {
  if (options.only && options.out !== undefined)
    fail('cli/only-and-out', 'a page carries the verdict, and some specifications make none', {
      hint: 'leave out --only, or --out',
    });
  await tested(names, options, effects, async (t) => {
    if (t.subset) {
      const verdict = t.verdicts[0]!;
      if (options.json) effects.out(`${JSON.stringify(subsetJson(t.subset, verdict), null, 1)}\n`);
      else effects.out(`${subsetText(t.subset, verdict)}${failuresText(t.verdicts)}`);
      return;
    }
    if (options.out !== undefined) await writeAll(t, options.out, effects, options.json === true);
    if (options.json) effects.out(`${JSON.stringify({ claims: claimsJson(t) }, null, 1)}\n`);
    else effects.out(`${verdictTable(t.verdicts)}${failuresText(t.verdicts)}`);
  });
}

const claimsJson = ({ verdicts, critiques }: Tested) =>
  verdicts.map((v, i) => ({
    ...verdictJson(v),
    ...(critiques && { critics: critiquesJson(critiques[i]!) }),
  }));

/** `entente brief`: the pages, without the table. */
export async function brief(
  names: readonly string[],
  options: TestOptions & { readonly out: string },
  effects: Effects,
): Promise<void> {
  await tested(names, options, effects, async (t) => writeAll(t, options.out, effects, false));
}

async function writeAll(t: Tested, out: string, effects: Effects, quiet: boolean): Promise<void> {
  const { writeBriefs } = await import('./write-briefs.js');
  const files = await writeBriefs(t, t.world, t.code, resolve(out));
  if (!quiet) effects.say(`wrote ${files.length} pages; open ${files[files.length - 1]}\n`);
}
