import { settled } from '../../kernel/canonical.js';
import { EntenteError } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import { continuing } from '../../measures/continuing-states.js';
import type { Answers, Catalogue } from '../../world/open.js';
import type { Placebos, Placed } from '../design.js';
import { theState } from '../the-state.js';
import { evidence, sidesOfEach } from './evidence.js';
import { type ComparisonParameters, groupOf, quantityOf, sidesOf, spansOf, wholeSpan } from './parameters.js';
import { gapTo, pointOf } from './point.js';
import { inYears, type Side, type Yearly } from './quantities/quantity.js';
import { effectOf, inCommon, levelOrChange } from './statistic.js';
import { nameOf, stateIn } from './subjects.js';

/**
 * The difference with others in the place of the one: of a group, each of its members against the rest; of a state, each
 * other state that has values in all the years that are compared; of a pair, each other state in the place of the
 * second of the two, wherever that one stands; of a change that names nobody, each earlier date in the place of the one
 * between the two spans (`ofDates`).
 */
export const comparisonPlacebos: Placebos<ComparisonParameters> = {
  cannot(p) {
    const { states, ofOthers } = quantityOf(p.of);
    if (isOfDates(p)) return null;
    if (states === 0)
      return 'It counts in how many states something is so, and names none in whose place another could stand.';
    return states === 2 && !ofOthers ? 'The record holds no such figure of other pairs.' : null;
  },
  says(p, catalogue) {
    if (isOfDates(p)) return { who: 'each earlier date', inPlaceOf: between(p, 0) };
    const named = (name: string | number): string => theState(nameOf([name], wholeSpan(p).to, catalogue));
    const [first, second] = sidesOf(p)[0]!.about;
    const inPlaceOf = second === undefined ? named(first!) : `${named(second)} beside ${named(first!)}`;
    return { who: groupOf(p) ? 'each member of the group' : 'each other state', inPlaceOf };
  },
  needs(p, catalogue) {
    const sides = sidesOf(p);
    const place = sides[0]!.about[1];
    const { ofOthers } = quantityOf(p.of);
    return place !== undefined && ofOthers
      ? ofOthers.needs(sides, place, wholeSpan(p), spansOf(p), catalogue)
      : {};
  },
  estimates(p, answers, catalogue) {
    if (isOfDates(p)) return ofDates(p, answers, catalogue);
    if (groupOf(p)) return ofMembers(p, answers, catalogue);
    return quantityOf(p.of).states === 2 ? ofPairs(p, answers, catalogue) : ofStates(p, answers, catalogue);
  },
};

/** Whether it is a change in time alone, of which earlier ones can be had. */
const isOfDates = (p: ComparisonParameters): boolean =>
  p.to !== undefined && sidesOf(p).length === 1 && quantityOf(p.of).atOtherDates === true;

/** The year between the two spans, some years earlier; of several the first and the last. */
const between = ({ from, to }: ComparisonParameters, earlier: number): string => {
  const [first, last] = [from!.to + 1 - earlier, to!.from - 1 - earlier];
  if (first > last) return `the end of ${from!.to - earlier}`;
  return showYears({ from: first, to: last });
};

/**
 * The same change at every earlier date: both spans moved back by so many years that the later one ends before the date
 * itself, and by one year more each time, as far as the answers go. Those
 * for which too few of the states had a seat are left out.
 */
function ofDates(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Placed[] {
  const [from, to] = [p.from!, p.to!];
  const moved = (years: Years, by: number): Years => ({ from: years.from - by, to: years.to - by });
  const first = evidence(p, answers, catalogue).shown[0]!.years[0]!;
  const found: Placed[] = [];
  for (let by = to.to - from.to; from.from - by >= first; by++) {
    try {
      const earlier = { ...p, from: moved(from, by), to: moved(to, by) };
      const value = pointOf(earlier, evidence(earlier, answers, catalogue));
      found.push({ name: between(p, by), value });
    } catch (error) {
      if (!(error instanceof EntenteError && error.code === 'designs/thin-group')) throw error;
    }
  }
  return found;
}

const placed = (state: number, value: number, p: ComparisonParameters, { states }: Catalogue): Placed[] =>
  Number.isFinite(value) ? [{ name: states.nameOf(state, wholeSpan(p).to), value: settled(value) }] : [];

function ofMembers(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Placed[] {
  const { sides, members } = evidence(p, answers, catalogue);
  const spans = spansOf(p);
  const own = levelOrChange(sides[0]!, spans);
  const changes = members.map(({ yearly }) => levelOrChange(yearly, spans));
  return members.flatMap(({ ccode }, i) =>
    placed(ccode, gapTo(changes[i]!, [own, ...changes.filter((_, j) => j !== i)]), p, catalogue),
  );
}

function ofPairs(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Placed[] {
  const sides = sidesOf(p);
  const { ofOthers } = quantityOf(p.of);
  const found = ofOthers!.observe(sides, sides[0]!.about[1]!, answers, catalogue);
  const needed = comparedYears(p, evidence(p, answers, catalogue).sides);
  return [...found].flatMap(([state, each]) => {
    const yearly = inCommon(each);
    return needed.every((year) => yearly[0]!.years.includes(year))
      ? placed(state, effectOf(p)(yearly), p, catalogue)
      : [];
  });
}

function ofStates(p: ComparisonParameters, answers: Answers, catalogue: Catalogue): Placed[] {
  const sides = sidesOf(p);
  const { from, to } = wholeSpan(p);
  const one = sides[0]!.about[0]!;
  const taken = new Set(sides.flatMap(({ about }) => about).map((name) => stateIn(name, to, catalogue)));
  const others = [...new Set(catalogue.states.spells.map(({ ccode }) => continuing(ccode)))]
    .filter((state) => !taken.has(state) && isMember(state, from, to, catalogue))
    .sort((a, b) => a - b);
  const about = (side: Side, state: number): Side =>
    side.about[0] === one ? { ...side, about: [state] } : side;
  const seen = sidesOfEach(
    p,
    [sides, ...others.map((state) => sides.map((side) => about(side, state)))],
    answers,
    catalogue,
  ).map(inCommon);
  const needed = comparedYears(p, seen[0]!);
  return others.flatMap((state, i) => {
    const own = seen[i + 1]!;
    const has = new Set(own[0]!.years);
    return needed.every((year) => has.has(year)) ? placed(state, effectOf(p)(own), p, catalogue) : [];
  });
}

/** The years within the spans in which what is claimed has values: others must have them too. */
const comparedYears = (p: ComparisonParameters, [one]: readonly Yearly[]): readonly number[] =>
  one!.years.filter((year, t) => one!.weights[t]! > 0 && spansOf(p).some((span) => inYears(span, year)));

/** Whether a state was a member at both ends, under whatever number. */
const isMember = (state: number, from: number, to: number, { states }: Catalogue): boolean =>
  [from, to].every((year) =>
    states.spells.some((s) => continuing(s.ccode) === state && s.from <= year && year <= s.to),
  );
