import type { Designs } from '../claims/designs.js';
import { runSpecifications } from '../runs/schedule.js';
import type { Tables } from '../verdicts/test-claims.js';
import type { ClaimVerdict } from '../verdicts/verdict.js';
import type { World } from '../world/open.js';
import type { Answered } from './answer-question.js';
import { type AskOptions, askAll } from './ask.js';
import { type Critic, type Heard, heardOf } from './critic.js';
import {
  absent,
  type ClaimCritiques,
  type CriticName,
  type Critique,
  type PartCritiques,
} from './critique.js';
import { leaveOneOut } from './leave-one-out.js';
import { measurementError } from './measurement-error.js';
import { type MirrorTable, mirrorCritiques, mirrorTables } from './mirror.js';
import { placebo } from './placebo.js';
import type { Question } from './question.js';
import { sinceCritique } from './since.js';

/** The critics that ask the record, by the name under which their critiques stand. */
const asking = [
  ['measurement-error', measurementError],
  ['leave-one-out', leaveOneOut],
  ['placebo', placebo],
] as const satisfies readonly (readonly [CriticName, Critic<Question['kind']> | unknown])[];

/** The mirror claims of claims, by part, ready to run. */
export type Mirrors = readonly (readonly (readonly MirrorTable[])[])[];

/** Unfolds the mirror claims. Throws `claims/…` before anything runs. */
export const mirrorsOf = (tables: readonly Tables[], designs: Designs, world: World): Mirrors =>
  tables.map((t) => t.parts.map((part) => mirrorTables(part, designs, world)));

/**
 * What the critics say of claims that were tested, part by part, of the first reading of each: measurement error, one
 * state left out, others in its place, the mirror claim, the years since. Each says its finding in a sentence, or why it
 * makes no sense there. What is asked of the record is kept and shared among workers as estimates are.
 */
export async function criticise(
  tables: readonly Tables[],
  verdicts: readonly ClaimVerdict[],
  mirrors: Mirrors,
  designs: Designs,
  world: World,
  options: AskOptions,
): Promise<ClaimCritiques[]> {
  const heard = tables.map((t, i) =>
    t.parts.map((part, j) => heardOf(part, verdicts[i]!.parts[j]!, designs[part.table.part.design]!, world)),
  );
  const { onAnswer, ...run } = options;
  const outcomes = await runSpecifications(
    mirrors.flat(2).map((m) => m.table),
    designs,
    world,
    { ...run, alone: true },
  );
  const findings = await askedOf(heard, tables, designs, world, { ...run, ...(onAnswer && { onAnswer }) });
  return tables.map(({ claim, parts }, i) => ({
    argument: claim.argument,
    claim: claim.id,
    parts: parts.flatMap((part, j): PartCritiques[] => {
      const verdict = verdicts[i]!.parts[j]!;
      const [reading] = verdict.readings;
      if (!reading) return [];
      const design = designs[part.table.part.design]!;
      return [
        {
          part: part.table.part.name,
          reading: reading.reading,
          critiques: [
            ...(findings[i]![j] ?? nothingAsked),
            ...mirrorCritiques(part, mirrors[i]![j]!, reading, outcomes, design),
            sinceCritique(verdict, part.table.part.since),
          ],
        },
      ];
    }),
  }));
}

/** Where no test has an estimate. */
const nothingAsked: readonly Critique[] = asking.map(([name]) =>
  absent(name, 'None of its tests has an estimate.'),
);

/** The critiques of the critics that ask the record, by claim and part. */
async function askedOf(
  heard: readonly (readonly (Heard | undefined)[])[],
  tables: readonly Tables[],
  designs: Designs,
  world: World,
  options: AskOptions,
): Promise<readonly (readonly (readonly Critique[] | undefined)[])[]> {
  const all = heard.flatMap((parts, i) =>
    parts.flatMap((part) => {
      const { argument, id } = tables[i]!.claim;
      if (!part) return [];
      return asking.map(([name, critic]) => ({
        part,
        name,
        critic: critic as Critic<Question['kind']>,
        claim: `${argument}.${id}`,
        why: critic.cannot(part),
      }));
    }),
  );
  const asked = all.filter((a) => a.why === null);
  const answers = await askAll(
    asked.map(({ part, critic, claim }) => ({ question: questionOf(part, critic.kind), claim })),
    designs,
    world,
    options,
  );
  const answered = new Map(asked.map((a, k) => [a, answers[k]!]));
  const critique = (a: (typeof all)[number]): Critique =>
    a.why === null
      ? a.critic.finds(a.part, answered.get(a) as Answered[Question['kind']] as never)
      : absent(a.name, a.why);
  return heard.map((parts) => parts.map((part) => part && all.filter((a) => a.part === part).map(critique)));
}

const questionOf = (heard: Heard, kind: Question['kind']): Question => ({
  kind,
  design: heard.design.name,
  specifications: heard.specifications,
  typical: heard.typical,
  scale: heard.scale,
});
