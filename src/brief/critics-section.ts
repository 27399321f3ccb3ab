import type { Critique, PartCritiques } from '../critics/critique.js';
import { type Html, html } from '../figures/html.js';
import { showNumber } from '../figures/numbers.js';
import { evidenceFigure } from './evidence-figure.js';
import type { Heading } from './heading.js';
import { foldedTable } from './tables.js';

/**
 * What the critics found of a part: one item each, the question, the finding in a sentence, and behind it the numbers;
 * those that make no sense here stand last, each with the reason. Nothing where no critic was asked.
 */
export async function criticsSection(part: PartCritiques | undefined, heading: Heading): Promise<Html> {
  if (!part || part.critiques.length === 0) return html``;
  const found = part.critiques.filter((c) => c.absent === undefined);
  const none = part.critiques.filter((c) => c.absent !== undefined);
  const items = await Promise.all(found.map(critique));
  return html`${heading('What its critics would ask')}
<ul class="critics">${items}</ul>
${none.length > 0 && html`<details class="data"><summary>Questions that make no sense here</summary><ul class="critics">${none.map((c) => html`<li><strong>${c.title}</strong> ${c.absent}</li>\n`)}</ul></details>\n`}`;
}

async function critique({ title, says, how, table, picture }: Critique): Promise<Html> {
  const shown = picture && (await evidenceFigure(picture, ''));
  return html`<li><strong>${title}</strong> ${says}${how && html` <span class="depends">${how}</span>`}
${shown}${table && numbers(table)}</li>
`;
}

const numbers = ({ caption, head, rows }: NonNullable<Critique['table']>): Html =>
  foldedTable(
    'The numbers behind it',
    caption,
    head.map((name, i) => ({ head: name, number: isOfNumbers(rows.map((row) => row[i])) })),
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? showNumber(cell) : cell))),
  );

/** Numbers, shares in per cent, or a dash where there is none. */
const isOfNumbers = (cells: readonly unknown[]): boolean =>
  cells.every((cell) => typeof cell === 'number' || /^(–|\d+ %)$/.test(String(cell)));
