import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Expectation, Stated } from './claim.js';
import type { Path } from './yaml-file.js';

const bound = /^(at least|more than|over|at most|less than|fewer than|under)?\s*(-?\d[\d,]*(?:\.\d+)?)$/;

const bounds = {
  'at least': 'at-least',
  'more than': 'more-than',
  over: 'more-than',
  'at most': 'at-most',
  'less than': 'less-than',
  'fewer than': 'less-than',
  under: 'less-than',
} as const;

const ranks = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/**
 * Reads `expect` of a figure: `{ figure: at least 80, margin: 0, because: … }`. The figure is a number, `at least`,
 * `more than`, `at most` or `less than` a number, a place in an order (`first`), or a list. The margin is how far a
 * record may lie off and still agree, in the unit of the figure (of a list: how many members too few or too many).
 * Throws `claims/unknown-effect`, `claims/missing-key`, `claims/wrong-value`, `claims/malformed-expectation`.
 */
export function parseStated(
  written: Readonly<Record<string, unknown>>,
  effect: string,
  at: (path: Path) => Place,
): Expectation {
  const { [effect]: figure, margin, because, ...rest } = written;
  const stray = Object.keys(rest)[0];
  if (stray !== undefined) {
    fail('claims/unknown-effect', `unknown key in expect: ${stray}`, {
      at: at([stray]),
      hint: didYouMean(stray, [effect, 'margin', 'because']),
    });
  }
  const missing = (key: string, hint: string): never =>
    fail('claims/missing-key', `missing in expect: ${key}`, { at: at([key]), hint });
  if (figure === undefined) missing(effect, `say what is stated, such as ${effect}: at least 80`);
  if (margin === undefined) missing('margin', 'say how far a record may lie off and still agree: 0, or more');
  if (typeof margin !== 'number' || !(margin >= 0) || !Number.isFinite(margin)) {
    fail('claims/wrong-value', `wrong value for margin: ${String(margin)}`, {
      at: at(['margin']),
      hint: 'expected a number from 0',
    });
  }
  if (typeof because !== 'string' || because.trim() === '')
    missing('because', 'say who states the figure, and why the margin is fair');
  const stated = readStated(figure) ?? malformed(figure, at([effect]));
  return {
    effect,
    rule: 'as-stated',
    direction: 'above',
    threshold: stated.is === 'list' ? stated.items.length : stated.number,
    matters: margin,
    because: String(because).trim(),
    stated,
  };
}

const malformed = (figure: unknown, at: Place): never =>
  fail('claims/malformed-expectation', `cannot be read as a figure: ${JSON.stringify(figure)}`, {
    at,
    hint: 'expected 44, at least 80, more than 50, at most 10, less than 0, first, or a list: [USA, RUS]',
  });

function readStated(figure: unknown): Stated | undefined {
  if (Array.isArray(figure)) {
    const items = figure.filter((item): item is string => typeof item === 'string' && item !== '');
    return items.length === figure.length && new Set(items).size === items.length && items.length > 0
      ? { is: 'list', items }
      : undefined;
  }
  const text = String(figure).trim();
  const rank = ranks.indexOf(text);
  if (rank >= 0) return { is: 'rank', number: rank + 1 };
  const [whole, words, number] = bound.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const is = words === undefined ? 'exactly' : bounds[words as keyof typeof bounds];
  return { is, number: Number(number!.replaceAll(',', '')) };
}

/** What is stated, in words: `at least 80`, `the first place`, `a list of 3`. */
export function statedWords(stated: Stated, show: (x: number) => string = String): string {
  if (stated.is === 'list') return stated.items.join(', ');
  if (stated.is === 'rank') return `${ranks[stated.number - 1]} place`;
  return `${stated.is === 'exactly' ? '' : `${stated.is.replace('-', ' ')} `}${show(stated.number)}`;
}
