import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { DecimalMark } from './own-numbers.js';

/** What a row of a user's own table may be about. */
export const ownLevels = ['state-year', 'dyad-year', 'system-year'] as const;
export type OwnLevel = (typeof ownLevels)[number];

/** What the user says of a variable. */
export interface OwnVariable {
  readonly title?: string | undefined;
  readonly unit?: string | undefined;
  readonly definition?: string | undefined;
  /** Ends of its scale. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** How a table of the user's own is to be read. Only its level must be said. */
export interface OwnRequest {
  readonly level: OwnLevel;
  /** Columns that name the state (of a pair, both), and the year; found by their names where not said. */
  readonly states?: readonly string[] | undefined;
  readonly year?: string | undefined;
  /** Columns to take as variables; every column of numbers where not said. */
  readonly columns?: readonly string[] | undefined;
  /** What variables begin with: the name of the table and `_`. */
  readonly prefix?: string | undefined;
  readonly decimal?: DecimalMark | undefined;
  /** Further texts that mean that there is no value: `-99`. */
  readonly missing?: readonly string[] | undefined;
  /** Names whose rows are left out: `World`. */
  readonly leaveOut?: readonly string[] | undefined;
  /** Names that stand for others: `{ Korea: 'South Korea' }`. */
  readonly readAs?: Readonly<Record<string, string>> | undefined;
  /** Of pairs: what is said of one direction holds of both. */
  readonly symmetric?: boolean | undefined;
  readonly title?: string | undefined;
  readonly citation?: string | undefined;
  /** By the name of the column. */
  readonly variables?: Readonly<Record<string, OwnVariable>> | undefined;
}

/** Reads a level. Throws `world/unknown-level`. */
export const parseOwnLevel = (text: string): OwnLevel =>
  ownLevels.find((level) => level === text) ??
  fail('world/unknown-level', `no level of a table of one’s own: ${text}`, {
    hint: didYouMean(text, ownLevels),
  });

const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Refuses a name that is no plain word (it becomes a folder and the beginning of variables), or that a source has.
 * Throws `world/own-name`, `world/own-name-taken`.
 */
export function checkOwnName(name: string, taken: readonly string[]): void {
  if (taken.includes(name))
    fail('world/own-name-taken', `${name} is the name of a source`, {
      hint: 'choose another, such as mine',
    });
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name) || devices.test(name))
    fail('world/own-name', `no name for a table: ${JSON.stringify(name)}`, {
      hint: 'use up to 31 small letters, digits and _, a letter first: mine',
    });
}

/** Throws `world/own-name` for a prefix that variables cannot begin with. */
export function checkPrefix(prefix: string): void {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(prefix))
    fail('world/own-name', `no beginning for names of variables: ${JSON.stringify(prefix)}`, {
      hint: 'use small letters, digits and _, a letter first: mine_',
    });
}
