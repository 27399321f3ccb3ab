import { decidingPart } from '../verdicts/deciding-part.js';
import type { ClaimVerdict, PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { shortNumber, textTable } from './table.js';

const percent = (x: number): string => `${Math.round(100 * x)}`;

const head = ['claim', 'reading', 'verdict', 'for %', 'against %', 'open %', 'median', 'tests', 'depends on'];

/**
 * The verdicts as a table, a row a reading, under the name of their argument; of several parts the one that decides is
 * named. Claims not yet tested are counted, not listed.
 */
export function verdictTable(verdicts: readonly ClaimVerdict[]): string {
  const rows: string[][] = [];
  for (const argument of new Set(verdicts.map((v) => v.argument))) {
    const own = verdicts.filter((v) => v.argument === argument && v.parts.length > 0);
    if (own.length > 0) rows.push([argument]);
    for (const v of own) {
      for (const part of v.parts) {
        for (const [i, r] of part.readings.entries()) rows.push(row(i === 0 ? titleOf(v, part) : '', r));
      }
      for (const part of v.withOwn?.parts ?? []) {
        for (const [i, r] of part.readings.entries())
          rows.push(row(i === 0 ? titleOf(v.withOwn!, part) : '', r));
      }
    }
  }
  const waiting = verdicts.filter((v) => v.answer === 'not yet tested').length;
  const untestable = verdicts.filter((v) => v.parts.length === 0 && v.answer === 'untestable here').length;
  const rest = [
    waiting > 0 ? `${waiting} ${waiting === 1 ? 'claim is' : 'claims are'} not yet tested` : '',
    untestable > 0 ? `${untestable} untestable here` : '',
  ].filter(Boolean);
  const own = verdicts.flatMap((v) => v.restsOn ?? v.withOwn?.restsOn ?? []);
  const owned = `* rests on data of your own (${[...new Set(own)].join(', ')}): no published verdict`;
  const table = rows.length > 0 ? textTable(head, rows) : '';
  return `${[table, own.length > 0 ? owned : '', rest.join(', ')].filter(Boolean).join('\n\n')}\n`;
}

const sharesOf = ({ shares, median }: ReadingVerdict): string[] => [
  percent(shares.for),
  percent(shares.against),
  percent(shares.open + shares.failed),
  shortNumber(median),
];

/** Of a figure there is no share: what the records say, from the lowest to the highest. */
function recordedRange({ graded }: ReadingVerdict): string {
  const values = graded.flatMap((g) => (g.estimate ? [g.estimate.value] : []));
  if (values.length === 0) return '';
  const ends = [...new Set([Math.min(...values), Math.max(...values)])];
  return ends.map(shortNumber).join('…');
}

/** A claim of one test by its name; of several, with the part, and whether it decides; with a star where it rests on the user’s own data. */
function titleOf(v: ClaimVerdict, part: PartVerdict): string {
  const star = v.restsOn ? ' *' : '';
  if (!part.part) return `  ${v.claim}${star}`;
  const decides = v.parts.length > 1 && part === decidingPart(v) ? ', decides' : '';
  return `  ${v.claim} (${part.part}${decides})${star}`;
}

function row(title: string, r: ReadingVerdict): string[] {
  return [
    title,
    r.reading,
    r.until === null ? r.answer : `${r.answer} (to ${r.until})`,
    ...(r.figure ? ['–', '–', '–', recordedRange(r)] : sharesOf(r)),
    String(r.specifications),
    r.dependsOn.join(', '),
  ];
}
