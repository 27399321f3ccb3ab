import { z } from 'zod';
import type { Years } from '../../kernel/years.js';
import { span } from '../span.js';
import { type YardstickName, yardstickOf, yardsticks } from './yardstick.js';

const change = z.enum(['endpoints', 'yearly', 'from-peak']);

const of = z
  .union([
    z.strictObject({ 'fall-in': z.string(), over: span, as: change }),
    z.strictObject({ 'rise-in': z.string(), over: span, as: change }),
    z.strictObject({ total: z.string(), in: z.number().int() }),
  ])
  .describe(
    'what is shared out: all falls (or rises) of a score over some years, or the total of an amount in a year',
  );

/** Ways to say who is an ally. */
export const pacts = ['defence', 'any-alliance', 'treaty-allies-2021', 'treaty-allies-without-rio'] as const;

const group = z
  .union([
    z.strictObject({ 'allies-of': z.string(), by: z.enum(pacts), and: z.array(z.string()).optional() }),
    z.strictObject({ states: z.array(z.string()).min(1) }),
  ])
  .describe('the states on which it falls');

const against = z.enum(Object.keys(yardsticks) as [YardstickName, ...YardstickName[]]);

export const shareParameters = z.strictObject({ of, group, against }).superRefine((p, context) => {
  const change = yardstickOf(p.against).room?.change;
  if (change === undefined || change in p.of) return;
  context.addIssue({
    code: 'custom',
    path: ['against'],
    message: `${p.against} is a yardstick for ${change} only`,
  });
});

export type ShareParameters = z.infer<typeof shareParameters>;

/** What is shared out, in one shape. */
export interface Shared {
  readonly variable: string;
  readonly over: Years;
  readonly kind: 'fall' | 'rise' | 'total';
  readonly as: z.infer<typeof change>;
}

export function sharedOut({ of }: ShareParameters): Shared {
  if ('fall-in' in of) return { variable: of['fall-in'], over: of.over, kind: 'fall', as: of.as };
  if ('rise-in' in of) return { variable: of['rise-in'], over: of.over, kind: 'rise', as: of.as };
  return { variable: of.total, over: { from: of.in, to: of.in }, kind: 'total', as: 'endpoints' };
}
