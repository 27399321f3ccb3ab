import { z } from 'zod';
import { countYears, type Years } from '../../kernel/years.js';
import { span } from '../span.js';
import { type Group, groupParameters } from './group.js';
import { quantities } from './quantities/index.js';
import type { Quantity, Side, Subject } from './quantities/quantity.js';

type Asked = Readonly<Record<string, unknown>>;

const quantity = z.union(
  Object.values(quantities).map((q) => q.parameters) as [z.ZodType<Asked>, ...z.ZodType<Asked>[]],
);

const pair = z.tuple([z.string().min(1), z.string().min(1)]);

export interface ComparisonParameters {
  readonly of: Asked;
  /** What the other side is about, where it is another quantity. */
  readonly against?: Asked | undefined;
  readonly one?: string | readonly string[] | undefined;
  readonly other?: string | readonly string[] | Group | undefined;
  readonly years?: Years | undefined;
  readonly from?: Years | undefined;
  readonly to?: Years | undefined;
  readonly as: 'difference' | 'less' | 'relative' | 'movement';
}

/** The quantity that a claim asks for, by the key that names it. */
export const quantityOf = (asked: Asked): Quantity =>
  Object.values(quantities).find(({ name }) => Object.hasOwn(asked, name))!;

const isGroup = (other: ComparisonParameters['other']): other is Group =>
  typeof other === 'object' && !Array.isArray(other);

export const groupOf = ({ other }: ComparisonParameters): Group | undefined =>
  isGroup(other) ? other : undefined;

const subject = (who: string | readonly string[] | undefined): Subject =>
  who === undefined ? [] : typeof who === 'string' ? [who] : who;

/** The side that the claim is about, and the one it is held against where that is one and no group. */
export function sidesOf(p: ComparisonParameters): readonly Side[] {
  const one = { of: p.of, about: subject(p.one) };
  if (isGroup(p.other) || (p.other === undefined && p.against === undefined)) return [one];
  return [one, { of: p.against ?? p.of, about: subject(p.other ?? p.one) }];
}

/** The years that are compared: one span, or an earlier and a later one. */
export const spansOf = ({ years, from, to }: ComparisonParameters): readonly Years[] =>
  years ? [years] : [from!, to!];

/** From the first of these years to the last. */
export const wholeSpan = (p: ComparisonParameters): Years => {
  const spans = spansOf(p);
  return { from: spans[0]!.from, to: spans.at(-1)!.to };
};

/** Fewest years of a span, and of both, where the variation of years is all that an interval has. */
export const fewestYears = { span: 3, all: 6 } as const;

/** Whether the interval comes from what is drawn anew: of both sides at once, so they are of one kind. */
export const isDrawnAnew = (p: ComparisonParameters): boolean =>
  quantityOf(p.of).drawnAnew && quantityOf(p.against ?? p.of) === quantityOf(p.of);

export function tooFewYears(p: ComparisonParameters): string | null {
  if (groupOf(p) || isDrawnAnew(p)) return null;
  const counts = spansOf(p).map(countYears);
  const all = counts.reduce((sum, n) => sum + n, 0);
  if (all >= fewestYears.all && Math.min(...counts) >= fewestYears.span) return null;
  return `${counts.join(' and ')} years: without a group a comparison needs ${fewestYears.all} years, ${fewestYears.span} in each span`;
}

export const comparisonParameters: z.ZodType<ComparisonParameters> = z
  .strictObject({
    of: quantity.describe(
      'what is compared: a variable, a share, a trade-share, votes, ideal-points, a count or a gap',
    ),
    against: quantity.optional().describe('what it is compared with, where that is another quantity'),
    one: z
      .union([z.string().min(1), pair])
      .optional()
      .describe('the state, or the pair, of which it is said'),
    other: z
      .union([z.string().min(1), pair, groupParameters])
      .optional()
      .describe('the state, pair or group with which it is compared'),
    years: span.optional().describe('the years compared, where no change is'),
    from: span.optional().describe('the earlier years of a change'),
    to: span.optional().describe('the later years of a change'),
    as: z
      .enum(['difference', 'less', 'relative', 'movement'])
      .default('difference')
      .describe(
        'difference: how much more, of levels or changes; less: how much less; relative: in per cent of both together; movement: of the sizes of changes, whichever way',
      ),
  })
  .superRefine((p, context) => {
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (p.years ? p.from || p.to : !(p.from && p.to))
      return refuse(p.years ? 'years' : p.from ? 'from' : 'to', 'write years, or both from and to');
    if (p.from && p.to && p.to.from <= p.from.to)
      return refuse('to', 'the later years begin after the earlier end');
    const group = isGroup(p.other);
    const first = quantityOf(p.of);
    const two = !group && (p.other !== undefined || p.against !== undefined);
    if (!group && !two && p.years)
      return refuse('years', 'write other, against, or from and to: there is nothing to compare with');
    for (const [key, asked, who] of [
      ['one', p.of, p.one],
      ['other', p.against ?? p.of, group ? undefined : (p.other ?? p.one)],
    ] as const) {
      if (key === 'other' && !two) continue;
      const { states, name } = quantityOf(asked);
      const are = who === undefined ? 0 : typeof who === 'string' ? 1 : 2;
      if (are !== states)
        return refuse(key, `${name} is about ${['nobody by name', 'one state', 'two states'][states]}`);
    }
    if (group && !first.ofEveryState)
      return refuse('other', `${first.name} is not had for each state of a group`);
    if (group && p.against) return refuse('against', 'a group is compared in the same quantity');
    if (p.as !== 'difference' && !two) return refuse('as', `${p.as} needs another side that is no group`);
    if (p.as === 'movement' && p.years) return refuse('as', 'movement compares changes: write from and to');
  }) as unknown as z.ZodType<ComparisonParameters>;
