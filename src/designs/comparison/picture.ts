import { showYears } from '../../kernel/years.js';
import { sourceOf, tableOf } from '../../world/catalogue.js';
import type { Catalogue } from '../../world/open.js';
import type { Estimate } from '../design.js';
import type { Mark, Picture, Point, Role } from '../picture.js';
import { showSigned, showValue } from '../trend/show-value.js';
import { type Evidence, evidenceNeeds } from './evidence.js';
import { type ComparisonParameters, quantityOf, sidesOf, spansOf, wholeSpan } from './parameters.js';
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
  const interval = `95 % interval ${showSigned(estimate.low)} to ${showSigned(estimate.high)}`;
  const lines = linesOf(drawn);
  return {
    title,
    subtitle: `${[interval, unitOf(p), remark(drawn)].filter(Boolean).join('; ')}`,
    source: sources(p, catalogue),
    alt: `${title}. ${interval}. ${means(drawn)}`,
    x: { label: 'Year', kind: 'year' },
    y: { label: axisOf(drawn) },
    marks: [...lines, ...spanMeans(drawn)],
  };
}

const unitOf = ({ of }: ComparisonParameters): string => {
  const unit = quantityOf(of).unit(of);
  return unit === 'percentage points' ? 'per cent' : unit;
};

function sideNames(p: ComparisonParameters, catalogue: Catalogue): string[] {
  const sides = sidesOf(p);
  const { to } = wholeSpan(p);
  const who = sides.map(({ about }) => nameOf(about, to, catalogue));
  const what = sides.map(({ of }) => quantityOf(of as typeof p.of).label(of, catalogue));
  if (new Set(what).size < what.length || what.length === 1) return who.map((name, i) => name || what[i]!);
  return new Set(who).size === who.length ? who.map((name, i) => `${name}, ${what[i]}`) : what;
}

function finding({ p, estimate, names, seen, catalogue }: Drawn): string {
  const spans = spansOf(p);
  const d = estimate.diagnostics;
  const number = (name: string): number => Number(d[name]);
  const label = quantityOf(p.of).label(p.of, catalogue);
  const when = spans.map(showYears).join(' to ');
  if (seen.ccode !== undefined) {
    const more = showSigned(estimate.value);
    const rank = Math.min(number('rank_from_lowest'), number('rank_from_highest'));
    const end = number('rank_from_lowest') <= number('rank_from_highest') ? 'lowest' : 'highest';
    const what =
      spans.length === 1 ? `${showValue(number('mean_of_one'))}` : `${showSigned(number('change_of_one'))}`;
    return `${names[0]}, ${lower(label)}: ${what}${spans.length === 1 ? ' in' : ' from'} ${when}, ${more} against the mean of ${d['placebos']} others (place ${rank} of ${estimate.n} from the ${end})`;
  }
  if (!seen.sides[1]) return `${names[0]}, ${lower(label)}: ${showSigned(estimate.value)} from ${when}`;
  if (d['count_of_one'] !== undefined)
    return `${capital(names[0]!)}: ${d['count_of_one']}; ${names[1]}: ${d['count_of_other']}, ${when}`;
  const each = (name: string): string =>
    spans.length === 1 ? showValue(number(`mean_of_${name}`)) : showSigned(number(`change_of_${name}`));
  return `${capital(lower(label))}: ${names[0]} ${each('one')}, ${names[1]} ${each('other')}${spans.length === 1 ? ' in' : ' from'} ${when}`;
}

const lower = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
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

function axisOf({ p, seen, catalogue }: Drawn): string {
  const label = capital(quantityOf(p.of).label(p.of, catalogue));
  const change = seen.ccode !== undefined && spansOf(p).length === 2;
  return `${label}, ${unitOf(p)}${change ? `, change since ${showYears(spansOf(p)[0]!)}` : ''}`;
}

/** A line of each side; against a group with changes, each less its own mean of the earlier years. */
function linesOf({ p, seen, names }: Drawn): Mark[] {
  if (seen.ccode === undefined)
    return seen.shown.flatMap((side, i) => runs(side, i === 0 ? 'main' : 'comparison', names[i]!));
  const spans = spansOf(p);
  const base = (yearly: Yearly): number => (spans.length === 2 ? meanIn(yearly, spans[0]!) : 0);
  const moved = (yearly: Yearly): Yearly => ({
    ...yearly,
    values: yearly.values.map((x) => x - base(yearly)),
  });
  const others = seen.members.map(({ yearly }) => moved(yearly));
  const years = seen.shown[0]!.years;
  const mean = years.map((year) => {
    const values = others.flatMap(({ years: own, values: v }) => {
      const at = own.indexOf(year);
      return at < 0 ? [] : [v[at]!];
    });
    return values.reduce((sum, x) => sum + x, 0) / values.length;
  });
  return [
    ...others.flatMap((other) => runs(other, 'context', 'each of them')),
    ...runs({ years, values: mean }, 'comparison', `mean of ${others.length} others`),
    ...runs(moved(seen.shown[0]!), 'main', names[0]!),
  ];
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
