import { fail } from '../../kernel/errors.js';
import type { Losses } from '../../kernel/missing.js';
import type { Years } from '../../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import { membersOf, needsOfGroup } from './group.js';
import {
  type ComparisonParameters,
  fewestYears,
  groupOf,
  isDrawnAnew,
  quantityOf,
  sidesOf,
  spansOf,
  wholeSpan,
} from './parameters.js';
import type { Chance, Side, Yearly } from './quantities/quantity.js';
import { inYears } from './quantities/quantity.js';
import { inCommon } from './statistic.js';
import { stateIn } from './subjects.js';

/** A member of the group, with its own yearly values. */
export interface Member {
  readonly ccode: number;
  readonly yearly: Yearly;
}

/** What a comparison works on. */
export interface Evidence {
  /** The one side or both, in common years. */
  readonly sides: readonly Yearly[];
  /** The same, with years between and around that the picture shows. */
  readonly shown: readonly Yearly[];
  /** The members of the group, without the one that is compared with them. */
  readonly members: readonly Member[];
  readonly ccode: number | undefined;
  readonly n: number;
  readonly of: string;
  readonly lost: Losses;
  readonly chances: readonly Chance[];
}

/** Names of the answers of the other side, where it is a quantity of another kind. */
const elsewhere = 'against.';

const isMixed = (p: ComparisonParameters): boolean =>
  p.against !== undefined && quantityOf(p.against) !== quantityOf(p.of);

export function evidenceNeeds(p: ComparisonParameters, catalogue: Catalogue): Needs {
  const [one, other] = sidesOf(p);
  const years = wholeSpan(p);
  const group = groupOf(p);
  const needs = (asked: typeof p.of, sides: ReturnType<typeof sidesOf>): Needs =>
    quantityOf(asked).needs(sides, years, catalogue);
  const own = isMixed(p) ? needs(p.of, [one!]) : needs(p.of, sidesOf(p));
  const more = isMixed(p) ? needs(p.against!, [other!]) : {};
  return {
    ...own,
    ...Object.fromEntries(Object.entries(more).map(([name, query]) => [elsewhere + name, query])),
    ...(group && needsOfGroup(group, spansOf(p)[0]!.from, catalogue)),
  };
}

/** Throws `designs/no-value`, `designs/thin-group`, and what the quantity throws. */
export function evidence(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Evidence {
  return groupOf(p) ? againstGroup(p, answers, catalogue) : againstOne(p, answers, catalogue);
}

/**
 * The sides of a comparison, each time about somebody else: `asked` holds those that the comparison has, once for each.
 */
export function sidesOfEach(
  p: ComparisonParameters,
  asked: readonly (readonly Side[])[],
  answers: Answers,
  catalogue: Catalogue,
): readonly (readonly Yearly[])[] {
  const count = sidesOf(p).length;
  const seen = (of: typeof p.of, sides: readonly Side[], from: Answers): readonly Yearly[] =>
    quantityOf(of).observe(sides, wholeSpan(p), spansOf(p), from, catalogue).sides;
  if (isMixed(p)) {
    const [one, other] = [0, 1].map((i) => asked.map((sides) => sides[i]!));
    const ones = seen(p.of, one!, answers);
    const others = seen(p.against!, other!, withPrefix(answers));
    return asked.map((_, k) => [ones[k]!, others[k]!]);
  }
  const all = seen(p.of, asked.flat(), answers);
  return asked.map((_, k) => all.slice(k * count, (k + 1) * count));
}

function againstOne(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Evidence {
  const [years, spans, sides] = [wholeSpan(p), spansOf(p), sidesOf(p)];
  const seen = (asked: typeof p.of, of: typeof sides, from: Answers) =>
    quantityOf(asked).observe(of, years, spans, from, catalogue);
  const parts = isMixed(p)
    ? [seen(p.of, [sides[0]!], answers), seen(p.against!, [sides[1]!], withPrefix(answers))]
    : [seen(p.of, sides, answers)];
  const shown = parts.flatMap((part) => part.sides);
  const common = inCommon(shown);
  if (!isDrawnAnew(p)) needYears(common[0]!, spans);
  return {
    sides: common,
    shown,
    members: [],
    ccode: undefined,
    n: parts[0]!.n,
    of: parts[0]!.of,
    lost: Object.assign({}, ...parts.map((part) => part.lost)),
    chances: isMixed(p) ? [] : parts[0]!.chances,
  };
}

/** Throws `designs/too-few-years` where the variation of years cannot be told. */
function needYears({ years }: Yearly, spans: readonly Years[]): void {
  const least = spans.length === 1 ? fewestYears.all : fewestYears.span;
  for (const span of spans) {
    const n = years.filter((year) => inYears(span, year)).length;
    if (n < least)
      fail(
        'designs/too-few-years',
        `${n} years with a value: a comparison without a group needs ${least} in a span`,
      );
  }
}

const withPrefix = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, rows]) =>
      name.startsWith(elsewhere) ? [[name.slice(elsewhere.length), rows]] : [],
    ),
  );

/** Part of the group that must have values. */
const leastOfGroup = 0.8;

/** One state and every member of a group that has a value in each of the years; the others are lost, and counted. */
function againstGroup(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Evidence {
  const [years, spans, sides] = [wholeSpan(p), spansOf(p), sidesOf(p)];
  const first = spans[0]!.from;
  const quantity = quantityOf(p.of);
  const name = sides[0]!.about[0]!;
  const ccode = stateIn(name, first, catalogue)!;
  const asked = membersOf(groupOf(p)!, first, answers, catalogue).filter((other) => other !== ccode);
  const seen = quantity.observe(
    [sides[0]!, ...asked.map((member) => ({ of: p.of, about: [member] }))],
    years,
    spans,
    answers,
    catalogue,
  );
  const complete = ({ years: own }: Yearly): boolean =>
    spans.every((span) => own.filter((year) => inYears(span, year)).length === span.to - span.from + 1);
  const one = seen.sides[0]!;
  if (!complete(one))
    fail('designs/no-value', `no value in each of the years: ${catalogue.states.nameOf(ccode, first)}`);
  const members = asked
    .map((member, i) => ({ ccode: member, yearly: seen.sides[i + 1]! }))
    .filter(({ yearly }) => complete(yearly));
  if (members.length < leastOfGroup * asked.length || members.length < 3)
    fail(
      'designs/thin-group',
      `${members.length} of ${asked.length} members of the group have values in all years`,
      {
        hint: `at least ${100 * leastOfGroup} % of them are needed, and three`,
      },
    );
  const without = asked.length - members.length;
  return {
    sides: [one],
    shown: [one],
    members,
    ccode,
    n: members.length + 1,
    of: 'states',
    lost: without > 0 ? { 'members of the group without a value in each of the years': without } : {},
    chances: [],
  };
}
