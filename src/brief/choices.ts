import type { Part } from '../claims/claim.js';
import type { Choices } from '../claims/specification.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { showTogether, withUnit } from '../figures/numbers.js';
import type { Graded, ReadingVerdict } from '../verdicts/verdict.js';

/** Choices in a line: `pact: defence; years: 2010–2020`. */
export const choicesInLine = (choices: Choices, names: Names): string =>
  Object.entries(choices)
    .map(([name, option]) => `${names.choice(name)}: ${names.option(name, option)}`)
    .join('; ');

export function choicesList(choices: Choices, names: Names): Html {
  return html`<dl class="choices">${Object.entries(choices).map(
    ([name, option]) => html`<div><dt>${names.choice(name)}</dt><dd>${names.option(name, option)}</dd></div>`,
  )}</dl>`;
}

/** Names of the choices that differ among the specifications of a reading, those that decide most first. */
export function varying(verdict: ReadingVerdict): readonly string[] {
  const deciding = [...verdict.decides].sort((a, b) => b.share - a.share).map((d) => d.alternative);
  const all = [...new Set(verdict.graded.flatMap((g) => Object.keys(g.choices)))];
  const varies = (name: string): boolean => new Set(verdict.graded.map((g) => g.choices[name])).size > 1;
  return [...new Set([...deciding, ...all])].filter((name) => all.includes(name) && varies(name));
}

/** `1.12 times, 95 % interval 0.9 to 1.4, from 174 states`. */
export function estimateWords({ estimate }: Graded, unit: string): string {
  if (!estimate) return 'could not be computed';
  const [value, low, high] = showTogether([estimate.value, estimate.low, estimate.high]);
  const cases = withUnit(estimate.n, estimate.of);
  return `${unit ? `${value} ${unit}` : value} (95\u00a0% interval ${low} to ${high}; ${cases})`;
}

/** The words by which a part names its effect: `ratio above 1`, `slope not below 0`. */
export function expectationWords({ expect }: Part): string {
  const number = String(expect.threshold).replace('-', '−');
  if (expect.rule === 'no-effect') return `${expect.effect} no different from ${number}`;
  return `${expect.effect} ${expect.rule === 'more' ? '' : 'not '}${expect.direction} ${number}`;
}
