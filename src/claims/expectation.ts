import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Alternative, Expectation } from './claim.js';
import type { Path } from './yaml-file.js';

const pattern = /^(?:(not|no more than|no different from)\s+)?(above|below)?\s*(-?\d+(?:\.\d+)?)$/;

/**
 * Reads `expect`: `{ ratio: above 1, matters-from: 1.1, because: … }`.
 * `above x` / `below x`: more, directional. `not above x` / `not below x`: no more than, absence on one side.
 * `no different from x`: no effect, absence on both.
 * Throws `claims/expect-…` with the place.
 */
export function parseExpectation(
  written: Readonly<Record<string, unknown>>,
  effects: readonly string[],
  choices: readonly Alternative[],
  at: (path: Path) => Place,
): Expectation {
  const { 'matters-from': from, because, ...rest } = written;
  const named = Object.keys(rest);
  const stray = named.find((k) => !effects.includes(k));
  if (stray !== undefined) {
    fail('claims/unknown-effect', `unknown key in expect: ${stray}`, {
      at: at([stray]),
      hint: didYouMean(stray, [...effects, 'matters-from', 'because']),
    });
  }
  const effect =
    named[0] ??
    fail('claims/missing-key', 'missing in expect: the effect and what is claimed of it', {
      at: at([]),
      hint: `expected ${effects[0] ?? 'effect'}: above …`,
    });
  if (typeof because !== 'string' || because.trim() === '') {
    fail('claims/missing-key', 'missing in expect: because', {
      at: at(['because']),
      hint: 'say why an effect below matters-from would not matter, with a citation',
    });
  }
  const said = String(rest[effect]).trim();
  const match = pattern.exec(said);
  const [, negation, side, number] = match ?? [];
  const absent = negation === 'no different from';
  if (!match || absent === (side !== undefined) || negation === 'no more than') {
    fail('claims/malformed-expectation', `cannot be read as an expectation: ${said}`, {
      at: at([effect]),
      hint: 'expected above 1, below 0, not above 0, not below 0 or no different from 0',
    });
  }
  const expectation: Expectation = {
    effect,
    rule: absent ? 'no-effect' : negation === 'not' ? 'no-more-than' : 'more',
    direction: side === 'below' ? 'below' : 'above',
    threshold: Number(number),
    matters: parseMatters(from, choices, at),
    because: because.trim(),
  };
  for (const value of allMatters(expectation)) checkSide(expectation, value, at);
  return expectation;
}

const allMatters = ({ matters }: Expectation): number[] =>
  typeof matters === 'number' ? [matters] : Object.values(matters.from);

function checkSide(e: Expectation, matters: number, at: (path: Path) => Place): void {
  const beyond = e.direction === 'above' ? matters > e.threshold : matters < e.threshold;
  if (!beyond) {
    fail('claims/matters-on-wrong-side', `matters-from: ${matters} is not ${e.direction} ${e.threshold}`, {
      at: at(['matters-from']),
      hint: 'the smallest effect that matters lies on the side that the claim speaks of',
    });
  }
}

function parseMatters(
  from: unknown,
  choices: readonly Alternative[],
  at: (path: Path) => Place,
): Expectation['matters'] {
  if (typeof from === 'number' && Number.isFinite(from)) return from;
  if (from === null || typeof from !== 'object' || Array.isArray(from)) {
    fail(
      from === undefined ? 'claims/missing-key' : 'claims/wrong-value',
      'matters-from is a number, or one for each option of a choice',
      {
        at: at(['matters-from']),
        hint: 'expected matters-from: 1.1, or { by: measure, cinc: 1, gdp: 2 }',
      },
    );
  }
  const { by, ...numbers } = from as Record<string, unknown>;
  const choice = choices.find((c) => c.name === by);
  if (!choice) {
    fail('claims/unknown-choice', `matters-from.by names no reading or alternative: ${String(by)}`, {
      at: at(['matters-from', 'by']),
      hint: didYouMean(
        String(by),
        choices.map((c) => c.name),
      ),
    });
  }
  const options = choice.slots.flat().map(String);
  for (const option of options) {
    if (typeof numbers[option] !== 'number') {
      fail('claims/missing-key', `matters-from has no number for ${option}`, {
        at: at(['matters-from']),
        hint: `expected one for each of ${options.join(', ')}`,
      });
    }
  }
  const stray = Object.keys(numbers).find((k) => !options.includes(k));
  if (stray !== undefined) {
    fail('claims/unknown-key', `matters-from names no option: ${stray}`, {
      at: at(['matters-from', stray]),
      hint: didYouMean(stray, options),
    });
  }
  return { by: choice.name, from: numbers as Record<string, number> };
}
