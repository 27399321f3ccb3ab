import type { Claim, Mirror } from '../claims/claim.js';
import type { Designs } from '../claims/designs.js';
import { type Multiverse, mirrored } from '../claims/multiverse.js';
import type { Design } from '../designs/design.js';
import type { Outcomes } from '../runs/outcome.js';
import { judgePart } from '../verdicts/judge.js';
import type { PartTables } from '../verdicts/own-data.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import type { World } from '../world/open.js';
import { absent, type Critique, finding } from './critique.js';
import { counted, number, percent } from './words.js';

/** A mirror claim with its table, ready to run. */
export interface MirrorTable {
  readonly mirror: Mirror;
  readonly table: Multiverse;
}

/** The tables of the mirror claims of a part. Throws `claims/…` where swapped names cannot be asked for. */
export function mirrorTables({ table }: PartTables, designs: Designs, world: World): readonly MirrorTable[] {
  const { mirror } = table.part;
  if (!mirror || 'none' in mirror) return [];
  const local = new Set(world.manifest.tables.filter((t) => t.licence === 'local').map((t) => t.name));
  const published = (m: Multiverse): Multiverse => ({
    ...m,
    specifications: m.specifications.map((s) =>
      s.impossible === undefined &&
      Object.values(designs[s.design]!.needs(s.parameters, world)).some((q) =>
        q.tables.some((t) => local.has(t)),
      )
        ? { ...s, impossible: 'rests on data of your own' }
        : s,
    ),
  });
  return mirror.map((one) => ({ mirror: one, table: published(mirrored(table, one, designs, world)) }));
}

/** What the same test says of the other side, by the same rule; a claim that names no other side says so. */
export function mirrorCritiques(
  { table }: PartTables,
  mirrors: readonly MirrorTable[],
  own: ReadingVerdict,
  outcomes: Outcomes,
  design: Design,
): readonly Critique[] {
  const { mirror } = table.part;
  if (mirror && 'none' in mirror) return [absent('mirror', mirror.none)];
  if (mirrors.length === 0)
    return [absent('mirror', 'The claim names no other side on whom the same test could be turned.')];
  return mirrors.map((m) => mirrorCritique(m, table.claim, own, outcomes, design));
}

function mirrorCritique(
  { mirror, table }: MirrorTable,
  claim: Claim,
  own: ReadingVerdict,
  outcomes: Outcomes,
  design: Design,
): Critique {
  const turned = judgePart({ ...table, claim }, undefined, outcomes, design, false).readings[0];
  if (!turned || turned.graded.length === 0)
    return absent('mirror', `“${mirror.says}” cannot be put to the same test: ${whyNot(table)}.`);
  return finding('mirror', {
    says: `“${mirror.says}” The same test, by the same rule, says: ${verdictIn(turned)}. Of the claim itself it says: ${verdictIn(own)}.`,
    figures: {
      verdict: turned.answer,
      ...(turned.figure
        ? {}
        : { for: turned.shares.for, against: turned.shares.against, open: turned.shares.open }),
      median: turned.median,
      tests: turned.specifications,
      verdict_of_the_claim: own.answer,
    },
    table: {
      caption: `The same test of both${own.unit ? ` (${own.unit})` : ''}`,
      head: ['', 'Verdict', 'For', 'Against', 'Open', 'Median', 'Tests'],
      rows: [rowOf('the claim', own), rowOf('its mirror', turned)],
    },
  });
}

const whyNot = ({ specifications }: Multiverse): string =>
  specifications.find((s) => s.impossible !== undefined)?.impossible ?? 'it has no tests';

/** `leans against (12 % for, 71 % against, of 30 tests; median 0.83)`. */
export function verdictIn(r: ReadingVerdict): string {
  const until = r.until === null ? '' : ` (to ${r.until})`;
  const tests = counted(r.graded.length, r.figure ? 'record' : 'test');
  const values = r.graded.flatMap((g) => (g.estimate ? [g.estimate.value] : []));
  const median = r.median === null ? '' : `; median ${number(r.median)}${r.unit ? ` ${r.unit}` : ''}`;
  if (r.figure) {
    const range = [...new Set([Math.min(...values), Math.max(...values)])].map(number).join(' to ');
    return `${r.answer}${until} (${tests}${values.length > 0 ? `: ${range}${r.unit ? ` ${r.unit}` : ''}` : ''})`;
  }
  return `${r.answer}${until} (${percent(r.shares.for)} for, ${percent(r.shares.against)} against, of ${tests}${mixed(r) ? '' : median})`;
}

/** Whether its tests measure on several scales, so that a median means nothing. */
const mixed = ({ graded }: ReadingVerdict): boolean => new Set(graded.map((g) => g.matters)).size > 1;

const rowOf = (name: string, r: ReadingVerdict): (string | number)[] => [
  name,
  r.answer,
  ...(r.figure ? ['–', '–', '–'] : [r.shares.for, r.shares.against, r.shares.open].map(percent)),
  r.median === null || mixed(r) ? '–' : r.median,
  r.graded.length,
];
