import { z } from 'zod';
import { pictures } from './pictures.js';

/** Text that says something. */
const text = z
  .string()
  .min(1)
  .refine((said) => said.trim() !== '', 'expected text that is not empty');

const option = z.union([z.string().min(1), z.number(), z.boolean()]);
const slots = z
  .array(z.union([option, z.array(option).min(1)]))
  .min(1)
  .describe(
    'options; an inner list shares one slot, so that variants of one choice do not outweigh the others',
  );

const choiceName = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name in kebab-case');

const choices = z.record(choiceName, slots);

const dependent = z
  .object({
    where: z
      .record(z.string(), z.union([option, z.array(option).min(1)]))
      .optional()
      .describe('it is there only where these choices take these options'),
    options: slots.optional(),
    by: z.string().min(1).optional().describe('the choice whose options take different lists'),
  })
  .catchall(slots)
  .describe(
    'a list under `options` that is there only under some options of other choices (`where`), or another list for each option of a choice (`by`)',
  );

const alternatives = z.record(choiceName, z.union([slots, dependent]));

const specifications = z
  .union([
    z.array(z.record(z.string(), option)).min(1),
    z.string().regex(/^[^/\\]+\.csv$/, 'a .csv file beside the claim'),
  ])
  .describe(
    'the only specifications that are meant, in place of every combination: for each the option of every alternative; or a .csv file beside the claim with a column for each',
  );

const expectation = z
  .record(z.string(), z.unknown())
  .describe(
    'the effect as the design names it and what is claimed of it (`ratio: above 1`), `matters-from`, the smallest effect that matters, and `because`, why; of a figure what is stated (`figure: at least 80`), the `margin` within which a record agrees, and `because`',
  );

const cap = z
  .strictObject({ favours: z.enum(['for', 'against']), because: text })
  .describe('a source whose error has a known direction: the verdict that it favours is at most “leans”');

const mirror = z.strictObject({
  swap: z
    .record(z.string(), z.string().min(1))
    .refine((swap) => Object.keys(swap).length > 0, 'a pair of names')
    .describe('names that change places wherever they stand in the test, its readings and alternatives'),
  says: text.describe('the sentence that the swapped test puts to the test'),
  cap: cap.optional(),
});

const tested = {
  test: z
    .looseObject({ design: z.string() })
    .describe('the design and its parameters; `$name` stands for a choice'),
  expect: expectation,
  readings: choices
    .optional()
    .describe('choices that change the question: each has its own verdict, the most plainly meant first'),
  alternatives: alternatives
    .optional()
    .describe('choices that a fair analyst could make otherwise without changing the question'),
  specifications: specifications.optional(),
  'since-then': z
    .record(z.string(), z.union([option, z.array(option).min(1)]))
    .refine((since) => Object.keys(since).length > 0, 'expected a choice and the options to which it moves')
    .optional()
    .describe('choices that move the test to the years after publication'),
  cap: cap.optional(),
  mirror: z
    .union([mirror, z.array(mirror).min(1), z.strictObject({ none: text })])
    .optional()
    .describe(
      'the same test turned on the other side: the names that are swapped and the sentence that is tested then, once or several times; or why there is none',
    ),
};

const common = {
  claim: text.describe('the sentence about the world, in our own words'),
  by: z.string().optional().describe('who makes it, where not the author of the article'),
  period: z
    .union([z.string(), z.number()])
    .optional()
    .describe('the years of which the author speaks: 2010-2021'),
  measured: text.describe('what is measured, in plain words'),
  'counts-against': text.describe('what would count against the claim'),
  'not-in-record': z.array(z.string()).optional().describe('what the record does not hold'),
  analyses: z
    .array(z.strictObject({ cite: z.string(), says: z.string() }))
    .optional()
    .describe('published analyses of the same question'),
};

/** A claim with one test, with several named parts, waiting for a design, or untestable. */
export const claimSchema = z
  .strictObject({
    ...common,
    test: tested.test.optional(),
    expect: tested.expect.optional(),
    readings: tested.readings,
    alternatives: tested.alternatives,
    specifications: tested.specifications,
    'since-then': tested['since-then'],
    cap: tested.cap,
    mirror: tested.mirror,
    parts: z
      .record(choiceName, z.strictObject({ ...tested }))
      .optional()
      .describe('several tests, never pooled: the worst part decides'),
    awaits: z
      .union([
        z.array(z.string()).min(1),
        z.record(z.string(), text).refine((waits) => Object.keys(waits).length > 0, 'expected a design'),
      ])
      .optional()
      .describe('designs that are not built yet; or each with what it is to test: `actors: whether …`'),
    labels: z
      .record(z.string(), z.string())
      .optional()
      .describe(
        'words for choices and options, for the page: `pact: which states count as allies`, `pact=defence: …`',
      ),
    pictures: pictures.optional(),
    untestable: z
      .strictObject({ because: text, 'would-settle': text })
      .optional()
      .describe('why the record cannot settle it, and which data would'),
  })
  .describe('A claim: a sentence about the world, who makes it, and how it is tested.');

export type ClaimFile = z.infer<typeof claimSchema>;
export type TestFile = z.infer<z.ZodObject<typeof tested>>;

export const argumentSchema = z
  .strictObject({
    title: text,
    author: text,
    outlet: text,
    published: z
      .union([
        z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a day, month or year such as 2021-11-27, 2021-11 or 2021'),
        z.int().min(1000).max(9999).transform(String),
      ])
      .optional(),
    summary: text.describe('what the article argues, in our own words'),
    claims: z.array(choiceName).min(1).describe('ids of its claims, in order'),
  })
  .describe('An argument: an article and the claims it makes.');
