import type { ClaimVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { shortNumber, textTable } from './table.js';

const percent = (x: number): string => `${Math.round(100 * x)}`;

const head = ['claim', 'reading', 'verdict', 'for %', 'against %', 'open %', 'median', 'tests', 'depends on'];

/** The verdicts as a table, a row a reading, under the name of their argument; claims not yet tested are counted, not listed. */
export function verdictTable(verdicts: readonly ClaimVerdict[]): string {
  const rows: string[][] = [];
  for (const argument of new Set(verdicts.map((v) => v.argument))) {
    const own = verdicts.filter((v) => v.argument === argument && v.parts.length > 0);
    if (own.length > 0) rows.push([argument]);
    for (const v of own) {
      for (const part of v.parts) {
        for (const [i, r] of part.readings.entries()) rows.push(row(v, part.part, r, i));
      }
    }
  }
  const waiting = verdicts.filter((v) => v.answer === 'not yet tested').length;
  const untestable = verdicts.filter((v) => v.parts.length === 0 && v.answer === 'untestable here').length;
  const rest = [
    waiting > 0 ? `${waiting} ${waiting === 1 ? 'claim is' : 'claims are'} not yet tested` : '',
    untestable > 0 ? `${untestable} untestable here` : '',
  ].filter(Boolean);
  return `${[rows.length > 0 ? textTable(head, rows) : '', rest.join(', ')].filter(Boolean).join('\n\n')}\n`;
}

function row(v: ClaimVerdict, part: string, r: ReadingVerdict, i: number): string[] {
  return [
    i === 0 ? `  ${v.claim}${part ? ` (${part})` : ''}` : '',
    r.reading,
    r.until === null ? r.answer : `${r.answer} (to ${r.until})`,
    percent(r.shares.for),
    percent(r.shares.against),
    percent(r.shares.open + r.shares.failed),
    shortNumber(r.median),
    String(r.specifications),
    r.dependsOn.join(', '),
  ];
}
