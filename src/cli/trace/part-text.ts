import type { Claim, Option } from '../../claims/claim.js';
import type { Design, Estimate } from '../../designs/design.js';
import { showYears } from '../../kernel/years.js';
import type { ClaimVerdict, ReadingVerdict } from '../../verdicts/verdict.js';
import { shortNumber } from '../table.js';
import type { Followed } from './follow.js';
import { workingText } from './rows-text.js';

const percent = (x: number): string => `${Math.round(100 * x)} %`;

/** The claim, who makes it, and its answer. */
export function claimText(claim: Claim, verdict: ClaimVerdict): string {
  const to = verdict.until === null ? '' : ` (to ${verdict.until})`;
  const inPart = verdict.inPart ? ', in part: a part of it waits for its test' : '';
  const own = verdict.restsOn
    ? `\n  rests on data of your own (${verdict.restsOn.join(', ')}): no published verdict`
    : '';
  return `${claim.says}\n  claimed by ${claim.by}\n\nverdict: ${verdict.answer}${to}${inPart}${own}\n`;
}

/** A part from its verdict to the sum that makes the number; the rows behind it are told apart. */
export function partText(followed: Followed, claim: Claim): string {
  const { part, table, specification: s, graded, reading, design, working } = followed;
  const number = table.specifications.indexOf(s) + 1;
  const label = claim.labels[part.name];
  return [
    ...(part.name
      ? [`\n══ part ${part.name}${label ? `: ${label}` : ''}${followed.decides ? ' (it decides)' : ''} ══`]
      : []),
    `\n${readingText(reading)}`,
    `\nspecification ${number} of ${table.specifications.length}, reading ${s.reading}, years ${showYears(s.observes)}`,
    ...placeOf(followed),
    ...Object.entries(s.choices).map(([choice, option]) => `  ${choiceText(choice, option, claim)}`),
    `\n${graded.stance}: ${graded.reason}`,
    ...(graded.estimate ? estimateLines(graded.estimate, design, followed) : []),
    ...(working ? [`\n${workingText(working)}`] : []),
    '',
  ].join('\n');
}

/** Why this specification, and what it counts for. */
function placeOf(followed: Followed): string[] {
  const { specification, chosenFor, reading } = followed;
  const weight = `${percent(specification.weight / weightOf(followed))} of the weight of its reading`;
  const said = [chosenFor && `the ${chosenFor}`, !reading.figure && weight].filter(Boolean);
  return said.length > 0 ? [`  ${said.join('; ')}`] : [];
}

const weightOf = ({ reading }: Followed): number => reading.graded.reduce((sum, g) => sum + g.weight, 0);

/** The verdict on a reading, with the shares of weight that make it; of a figure, what the records say. */
function readingText(r: ReadingVerdict): string {
  const to = r.until === null ? '' : ` (to ${r.until})`;
  const { shares: s, counts } = r;
  const rest = r.capped ? `\n  ${r.capped.from} but for its cap: ${r.capped.because}` : '';
  const made = r.figure
    ? `${counts.for} records as stated, ${counts.against} otherwise, ${counts.open} cannot tell`
    : `${percent(s.for)} of the weight for, ${percent(s.against)} against, ${percent(s.open)} open${s.failed > 0 ? `, ${percent(s.failed)} failed` : ''}; median ${shortNumber(r.median)} ${r.unit}`;
  const depends = r.dependsOn.length > 0 ? `; depends on ${r.dependsOn.join(', ')}` : '';
  return `reading ${r.reading}: ${r.answer}${to}\n  ${r.specifications} tests: ${made}${depends}${rest}`;
}

function choiceText(choice: string, option: Option, { labels }: Claim): string {
  const words = labels[`${choice}=${option}`] ?? labels[String(option)];
  return `${choice}: ${option}${words ? ` (${words})` : ''}`;
}

/** A figure as the record has it, or an effect with its interval. */
function resultText(e: Estimate, design: Design, { specification: s }: Followed): string {
  const unit = design.unit(s.parameters);
  const value = `${shortNumber(e.value)}${unit ? ` ${unit}` : ''}`;
  if (e.recorded) {
    const leaves =
      e.recorded.beyond === 'nothing' ? 'nothing that counts' : `what may lie ${e.recorded.beyond}`;
    return `  recorded ${value} by ${e.recorded.by}, ${e.recorded.when}; the record leaves out ${leaves}; margin ${shortNumber(s.matters)}`;
  }
  const log = design.effect.scale === 'log' ? ' on the scale of logs' : '';
  return `  ${design.effect.name} ${value}, 95 % interval ${shortNumber(e.low)} to ${shortNumber(e.high)}; ${e.n} ${e.of}; matters from ${shortNumber(s.matters)}${log}`;
}

const estimateLines = (e: Estimate, design: Design, followed: Followed): string[] => [
  resultText(e, design, followed),
  ...e.errors.map(
    (x) => `  ${x.chosen ? '▸' : ' '} ${x.method}: ${shortNumber(x.low)} to ${shortNumber(x.high)}`,
  ),
  ...Object.entries(e.lost).map(([reason, n]) => `  lost: ${n} ${reason}`),
  ...Object.entries(e.diagnostics).map(
    ([k, v]) => `  ${k.replaceAll('_', ' ')}: ${typeof v === 'number' ? shortNumber(v) : v}`,
  ),
];
