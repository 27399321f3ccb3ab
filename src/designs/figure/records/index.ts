import { change } from './change.js';
import { count } from './count.js';
import { fact } from './fact.js';
import { list } from './list.js';
import { rank } from './rank.js';
import type { RecordKind } from './record.js';
import { value } from './value.js';

/** Every way to ask for a recorded figure, by the key that names it. */
export const recordKinds = { count, fact, value, 'rank-of': rank, list, change } as unknown as Readonly<
  Record<string, RecordKind<unknown>>
>;
