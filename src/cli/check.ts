import { findClaims } from '../claims/find.js';
import type { Specification } from '../claims/specification.js';
import { designs } from '../designs/index.js';
import { counted } from '../figures/numbers.js';
import { type Tables, tablesOf } from '../verdicts/test-claims.js';
import { picturesOfAll } from './draw/pictures-of-all.js';
import type { Effects } from './effects.js';
import { longTable } from './long-table.js';
import { openForClaims } from './open-for-claims.js';
import { placesOf } from './places.js';
import { shortNumber } from './table.js';

interface CheckOptions {
  readonly specifications?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly world?: string;
  readonly library?: string;
}

/** `entente check`: is the claim well formed, and what would run? Nothing runs. */
export async function check(
  names: readonly string[],
  options: CheckOptions,
  effects: Effects,
): Promise<void> {
  if (options.watch) return (await import('./check-watch.js')).watchClaims(names, options, effects, summary);
  const places = placesOf(options, process.env);
  const found = findClaims(names, places.library, designs);
  const world = await openForClaims(
    found.flatMap((f) => f.claims),
    places,
  );
  try {
    const tables = tablesOf(
      found.flatMap((f) => f.claims),
      designs,
      world,
    );
    await picturesOfAll(tables, world);
    if (options.json) effects.out(`${JSON.stringify(tables.map(tableJson), null, 1)}\n`);
    else
      for (const t of tables) {
        effects.out(`${summary(t)}\n`);
        if (options.specifications) for (const text of listing(t)) effects.out(text);
      }
  } finally {
    world.close();
  }
}

const tableJson = (t: Tables) => ({
  argument: t.claim.argument,
  claim: t.claim.id,
  parts: t.parts.map(({ table }) => ({
    part: table.part.name,
    design: table.part.design,
    specifications: table.specifications.map(
      ({ reading, choices, weight, matters, observes, impossible, key }) => ({
        reading,
        choices,
        weight,
        matters,
        observes,
        impossible: impossible ?? null,
        key,
      }),
    ),
  })),
});

/** One line on a claim: what would run. */
export function summary({ claim, parts, own }: Tables): string {
  const id = `${claim.argument}/${claim.id}`;
  if (parts.length === 0) {
    return claim.untestable
      ? `${id}: untestable here: ${claim.untestable.because}`
      : `${id}: well formed; waits for ${claim.awaits.join(', ')}`;
  }
  const lines = parts.map(({ table }) => {
    const impossible = table.specifications.filter((s) => s.impossible !== undefined);
    const readings = table.readings.length > 1 ? ` in ${table.readings.length} readings` : '';
    const left = impossible.length > 0 ? `, ${impossible.length} of them impossible` : '';
    return `${table.part.name ? `${table.part.name}: ` : ''}${counted(table.specifications.length, 'specification')}${readings}${left}`;
  });
  const rests = own
    ? `; ${own.parts ? 'some rest' : 'rests'} on data of your own (${own.sources.join(', ')})`
    : '';
  return `${id}: well formed; ${lines.join('; ')}${rests}`;
}

/** Every specification of every part, numbered; a choice that is not there has a dash. */
function* listing({ parts }: Tables): Generator<string> {
  for (const [i, { table }] of parts.entries()) {
    const { part, specifications } = table;
    const at = (row: number): Specification => specifications[row]!;
    const short = remembered(shortNumber);
    /** What is said of those that run. */
    const ofRunning =
      (say: (s: Specification) => number) =>
      (row: number): string =>
        at(row).impossible === undefined ? short(say(at(row))) : '';
    if (i > 0) yield '\n';
    yield* longTable(specifications.length, [
      ...[...part.readings, ...part.alternatives].map(({ name }) => ({
        head: name,
        cell: (row: number) => String(at(row).choices[name] ?? '–'),
      })),
      { head: 'weight', cell: ofRunning(({ weight }) => weight) },
      { head: 'm', cell: ofRunning(({ matters }) => matters) },
      {
        head: '',
        cell: (row) => (at(row).impossible === undefined ? 'runs' : `impossible: ${at(row).impossible}`),
      },
    ]);
    yield '\n';
  }
}

/** A function of a few numbers that are asked for again and again. */
function remembered(work: (x: number) => string): (x: number) => string {
  const known = new Map<number, string>();
  return (x) => {
    const before = known.get(x) ?? work(x);
    known.set(x, before);
    return before;
  };
}
