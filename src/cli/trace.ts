import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findClaims } from '../claims/find.js';
import type { Specification } from '../claims/specification.js';
import type { Design, Estimate } from '../designs/design.js';
import { designs } from '../designs/index.js';
import { fail } from '../kernel/errors.js';
import { showYears } from '../kernel/years.js';
import { estimateSpecification } from '../runs/estimate-specification.js';
import { gradeSpecification } from '../verdicts/grade.js';
import { tablesOf } from '../verdicts/test-claims.js';
import { sourceOf, tableOf } from '../world/catalogue.js';
import { openWorld, type Query, type World } from '../world/open.js';
import type { Effects } from './effects.js';
import { placesOf } from './places.js';
import { shortNumber, textTable } from './table.js';
import { writeTable } from './write-table.js';

interface TraceOptions {
  readonly out?: string;
  readonly world?: string;
  readonly library?: string;
}

/** Rows of each table that a terminal is shown. */
const fewRows = 8;

/**
 * `entente trace`: follows a number from the verdict to the rows behind it: the choices of the specification, its
 * estimate and what it says of the claim, each query with its rows, each table with its source, the file it was read
 * from and that file’s hash. `--out` writes every row.
 */
export async function trace(
  name: string,
  number: string | undefined,
  options: TraceOptions,
  effects: Effects,
): Promise<void> {
  const places = placesOf(options, process.env);
  const claims = findClaims([name], places.library, designs).flatMap((f) => f.claims);
  const claim = claims[0]!;
  if (claims.length > 1 || claim.parts.length === 0) {
    fail(
      'cli/nothing-to-trace',
      claims.length > 1 ? `${name} is ${claims.length} claims` : `${name} has no test yet`,
      {
        hint:
          claims.length > 1
            ? `trace one of them, such as ${claim.argument}/${claim.id}`
            : 'entente check says what it waits for',
      },
    );
  }
  const world = await openWorld(places.world);
  try {
    const table = tablesOf([claim], designs, world)[0]!.parts[0]!.table;
    const specification = chosen(table.specifications, number);
    const design = designs[specification.design]!;
    const job = {
      key: specification.key,
      design: design.name,
      parameters: specification.parameters,
      cacheKey: '',
    };
    const outcome = await estimateSpecification(job, designs, world);
    const graded = gradeSpecification(specification, outcome, table.part.expect, design);
    effects.out(`${claim.says}\n  claimed by ${claim.by}\n\n`);
    effects.out(
      `specification ${table.specifications.indexOf(specification) + 1} of ${table.specifications.length}, reading ${specification.reading}, years ${showYears(specification.observes)}\n`,
    );
    for (const [choice, option] of Object.entries(specification.choices))
      effects.out(`  ${choice}: ${String(option)}\n`);
    effects.out(`\n${graded.stance}: ${graded.reason}\n`);
    if (graded.estimate) effects.out(estimateText(graded.estimate, design, specification));
    await queries(design, specification, world, options.out, effects);
  } finally {
    world.close();
  }
}

/** The specification by its number in `check --specifications`; without one, the first that can be run. */
function chosen(specifications: readonly Specification[], number: string | undefined): Specification {
  const runs = specifications.find((s) => s.impossible === undefined);
  const found = number === undefined ? runs : specifications[Number(number) - 1];
  if (!found || !/^\d*$/.test(number ?? '')) {
    fail('cli/unknown-specification', `no specification ${number ?? ''}`, {
      hint: `there are ${specifications.length}; entente check --specifications numbers them`,
    });
  }
  if (found.impossible !== undefined)
    fail('cli/impossible-specification', `specification ${number} is impossible: ${found.impossible}`);
  return found;
}

/** A figure as the record has it, or an effect with its interval. */
const resultText = (e: Estimate, design: Design, s: Specification): string =>
  e.recorded
    ? `  recorded ${shortNumber(e.value)} ${design.unit(s.parameters)} by ${e.recorded.by}, ${e.recorded.when}; the record leaves out ${e.recorded.beyond === 'nothing' ? 'nothing that counts' : `what may lie ${e.recorded.beyond}`}; margin ${shortNumber(s.matters)}`
    : `  ${design.effect.name} ${shortNumber(e.value)} ${design.unit(s.parameters)}, 95 % interval ${shortNumber(e.low)} to ${shortNumber(e.high)}; ${e.n} ${e.of}; matters from ${shortNumber(s.matters)}${design.effect.scale === 'log' ? ' on the scale of logs' : ''}`;

function estimateText(e: Estimate, design: Design, s: Specification): string {
  const lines = [
    resultText(e, design, s),
    ...e.errors.map(
      (x) => `  ${x.chosen ? '▸' : ' '} ${x.method}: ${shortNumber(x.low)} to ${shortNumber(x.high)}`,
    ),
    ...Object.entries(e.lost).map(([reason, n]) => `  lost: ${n} ${reason}`),
    ...Object.entries(e.diagnostics).map(
      ([k, v]) => `  ${k.replaceAll('_', ' ')}: ${typeof v === 'number' ? shortNumber(v) : v}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

async function queries(
  design: Design,
  s: Specification,
  world: World,
  out: string | undefined,
  effects: Effects,
): Promise<void> {
  const needs = design.needs(s.parameters, world);
  if (out !== undefined) mkdirSync(resolve(out), { recursive: true });
  for (const [name, query] of Object.entries(needs)) {
    const rows = await world.ask(query);
    effects.out(`\n${name}: ${rows.length} rows\n`);
    for (const line of provenance(query, world)) effects.out(`  ${line}\n`);
    if (rows.length > 0) {
      const head = Object.keys(rows[0]!);
      const cells = rows.slice(0, fewRows).map((r) => head.map((c) => String(r[c] ?? '')));
      effects.out(
        `${textTable(head, cells)}\n${rows.length > fewRows ? `… ${rows.length - fewRows} more${out === undefined ? '; --out DIR writes all' : ''}\n` : ''}`,
      );
    }
    if (out !== undefined) await writeTable(query, join(out, `${name}.csv`), world);
  }
}

/** Each table behind a query, its source, and the upstream files with the hash they had when they were read. */
function provenance(query: Query, world: World): string[] {
  return query.tables.flatMap((name) => {
    const table = tableOf(world.manifest, name);
    const source = sourceOf(world.manifest, table.source);
    const files = source.read.map((f) => `    ${f.file}, ${f.rows} rows, sha256 ${f.sha256.slice(0, 16)}…`);
    return [
      `from ${name} (${table.file}, sha256 ${table.sha256.slice(0, 16)}…), terms ${table.licence}`,
      `  ${source.citation}`,
      ...files,
    ];
  });
}
