import { type Content, type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { showNumber } from '../figures/numbers.js';
import type { Graded, ReadingVerdict } from '../verdicts/verdict.js';
import { choicesList, estimateWords } from './choices.js';
import { findings } from './findings.js';
import { foldedTable, interval } from './tables.js';

/** The strongest test for and the strongest against: what each chose, what it found, and its other intervals. */
export function strongest(verdict: ReadingVerdict, names: Names): Html {
  const at = (i: number | null): Graded | undefined => (i === null ? undefined : verdict.graded[i]);
  return html`<div class="pair">${test('for', at(verdict.strongestFor), verdict, names)}${test('against', at(verdict.strongestAgainst), verdict, names)}</div>`;
}

function test(
  side: 'for' | 'against',
  graded: Graded | undefined,
  verdict: ReadingVerdict,
  names: Names,
): Html {
  const title = html`<p class="side ${side}">Strongest test ${side === 'for' ? 'for' : 'against'}</p>`;
  if (!graded?.estimate)
    return html`<div>${title}<p>No test speaks ${side === 'for' ? 'for the claim' : 'against it'}.</p></div>`;
  return html`<div>${title}<p><strong>${estimateWords(graded, verdict.unit)}</strong>: ${findings[graded.reason] ?? graded.reason}.</p>${choicesList(graded.choices, names)}${details(graded)}</div>`;
}

/** Every interval that was computed, the one that was used marked, and other figures of the test. */
export function details({ estimate }: Graded): Html {
  if (!estimate) return html``;
  const figures = Object.entries(estimate.diagnostics).map(([name, value]): Content[] => [
    name.replace(/[-_]/g, ' '),
    typeof value === 'number' ? showNumber(value) : value,
  ]);
  const errors = estimate.errors.map((e): Content[] => [
    html`${e.method}${e.chosen && ' (used: the widest that is valid)'}`,
    interval(e.low, e.high),
  ]);
  return html`${errors.length > 0 && foldedTable('Its intervals', 'Every interval that was computed', [{ head: 'Method' }, { head: '95 % interval', number: true }], errors)}${figures.length > 0 && foldedTable('Its other figures', 'Other tests and figures', [{ head: 'Figure' }, { head: 'Value', number: true }], figures)}`;
}
