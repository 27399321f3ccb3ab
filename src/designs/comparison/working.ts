import { showYears } from '../../kernel/years.js';
import type { Row } from '../../world/database.js';
import type { Catalogue } from '../../world/open.js';
import { figureInSum, type Working } from '../working.js';
import type { Evidence } from './evidence.js';
import { type ComparisonParameters, quantityOf, sidesOf, spansOf, wholeSpan } from './parameters.js';
import { inYears, type Yearly } from './quantities/quantity.js';
import { effectOf, levelOrChange, meanIn } from './statistic.js';
import { nameOf } from './subjects.js';

/** What is compared, year by year or, against a group, state by state, and the sum that makes the difference of it. */
export function comparisonWorking(p: ComparisonParameters, seen: Evidence, catalogue: Catalogue): Working {
  const { says, formula } = quantityOf(p.of);
  const about = [...new Set(sidesOf(p).flatMap((side) => side.about.flatMap((n) => codesOf(n, catalogue))))];
  const made = seen.ccode === undefined ? byYears(p, seen, catalogue) : byStates(p, seen, catalogue);
  return {
    says: [says, ...(formula ? [`value of a year: ${formula(p.of)}`] : []), ...made.says],
    rows: made.rows,
    about,
  };
}

const codesOf = (name: string | number, { states }: Catalogue): readonly number[] =>
  typeof name === 'number' ? [name] : states.all(name);

type Table = Pick<Working, 'says' | 'rows'>;

/** Means of the spans by the names under which a table shows them. */
function means(yearly: Yearly, p: ComparisonParameters): Record<string, number> {
  const each = spansOf(p).map((span) => [`mean_${showYears(span).replace('–', '_')}`, meanIn(yearly, span)]);
  const spans = spansOf(p);
  return { ...Object.fromEntries(each), ...(spans.length === 2 && { change: levelOrChange(yearly, spans) }) };
}

function byStates(p: ComparisonParameters, seen: Evidence, { states }: Catalogue): Table {
  const spans = spansOf(p);
  const row = (ccode: number, yearly: Yearly, in_group: 0 | 1): Row => ({
    state: states.nameOf(ccode, spans.at(-1)!.to),
    ccode,
    in_group,
    ...means(yearly, p),
  });
  const own = levelOrChange(seen.sides[0]!, spans);
  const changes = seen.members.map(({ yearly }) => levelOrChange(yearly, spans));
  const mean = changes.reduce((sum, x) => sum + x, 0) / changes.length;
  const what = spans.length === 2 ? 'change' : 'mean';
  return {
    says: [
      `difference: the ${what} of the one less the mean ${what} of the ${changes.length} others, ${figureInSum(own)} − (${figureInSum(mean)}) = ${figureInSum(own - mean)}`,
    ],
    rows: [
      row(seen.ccode!, seen.sides[0]!, 0),
      ...seen.members.map((m) => row(m.ccode, m.yearly, 1)).sort((a, b) => lastOf(a) - lastOf(b)),
    ],
  };
}

/** The level or change, by which members are ordered. */
const lastOf = (row: Row): number => Number(Object.values(row).at(-1));

function byYears(p: ComparisonParameters, seen: Evidence, catalogue: Catalogue): Table {
  const spans = spansOf(p);
  const names = ['one', 'other'].slice(0, seen.sides.length);
  const weighted = seen.sides.some(({ weights }) => weights.some((w) => w !== 1));
  const rows = seen.sides[0]!.years.flatMap((year, t) => {
    const span = spans.find((s) => inYears(s, year));
    if (!span) return [];
    const values = seen.sides.map((side, i) => [
      [names[i]!, side.values[t]!],
      ...(weighted ? [[`weight_of_${names[i]}`, side.weights[t]!]] : []),
    ]);
    return [{ year, span: showYears(span), ...Object.fromEntries(values.flat()) } as Row];
  });
  const sides = sidesOf(p).map((side, i) => {
    const what = quantityOf(side.of as typeof p.of).label(side.of as typeof p.of, catalogue);
    const who = side.about.length > 0 ? ` of ${nameOf(side.about, wholeSpan(p).to, catalogue)}` : '';
    const found = Object.entries(means(seen.sides[i]!, p)).map(
      ([name, x]) => `${name.replace('_', ' ').replace('_', '–')} ${figureInSum(x)}`,
    );
    return `${names[i]}: ${what}${who}; ${found.join(', ')}`;
  });
  const by = weighted ? ['means: each year by its weight, the votes behind it'] : [];
  return { says: [...by, ...sides, effectSays(p, seen)], rows };
}

/** The sum that makes one number of the means. */
function effectSays(p: ComparisonParameters, { sides }: Evidence): string {
  const spans = spansOf(p);
  const value = figureInSum(effectOf(p)(sides));
  const [one, other] = sides.map((side) => figureInSum(levelOrChange(side, spans)));
  if (other === undefined) return `difference: the later mean less the earlier, ${value}`;
  if (p.as === 'movement') return `difference: of the sizes of the changes, |${one}| − |${other}| = ${value}`;
  if (p.as === 'difference') return `difference: ${one} − (${other}) = ${value}`;
  if (p.as === 'less') return `difference: how much less, ${other} − (${one}) = ${value}`;
  const each = spans.map((span) => {
    const [a, b] = sides.map((side) => figureInSum(meanIn(side, span)));
    return `100 × (${a} − ${b}) / (${a} + ${b})`;
  });
  return `difference: in per cent of both together, ${each.reverse().join(' less ')} = ${value}`;
}
