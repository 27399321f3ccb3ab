import type { Design } from '../designs/design.js';
import { contentHash } from '../kernel/canonical.js';
import type { Years } from '../kernel/years.js';
import type { Catalogue } from '../world/open.js';
import type { Claim, Part } from './claim.js';
import { placeOf, placingCulprits } from './culprit.js';
import { type Template, templateOf } from './filled-in.js';
import { mistakeIn } from './mistake.js';
import type { Choices, Specification } from './specification.js';

/** What all specifications of a part have in common. */
interface Common {
  readonly claim: Claim;
  readonly name: string;
  readonly part: Part;
  readonly design: Design;
  readonly fill: Template;
}

/**
 * One combination of choices, checked. There may be a hundred thousand of them: each holds its choices, its weight and
 * what was found in checking it, and makes its parameters and its key when it is asked for them.
 */
class Unfolded implements Specification {
  readonly #common: Common;
  #key: string | undefined;
  readonly claim: string;
  readonly part: string;
  readonly design: string;
  readonly matters: number;
  declare readonly parameters: unknown;
  declare readonly key: string;

  constructor(
    common: Common,
    readonly reading: string,
    readonly choices: Choices,
    readonly weight: number,
    readonly observes: Years,
    readonly impossible: string | undefined,
  ) {
    this.#common = common;
    this.claim = common.name;
    this.part = common.part.name;
    this.design = common.part.design;
    this.matters = mattersOf(common, choices);
    Object.defineProperty(this, 'parameters', parametersWhenAsked);
    Object.defineProperty(this, 'key', keyWhenAsked);
  }

  static parametersOf(s: Unfolded): unknown {
    return parametersOf(s.#common, s.choices);
  }

  static keyOf(s: Unfolded): string {
    s.#key ??= contentHash([s.design, s.parameters]);
    return s.#key;
  }
}

/** Properties of each specification itself, so that a copy of it has them. */
const parametersWhenAsked: PropertyDescriptor & ThisType<Unfolded> = {
  enumerable: true,
  get() {
    return Unfolded.parametersOf(this);
  },
};
const keyWhenAsked: PropertyDescriptor & ThisType<Unfolded> = {
  enumerable: true,
  get() {
    return Unfolded.keyOf(this);
  },
};

/**
 * Makes specifications of a part from their choices. Each is asked for its years, and whether the record can serve it.
 * Throws `claims/…` with the place of the value that cannot be asked.
 */
export function unfolding(
  claim: Claim,
  part: Part,
  design: Design,
  catalogue: Catalogue,
): (reading: string, choices: Choices, weight: number) => Specification {
  const name = `${claim.argument}/${claim.id}`;
  const common: Common = { claim, name, part, design, fill: templateOf(part.test) };
  const [sameReason, sameYears] = [once<string>(), once<Years>()];
  return (reading, choices, weight) => {
    const parameters = parametersOf(common, choices);
    const work = (): Specification => {
      const years = design.observes(parameters);
      const reason = design.cannot(parameters, catalogue) ?? undefined;
      return new Unfolded(
        common,
        reading,
        choices,
        weight,
        sameYears(10_000 * years.from + years.to, years),
        reason && sameReason(reason, reason),
      );
    };
    return placingCulprits(claim, part, choices, common.fill, work);
  };
}

/** Gives the first of all values with one key. */
function once<T>(): (key: string | number, value: T) => T {
  const known = new Map<string | number, T>();
  return (key, value) => {
    const before = known.get(key);
    if (before === undefined) known.set(key, value);
    return before ?? value;
  };
}

function parametersOf({ claim, part, design, fill }: Common, choices: Choices): unknown {
  const filled = fill(choices);
  const result = design.parameters.safeParse(filled);
  if (result.success) return result.data;
  throw mistakeIn(result.error, design.parameters, filled, (path, of) =>
    placeOf(claim, part, choices, path, of),
  );
}

/** The smallest effect that matters, as a distance from the threshold on the design’s scale; of a figure, its margin. */
function mattersOf({ part: { expect }, design }: Common, choices: Choices): number {
  const { matters } = expect;
  if (expect.stated && typeof matters === 'number') return matters;
  const from = typeof matters === 'number' ? matters : matters.from[String(choices[matters.by])]!;
  const scale = design.effect.scale === 'log' ? Math.log : (x: number): number => x;
  return Math.abs(scale(from) - scale(expect.threshold));
}
