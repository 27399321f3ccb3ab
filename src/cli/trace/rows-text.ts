import { figureInSum, type Working } from '../../designs/working.js';
import { showYears, type Years } from '../../kernel/years.js';
import type { Manifest, ManifestTable } from '../../world/cards.js';
import { sourceOf, tableOf } from '../../world/catalogue.js';
import type { Cell, Row } from '../../world/database.js';
import type { World } from '../../world/open.js';
import { textTable } from '../table.js';
import type { Answered, Followed } from './follow.js';

/** Rows of the record that a terminal is shown of each question, and of the table that is summed up. */
const fewRows = 8;
const someRows = 40;
const longestCell = 40;

/** The sum that makes the number, above the table that it sums up. */
export function workingText({ says, rows }: Working): string {
  const lines = ['from the record to the number', ...says.map((line) => `  ${line}`)];
  return `${lines.join('\n')}\n${tableText(rows, someRows)}`;
}

/** The questions of a specification with rows and provenance; tables in `told` were told of before. */
export function questionsText(followed: Followed, world: World, told: Set<string>): string {
  const { answered, specification, working } = followed;
  return answered
    .map((a) => {
      const near = rowsToShow(a.rows, specification.observes, working?.about ?? []);
      const which = near.what === '' || near.rows.length === a.rows.length ? '' : `, ${near.what}`;
      return [
        `\n${a.name}: ${a.rows.length} rows${which}`,
        `  ${shortened(a.query.sql)}`,
        ...provenance(a, world, told).map((line) => `  ${line}`),
        tableText(near.rows, fewRows, a.rows.length),
      ]
        .filter(Boolean)
        .join('\n');
    })
    .join('\n')
    .concat('\n');
}

/** The rows that a reader looks for first: those of the years that are observed, of the states that the test names. */
function rowsToShow(
  rows: readonly Row[],
  years: Years,
  about: readonly number[],
): { readonly rows: readonly Row[]; readonly what: string } {
  const yearly = rows.filter((r) => typeof r['year'] === 'number');
  if (yearly.length === 0) return { rows, what: '' };
  const within = yearly.filter((r) => years.from <= Number(r['year']) && Number(r['year']) <= years.to);
  const own = within.filter((r) => about.includes(Number(r['ccode'])));
  if (own.length > 0 && own.length < within.length)
    return { rows: own, what: `${own.length} of them of the states named, ${showYears(years)}` };
  return { rows: within, what: `${within.length} of them of ${showYears(years)}` };
}

/** A cell as a terminal shows it: numbers to six digits, long texts cut. */
function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'number')
    return Number.isInteger(cell) ? String(cell).replace('-', '−') : figureInSum(cell);
  const text = String(cell ?? '').replace(/\s+/g, ' ');
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}

function tableText(rows: readonly Row[], most: number, all = rows.length): string {
  if (rows.length === 0) return '';
  const head = [...new Set(rows.slice(0, most).flatMap((r) => Object.keys(r)))];
  const cells = rows.slice(0, most).map((r) => head.map((c) => cellText(r[c])));
  const left = all - Math.min(rows.length, most);
  return `${textTable(head, cells)}${left > 0 ? `\n… ${left} more; --out writes all` : ''}`;
}

/** A question as a terminal shows it: on one line, long lists cut in the middle. */
const shortened = (sql: string): string =>
  sql
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\((-?\d+), (?:-?\d+, ){6,}(-?\d+)\)/g, '($1, …, $2)');

/** Each table behind a question: what its variables mean, its source, and the upstream files with the hash they had when they were read. */
function provenance(answered: Answered, { manifest }: World, told: Set<string>): string[] {
  return answered.query.tables.flatMap((name) => {
    const table = tableOf(manifest, name);
    const meant = variablesIn(answered, table, manifest)
      .filter((v) => !told.has(v.name))
      .map((v) => `  ${v.name}: ${v.title}, in ${v.unit}. ${v.definition}`);
    for (const v of variablesIn(answered, table, manifest)) told.add(v.name);
    if (told.has(name)) return [`from ${name}, as above`, ...meant];
    told.add(name);
    const source = sourceOf(manifest, table.source);
    return [
      `from ${name} (${table.file}, sha256 ${table.sha256.slice(0, 16)}…), terms ${table.licence}`,
      `  ${source.citation}`,
      ...source.read.map((f) => `    ${f.file}, ${f.rows} rows, sha256 ${f.sha256.slice(0, 16)}…`),
      ...(meant.length > 0 ? casesOf(table, manifest) : []).map(
        (t) => `  case by case in ${t.name}, ${t.rows} rows: entente show ${t.name}`,
      ),
      ...(meant.length > 0 ? meant : [`  ${table.says}`]),
    ];
  });
}

/** The variables of a table that a question speaks of. */
const variablesIn = ({ asked }: Answered, { name }: ManifestTable, { variables }: Manifest) =>
  variables.filter((v) => v.table === name && new RegExp(`\\b${v.name}\\b`).test(asked.sql));

const ofCases = new Set<string>(['episode', 'membership']);

/** The tables of the same source that hold the cases which this one counts by year. */
const casesOf = (table: ManifestTable, { tables }: Manifest): readonly ManifestTable[] =>
  ofCases.has(table.level) ? [] : tables.filter((t) => t.source === table.source && ofCases.has(t.level));
