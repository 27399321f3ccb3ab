import type { Years } from '../kernel/years.js';
import type { Option } from './claim.js';

export type Choices = Readonly<Record<string, Option>>;

/** One choice for every alternative, ready to run. */
export interface Specification {
  readonly claim: string;
  readonly part: string;
  /** The reading it belongs to, as `name=option`, several joined by `, `; `as stated` where the claim has one meaning. */
  readonly reading: string;
  /** All choices, those of the reading first. An alternative that is not there has no option. */
  readonly choices: Choices;
  /** Weight within its reading (see `combinations`; the same for all where the author lists them). Sums to 1 over all. */
  readonly weight: number;
  readonly design: string;
  /** The parameters of the design, choices filled in; made anew each time, so that a hundred thousand need no room. */
  readonly parameters: unknown;
  /** The smallest effect that matters, on the design’s scale, as an absolute distance from no effect. */
  readonly matters: number;
  readonly observes: Years;
  /** Why the record cannot serve it; such a combination is never run. */
  readonly impossible: string | undefined;
  /** Identity of the computation: design, parameters. Two claims that ask the same share it. */
  readonly key: string;
}
