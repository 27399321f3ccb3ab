import type { Alternative, Claim, Option, Part } from '../../claims/claim.js';
import { multiverse } from '../../claims/multiverse.js';
import type { Specification } from '../../claims/specification.js';
import { designs } from '../../designs/index.js';
import { fail } from '../../kernel/errors.js';
import type { Years } from '../../kernel/years.js';
import type { World } from '../../world/open.js';
import type { Asker } from './ask.js';

/** The test of a new claim, before it is known what is expected of it. */
export interface TestDraft {
  readonly design: string;
  /** `test` of the claim without `design`; `$name` stands for a choice. */
  readonly test: Readonly<Record<string, unknown>>;
  /** What stands behind a key of `test`, for who never saw such a file. */
  readonly notes: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, readonly Option[]>>;
  readonly alternatives: Readonly<Record<string, readonly Option[]>>;
  readonly labels: Readonly<Record<string, string>>;
  /** The unit of the effect, for one option of `variable` or for all. */
  unit(variable: string): string;
  /** The variables between which the claim may choose. */
  readonly variables: readonly string[];
  /** In a sentence: `the mean of …`. */
  readonly measured: string;
  /** What would count against a claim that expects more, or less, or neither. */
  readonly against: { readonly above: string; readonly below: string; readonly neither: string };
}

/** What the questions of a design may look at. */
export interface Drafting {
  readonly asker: Asker;
  readonly world: World;
  /** The years of which the author speaks. */
  readonly period: Years;
}

/** The questions of one design. */
export type DraftTest = (drafting: Drafting) => Promise<TestDraft>;

type Probed = Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'>;

const slots = (choices: Readonly<Record<string, readonly Option[]>>): Alternative[] =>
  Object.entries(choices).map(([name, options]) => ({ name, slots: options.map((o) => [o]) }));

/** The specifications that a draft would have. Throws what the design says of its parameters. */
export function specificationsOf(draft: Probed, world: World): readonly Specification[] {
  const { effect } = designs[draft.design]!;
  const part: Part = {
    name: '',
    design: draft.design,
    test: draft.test,
    expect: {
      effect: effect.name,
      rule: 'more',
      direction: 'above',
      threshold: effect.none,
      matters: effect.none + 1,
      because: '',
    },
    readings: slots(draft.readings),
    alternatives: slots(draft.alternatives),
    since: undefined,
    cap: undefined,
  };
  const claim = { argument: '', id: '', parts: [part], at: () => ({}) } as unknown as Claim;
  return multiverse(claim, part, designs, world).specifications;
}

/** Refuses a draft that the record cannot serve at all. Throws `claims/nothing-possible` with the first reason. */
export function checkPossible(draft: Probed, world: World): void {
  const all = specificationsOf(draft, world);
  if (all.some((s) => s.impossible === undefined)) return;
  const reasons = [...new Set(all.map((s) => s.impossible!))];
  fail('claims/nothing-possible', 'the record cannot serve any of these', {
    hint: `${reasons.slice(0, 3).join('; ')}${reasons.length > 3 ? ' …' : ''}`,
  });
}
