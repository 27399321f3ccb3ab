import { statedWords } from '../claims/stated.js';
import type { Picture } from '../designs/picture.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, showNumber } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import type { Graded, PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import type { ClaimBrief, DesignCard, Evidence } from './brief-input.js';
import { choicesInLine } from './choices.js';
import { showDay } from './day.js';
import { evidenceFigure } from './evidence-figure.js';
import { recordedFigure, recordName, standing, statedFigure, telling } from './figure-words.js';
import type { Heading } from './heading.js';
import { foldedTable, table } from './tables.js';
import { readingWords } from './wording.js';

export interface FigureSection {
  readonly entry: ClaimBrief;
  /** The name of the part, empty where there is but one. */
  readonly part: string;
  readonly verdict: ReadingVerdict;
  readonly design: DesignCard;
  readonly names: Names;
  readonly evidence: Evidence | undefined;
  /** When the author stated it. */
  readonly published: string | undefined;
  /** Whether how to read a figure is still to be said. */
  readonly explain: boolean;
  readonly title: Heading;
}

/** What a reading of a figure shows: stated against recorded with who says it and when, the dots, what it is made of. */
export async function figureFigures(section: FigureSection): Promise<Html> {
  const { verdict, design, evidence, explain, names, title } = section;
  const dots = dotsOf(verdict, names);
  const file = [section.entry.claim.id, ...[section.part].filter(Boolean), verdict.reading];
  const typical = verdict.typical === null ? undefined : verdict.graded[verdict.typical];
  const shown =
    typical && Object.keys(typical.choices).length > 0 && `Shown: ${choicesInLine(typical.choices, names)}.`;
  return html`${title('Stated and recorded')}${explain && html`<p>${design.read}</p>`}
${statedTable(section)}
${dots && (await evidenceFigure(dots, '', [...file, 'records']))}${madeOf(verdict, names)}
${evidence && severalPoints(evidence.picture) && html`${title('What the recorded figure is made of')}${await evidenceFigure(evidence.picture, shown, [...file, 'made of'])}`}
`;
}

function statedTable({ entry, published, verdict, names }: FigureSection): Html {
  const told = telling(verdict).map(names.choice);
  const rows = verdict.graded.map((g) => [
    recordName(g, verdict, names),
    recordedFigure(g, verdict),
    g.estimate?.recorded?.by ?? g.reason,
    showDay(g.estimate?.recorded?.when ?? '–'),
    standing[g.stance],
  ]);
  const said = [
    'As stated',
    verdict.figure ? statedWords(verdict.figure.stated, showNumber) : '',
    entry.claim.by,
    published === undefined ? '–' : showDay(published),
    '',
  ];
  return table(
    `What is stated, and what the record says${verdict.unit ? ` (${verdict.unit})` : ''}`,
    [
      { head: told.length > 0 ? `Record (${told.join(', ')})` : 'Record' },
      { head: 'Figure', number: true },
      { head: 'Who says so' },
      { head: 'When, or of when' },
      { head: 'Agrees?' },
    ],
    [said, ...rows],
  );
}

/** A dot for each record, and a line at what is stated; nothing where all are one number, or for lists. */
function dotsOf(verdict: ReadingVerdict, names: Names): Picture | undefined {
  const { figure, graded, unit } = verdict;
  const had = graded.filter((g) => g.estimate);
  if (!figure || figure.stated.is === 'list' || had.length < 2) return undefined;
  const { number } = figure.stated;
  if (had.every((g) => g.estimate!.value === number)) return undefined;
  const role = { for: 'main', against: 'comparison', open: 'context', failed: 'context' } as const;
  const named = { for: 'agrees', against: 'does not agree', open: 'cannot tell', failed: '' } as const;
  const stances = (['for', 'against', 'open'] as const).filter((s) => had.some((g) => g.stance === s));
  const point = (g: Graded) => ({ x: recordName(g, verdict, names), y: g.estimate!.value });
  return {
    title: `${counted(had.length, 'record')}: ${listed(stances.map((s) => `${had.filter((g) => g.stance === s).length} ${s === 'for' ? 'as stated' : s === 'against' ? 'other than stated' : 'too incomplete to tell'}`))}`,
    subtitle: 'Each dot is what one record says; the dashed line is what is stated',
    source: [...new Set(had.map((g) => g.estimate!.recorded?.by ?? ''))].filter(Boolean).join('; '),
    alt: `Stated is ${statedFigure(verdict)}. Recorded: ${had.map((g) => `${recordName(g, verdict, names)} ${recordedFigure(g, verdict)}, ${named[g.stance]}`).join('; ')}.`,
    x: { label: 'Record', kind: 'category' },
    y: { label: unit || (figure.stated.is === 'rank' ? 'place' : 'recorded') },
    horizontal: true,
    marks: [
      { kind: 'rule', axis: 'y', at: number, label: `stated: ${statedFigure(verdict)}` },
      ...stances.map((s) => ({
        kind: 'dots' as const,
        role: role[s],
        name: named[s],
        points: had.filter((g) => g.stance === s).map(point),
      })),
    ],
  };
}

const severalPoints = (picture: Picture): boolean =>
  new Set(picture.marks.flatMap((m) => ('points' in m ? m.points.map((p) => p.x) : []))).size > 1;

/** What was counted or read in each record, by name, folded. */
function madeOf(verdict: ReadingVerdict, names: Names): Html {
  const rows = verdict.graded.flatMap((g) => {
    const made = g.estimate?.diagnostics['made_of'];
    return made === undefined ? [] : [[recordName(g, verdict, names), String(made)]];
  });
  if (rows.length === 0) return html``;
  return foldedTable(
    'What each record counts',
    'What the recorded figures are made of',
    [{ head: 'Record' }, { head: 'Made of' }],
    rows,
  );
}

/** The readings of a figure side by side: no shares, but what is stated and how many records agree. */
export function figureReadings({ readings }: PartVerdict, names: Names, heading: Heading): Html {
  if (readings.length < 2) return html``;
  const rows = readings.map((r) => [
    readingWords(r, names),
    html`${badge(r.answer, r.until)}`,
    statedFigure(r),
    `${r.counts.for} of ${r.graded.length - r.counts.failed}`,
  ]);
  return html`${heading('The claim read in different ways')}${table(
    'Each reading asks another question and has its own verdict; the one most plainly meant stands first.',
    [
      { head: 'Read by' },
      { head: 'Verdict' },
      { head: 'Stated' },
      { head: 'Records that agree', number: true },
    ],
    rows,
  )}`;
}
