import { stringify } from 'yaml';
import type { TestDraft } from './draft.js';
import type { Expected } from './expected.js';

/** All that a new claim says. */
export interface NewClaim {
  readonly claim: string;
  readonly by: string | undefined;
  readonly period: string;
  readonly measured: string;
  readonly countsAgainst: string;
  readonly draft: TestDraft;
  readonly expected: Expected;
  /** The schema, relative to the file; none where the library stands elsewhere. */
  readonly schema: string | undefined;
}

/** Longest line of a text. */
const width = 116;

/** The file of a new claim, each part with a note on what it is for. */
export function claimText(c: NewClaim): string {
  const { draft, expected } = c;
  const { because, ...expect } = expected.written;
  const figure = draft.design === 'figure';
  return [
    ...(c.schema === undefined ? [] : [`# yaml-language-server: $schema=${c.schema}`]),
    ...text('claim', c.claim),
    ...(c.by === undefined ? [] : text('by', c.by)),
    noted(`period: ${c.period}`, 'the years of which the author speaks'),
    ...text('measured', c.measured),
    ...text('counts-against', c.countsAgainst),
    'test:',
    noted(`  design: ${draft.design}`, draft.notes['design']),
    ...Object.entries(draft.test).flatMap(([key, value]) => testLines(key, value, draft.notes[key])),
    'expect:',
    ...Object.entries(expect).map(([key, value]) =>
      noted(`  ${key}: ${flow(value)}`, expectNotes(figure)[key]),
    ),
    ...text('because', String(because), '  '),
    ...choices(
      'readings',
      draft.readings,
      'each is a question of its own, with its own verdict; the plainest first',
    ),
    ...choices(
      'alternatives',
      draft.alternatives,
      'other fair ways to ask the same; all weigh the same; an inner list, [[a, b], c], shares one place',
    ),
    ...later(draft),
    ...labels(draft),
    '',
  ].join('\n');
}

const expectNotes = (figure: boolean): Readonly<Record<string, string>> =>
  figure
    ? { figure: 'what is stated', margin: 'how far a record may lie off and still agree' }
    : {
        slope: 'what the claim says of the slope, per decade',
        ratio: 'what the claim says of the ratio; 1 is its share',
        difference: 'what the claim says of the difference',
        'matters-from': 'the smallest effect that matters: decided before the first run',
      };

/** What may be added; each stands as a note until somebody needs it. */
const later = ({ alternatives }: TestDraft): string[] => [
  ...['years', 'to']
    .filter((name) => Object.hasOwn(alternatives, name))
    .map(
      (name) =>
        `# since-then: { ${name}: … }              # the same test on the years after publication, told apart`,
    ),
  '# not-in-record:                       # what the record does not hold',
  '#   - …',
  '# analyses:                            # who has studied the same',
  '#   - { cite: …, says: … }',
];

/** Words for the choices that there are, for the page. */
function labels({ labels: all, readings, alternatives }: TestDraft): string[] {
  const choices = { ...readings, ...alternatives };
  const words = new Set([...Object.keys(choices), ...Object.values(choices).flat().map(String)]);
  const used = Object.entries(all).filter(([key]) => words.has(key));
  return used.length === 0 ? [] : ['labels:', ...used.map(([key, value]) => `  ${key}: ${flow(value)}`)];
}

/** A map in one line, or a line a key where that is too long. */
function testLines(key: string, value: unknown, note: string | undefined): string[] {
  const line = `  ${key}: ${flow(value)}`;
  const map = value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!map || line.length <= width) return [noted(line, note)];
  return [
    noted(`  ${key}:`, note),
    ...Object.entries(value).map(([inner, what]) => `    ${inner}: ${flow(what)}`),
  ];
}

function choices(key: string, all: Readonly<Record<string, readonly unknown[]>>, note: string): string[] {
  const entries = Object.entries(all);
  if (entries.length === 0) return [];
  return [`${key}:   # ${note}`, ...entries.map(([name, options]) => `  ${name}: ${flow(options)}`)];
}

/** A line with a note behind it, or above it where that would be too long. */
function noted(line: string, note: string | undefined): string {
  if (note === undefined) return line;
  const indent = /^ */.exec(line)![0];
  return line.length + note.length + 5 <= width ? `${line}   # ${note}` : `${indent}# ${note}\n${line}`;
}

/** A value in one line, quoted where it must be. */
const flow = (value: unknown): string =>
  stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: typeof value === 'object' && !Array.isArray(value),
  })
    .trim()
    .replace(typeof value === 'object' ? /\[ ([^[\]]*) \]/g : /(?!)/, '[$1]');

/** A text on its key’s line, or folded under it where it is long. */
function text(key: string, value: string, indent = ''): string[] {
  const line = `${indent}${key}: ${flow(value)}`;
  if (line.length <= width) return [line];
  const lines: string[] = [];
  for (const word of value.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length + 1 <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}  ${word}`);
  }
  return [`${indent}${key}: >-`, ...lines];
}
