import type { Design } from '../designs/design.js';
import { fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Alternative, Expectation } from './claim.js';
import type { Path } from './yaml-file.js';

const pattern = /^(?:(not|no different from)\s+)?(above|below)?\s*(-?\d+(?:\.\d+)?)$/;

/**
 * Reads `expect`: `{ ratio: above 1, matters-from: 1.1, because: … }`.
 * `above x` / `below x`: more, directional. `not above x` / `not below x`: no more than, absence on one side.
 * `no different from x`: no effect, absence on both.
 * Throws `claims/missing-key`, `claims/unknown-effect`, `claims/malformed-expectation`, `claims/wrong-value`,
 * `claims/matters-on-wrong-side`, `claims/unknown-choice`, `claims/unknown-key`, each with the place.
 */
export function parseExpectation(
  written: Readonly<Record<string, unknown>>,
  measured: Design['effect'],
  choices: readonly Alternative[],
  at: (path: Path) => Place,
): Expectation {
  const { 'matters-from': from, because, ...rest } = written;
  const named = Object.keys(rest);
  const effect = measured.name;
  const stray = named.find((k) => k !== effect);
  if (stray !== undefined) {
    fail('claims/unknown-effect', `unknown key in expect: ${stray}`, {
      at: at([stray]),
      hint: didYouMean(stray, [effect, 'matters-from', 'because']),
    });
  }
  if (named.length === 0)
    fail('claims/missing-key', `missing in expect: ${effect}`, {
      at: at([]),
      hint: `say what is claimed of it, such as ${effect}: above ${measured.none}`,
    });
  if (typeof because !== 'string' || because.trim() === '') {
    fail('claims/missing-key', 'missing in expect: because', {
      at: at(['because']),
      hint: 'say why an effect below matters-from would not matter, with a citation',
    });
  }
  const claimed = rest[effect];
  const said =
    claimed !== null && typeof claimed === 'object' ? JSON.stringify(claimed) : String(claimed).trim();
  const match = pattern.exec(said);
  const [, negation, side, number] = match ?? [];
  const absent = negation === 'no different from';
  if (!match || absent === (side !== undefined) || !Number.isFinite(Number(number))) {
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
  checkAboveZero(expectation.threshold, measured, at([effect]));
  for (const [path, matters] of allMatters(expectation)) {
    checkAboveZero(matters, measured, at(path));
    checkSide(expectation, matters, at(path));
  }
  return expectation;
}

/** Each number of `matters-from`, with where it stands. */
const allMatters = ({ matters }: Expectation): [Path, number][] =>
  typeof matters === 'number'
    ? [[['matters-from'], matters]]
    : Object.entries(matters.from).map(([option, number]) => [['matters-from', option], number]);

function checkAboveZero(number: number, { name, scale, none }: Design['effect'], at: Place): void {
  if (scale === 'log' && number <= 0) {
    const hint = `without an effect it is ${none}`;
    fail('claims/wrong-value', `a ${name} is above zero: ${number}`, { at, hint });
  }
}

function checkSide(e: Expectation, matters: number, at: Place): void {
  const beyond = e.direction === 'above' ? matters > e.threshold : matters < e.threshold;
  if (!beyond) {
    fail('claims/matters-on-wrong-side', `matters-from: ${matters} is not ${e.direction} ${e.threshold}`, {
      at,
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
    const [code, what] =
      from === undefined
        ? (['claims/missing-key', 'missing in expect: matters-from'] as const)
        : (['claims/wrong-value', `wrong value for matters-from: ${String(from)}`] as const);
    fail(code, what, {
      at: at(['matters-from']),
      hint: 'expected a number, or one for each option of a choice: { by: measure, cinc: 1, gdp: 2 }',
    });
  }
  const { by, ...numbers } = from as Record<string, unknown>;
  const choice = choices.find((c) => c.name === by);
  if (by === undefined) {
    fail('claims/missing-key', 'missing in matters-from: by', {
      at: at(['matters-from']),
      hint: `expected the name of a choice: ${choices.map((c) => c.name).join(', ')}`,
    });
  }
  if (!choice) {
    fail('claims/unknown-choice', `matters-from.by names no reading or alternative: ${String(by)}`, {
      at: at(['matters-from', 'by']),
      hint: didYouMean(
        String(by),
        choices.map((c) => c.name),
      ),
    });
  }
  const hanging = conditionalAmong(choice, choices);
  if (hanging)
    fail('claims/choice-not-there', `matters-from goes by ${choice.name}, which is not always there`, {
      at: at(['matters-from', 'by']),
      hint: `${hanging.name} has a where; go by a choice that every specification has`,
    });
  const options = choice.slots.flat().map(String);
  for (const option of options) {
    if (!Number.isFinite(numbers[option])) {
      fail('claims/missing-key', `matters-from has no number for ${option}`, {
        at: at(['matters-from', option]),
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

/** What makes a choice be there under some options of others only: itself, or what it goes by. */
function conditionalAmong(choice: Alternative, choices: readonly Alternative[]): Alternative | undefined {
  if (choice.where) return choice;
  const parent = choices.find((c) => c.name === choice.by?.choice);
  return parent && conditionalAmong(parent, choices);
}
