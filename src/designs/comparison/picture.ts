import { showYears } from '../../kernel/years.js';
import { sourceOf, tableOf } from '../../world/catalogue.js';
import type { Catalogue } from '../../world/open.js';
import type { Estimate } from '../design.js';
import type { Mark, Picture, Point, Role } from '../picture.js';
import { showSigned, showValue } from '../trend/show-value.js';
import { type Evidence, evidenceNeeds } from './evidence.js';
import { type ComparisonParameters, groupOf, quantityOf, sidesOf, spansOf, wholeSpan } from './parameters.js';
import type { Yearly } from './quantities/quantity.js';
import { meanIn } from './statistic.js';
import { nameOf } from './subjects.js';

interface Drawn {
  readonly p: ComparisonParameters;
  readonly seen: Evidence;
  readonly estimate: Estimate;
  readonly catalogue: Catalogue;
  /** What each side is called, in words of its own. */
  readonly names: readonly string[];
}

/** One against others: a line for each side, or for the state, the mean of its group and (thin) every member. */
export function comparisonPicture(
  p: ComparisonParameters,
  seen: Evidence,
  catalogue: Catalogue,
  estimate: Estimate,
): Picture {
  const drawn = { p, seen, estimate, catalogue, names: sideNames(p, catalogue) };
  const title = finding(drawn);
  const what =
    p.as === 'relative' ? ' of the difference, in per cent of both together,' : ' of the difference';
  const interval = `95 % interval${seen.sides[1] || seen.ccode !== undefined ? what : ''} ${showSigned(estimate.low)} to ${showSigned(estimate.high)}`;
  const lines = linesOf(drawn);
  return {
    title,
    subtitle: [interval, remark(drawn)].filter(Boolean).join('; '),
    source: sources(p, catalogue),
    alt: `${title}. ${interval}. ${means(drawn)}`,
    x: { label: 'Year', kind: 'year' },
    y: { label: axisOf(drawn) },
    marks: [...lines, ...spanMeans(drawn)],
  };
}

function sideNames(p: ComparisonParameters, catalogue: Catalogue): string[] {
  const sides = sidesOf(p);
  const { to } = wholeSpan(p);
  const who = sides.map(({ about }) => nameOf(about, to, catalogue));
  const what = sides.map(({ of }) => quantityOf(of as typeof p.of).label(of, catalogue));
  if (new Set(who).size === who.length && who.every((name) => name !== '')) return who;
  return what;
}

/** What was found, in one line. */
function finding({ p, estimate, names, seen, catalogue }: Drawn): string {
  const [span, later] = spansOf(p);
  const { diagnostics: d } = estimate;
  const number = (name: string): number => Number(d[name]);
  const label = quantityOf(p.of).label(p.of, catalogue);
  const when = later ? `from ${showYears(span!)} to ${showYears(later)}` : showYears(span!);
  if (seen.ccode !== undefined) {
    const [low, high] = [number('rank_from_lowest'), number('rank_from_highest')];
    const place = `place ${Math.min(low, high)} of ${estimate.n} from the ${low <= high ? 'lowest' : 'highest'}`;
    const own = later ? moved(number('change_of_one')) : `at ${showValue(number('mean_of_one'))}`;
    const side = estimate.value < 0 ? 'below' : 'above';
    return `${names[0]}: ${label} ${own} ${when}, ${showValue(Math.abs(estimate.value))} ${side} the mean${later ? ' change' : ''} of ${d['placebos']} others (${place})`;
  }
  if (!seen.sides[1]) {
    const of = names[0] === label ? capital(label) : `${names[0]}: ${label}`;
    return `${of} ${moved(estimate.value)} ${when}`;
  }
  if (d['count_of_one'] !== undefined)
    return `${capital(estimate.of)}, ${when}: ${d['count_of_one']} ${names[0]}, ${d['count_of_other']} ${names[1]}`;
  const each = (name: string): string =>
    later ? showSigned(number(`change_of_${name}`)) : showValue(number(`mean_of_${name}`));
  const about = p.against ? nameOf(sidesOf(p)[0]!.about, wholeSpan(p).to, catalogue) : label;
  return `${capital(about)}, ${when}: ${names[0]} ${each('one')}, ${names[1]} ${each('other')}`;
}

const moved = (change: number): string => `${change < 0 ? 'down' : 'up'} ${showValue(Math.abs(change))}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a reader must know besides: a change within the source's own error, cases that would turn a count. */
function remark({ estimate: { diagnostics: d } }: Drawn): string {
  if (d['change_of_one_clears_the_source_error'] === 'no')
    return 'the change does not clear the source’s own error';
  if (d['unrecorded_until_half'] !== undefined)
    return `${d['unrecorded_until_a_quarter']} unrecorded ones would make the first a quarter of the second, ${d['unrecorded_until_half']} half, ${d['unrecorded_until_as_many']} as many`;
  return '';
}

function means({ p, seen, names, estimate }: Drawn): string {
  const told = seen.sides.map(
    (side, i) =>
      `${names[i]}: ${spansOf(p)
        .map((span) => `${showValue(meanIn(side, span), 3)} in ${showYears(span)}`)
        .join(', ')}`,
  );
  const group = estimate.diagnostics['change_of_group'] ?? estimate.diagnostics['mean_of_group'];
  return `${told.join('; ')}.${group === undefined ? '' : ` Mean of the group: ${showSigned(Number(group))}.`}`;
}

function axisOf({ p, catalogue }: Drawn): string {
  const [first, later] = spansOf(p);
  const sides = sidesOf(p).map(({ of }) => quantityOf(of as typeof p.of).label(of, catalogue));
  const label = new Set(sides).size === 1 ? `${capital(sides[0]!)}, ` : '';
  const since = later && showsChange(p) ? `, change since ${showYears(first!)}` : '';
  return `${label}${quantityOf(p.of).axis(p.of, catalogue)}${since}`;
}

/** Changes of several are drawn from one level, that of their earlier years. */
const showsChange = (p: ComparisonParameters): boolean =>
  p.to !== undefined && (groupOf(p) !== undefined || sidesOf(p).length > 1);

/** A line of each side; against a group also of every member and of their mean. */
function linesOf({ p, seen, names }: Drawn): Mark[] {
  const [first] = spansOf(p);
  const drawn = (yearly: Yearly): Yearly => {
    const base = showsChange(p) ? meanIn(yearly, first!) : 0;
    return { ...yearly, values: yearly.values.map((x) => x - base) };
  };
  // What is about nobody by name, and held against its own past, is called by the axis.
  const isNamed = seen.shown.length > 1 || sidesOf(p)[0]!.about.length > 0;
  if (seen.ccode === undefined)
    return seen.shown.flatMap((side, i) =>
      runs(drawn(side), i === 0 ? 'main' : 'comparison', isNamed ? names[i]! : 'each year'),
    );
  const others = seen.members.map(({ yearly }) => drawn(yearly));
  const { years } = seen.shown[0]!;
  return [
    ...others.flatMap((other) => runs(other, 'context', 'each of them')),
    ...runs(
      { years, values: years.map((year) => meanOf(others, year)) },
      'comparison',
      `mean of ${others.length} others`,
    ),
    ...runs(drawn(seen.shown[0]!), 'main', names[0]!),
  ];
}

function meanOf(all: readonly Yearly[], year: number): number {
  const values = all.flatMap(({ years, values }) => {
    const at = years.indexOf(year);
    return at < 0 ? [] : [values[at]!];
  });
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Lines through years that follow one another; a year that stands alone is a dot. */
function runs({ years, values }: Pick<Yearly, 'years' | 'values'>, role: Role, name: string): Mark[] {
  const found: Point[][] = [];
  years.forEach((year, i) => {
    const point = { x: year, y: values[i]! };
    if (i > 0 && year - years[i - 1]! === 1) found.at(-1)!.push(point);
    else found.push([point]);
  });
  return found.map((points) => ({ kind: points.length > 1 ? 'line' : 'dots', role, name, points }));
}

/** The means that are compared, as dashed lines over their years, where a state is held against its own past. */
function spanMeans({ p, seen }: Drawn): Mark[] {
  if (seen.ccode !== undefined || seen.sides.length > 1) return [];
  return spansOf(p).map((span) => {
    const y = meanIn(seen.sides[0]!, span);
    const points = [
      { x: span.from, y },
      { x: span.to, y },
    ];
    return { kind: 'line', role: 'comparison', name: 'mean of the years compared', points, dashed: true };
  });
}

function sources(p: ComparisonParameters, catalogue: Catalogue): string {
  const { manifest } = catalogue;
  const tables = Object.values(evidenceNeeds(p, catalogue)).flatMap((q) => q.tables);
  const names = new Set(tables.filter((t) => t !== 'state_years').map((t) => tableOf(manifest, t).source));
  return [...names]
    .map((name) => sourceOf(manifest, name))
    .map((s) => `${s.title} ${s.version}`)
    .join('; ');
}
