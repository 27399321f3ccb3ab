import type { Part } from '../claims/claim.js';
import { statedWords } from '../claims/stated.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { showNumber, withUnit } from '../figures/numbers.js';
import type { PartVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import { expectationWords } from './choices.js';
import { linked } from './links.js';
import { table } from './tables.js';
import { readingWords } from './wording.js';

/** The smallest effect that matters, why, and what the verdict would be at half and at double of it. */
export function howMuchIsEnough(part: Part, verdict: PartVerdict, names: Names): Html {
  const unit = verdict.readings[0]?.unit ?? '';
  const figure = verdict.readings[0]?.figure;
  if (figure) return figureMargin(part, verdict, names, figure);
  return html`<p>The claim is read as: ${expectationWords(part)}. ${mattersWords(part, unit, names)} ${linked(part.expect.because)}</p>
${halfAndTwice('effect that matters', verdict, names)}`;
}

/** The verdict at half and at twice what was set: a table where there are several readings, else a sentence. */
function halfAndTwice(what: string, { readings }: PartVerdict, names: Names): Html {
  const [first, ...others] = readings;
  if (!first) return html``;
  if (others.length === 0)
    return html`<p>If the ${what} were half as large, the verdict would be: ${badge(first.atHalf)}; if it were twice as large: ${badge(first.atDouble)}.</p>`;
  return table(
    `The verdict if the ${what} were half or twice as large`,
    [{ head: 'Reading' }, { head: 'Half as large' }, { head: 'As set' }, { head: 'Twice as large' }],
    readings.map((r) => [readingWords(r, names), badge(r.atHalf), badge(r.answer), badge(r.atDouble)]),
  );
}

/** Of a figure: the margin within which a record agrees, why, and the verdict at half and at double of it. */
function figureMargin(
  part: Part,
  verdict: PartVerdict,
  names: Names,
  { stated, margin }: NonNullable<PartVerdict['readings'][number]['figure']>,
): Html {
  const unit = stated.is === 'list' || stated.is === 'rank' ? '' : (verdict.readings[0]?.unit ?? '');
  const said = `Stated is ${statedWords(stated, showNumber)}${unit ? ` ${unit}` : ''}`;
  if (margin === 0)
    return html`<p>${said}; a record agrees without any margin. ${linked(part.expect.because)}</p>`;
  return html`<p>${said}; a record agrees if it lies within ${showNumber(margin)} of it. ${linked(part.expect.because)}</p>
${halfAndTwice('margin', verdict, names)}`;
}

function mattersWords({ expect }: Part, unit: string, names: Names): string {
  const { matters } = expect;
  if (typeof matters === 'number')
    return `An effect matters from ${expect.effect === unit ? showNumber(matters) : withUnit(matters, unit)} on.`;
  const each = Object.entries(matters.from).map(
    ([option, from]) => `${showNumber(from)} for ${names.option(matters.by, option)}`,
  );
  return `From where on an effect matters differs with ${names.choice(matters.by)}: ${each.join(', ')}.`;
}
