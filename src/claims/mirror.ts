import { fail, type Place } from '../kernel/errors.js';
import type { Mirror, Option, Part } from './claim.js';
import type { TestFile } from './schema.js';
import type { Path } from './yaml-file.js';

type Written = { readonly [K in keyof TestFile]?: TestFile[K] | undefined };

/**
 * The mirror claims of a test. Throws `claims/unknown-swap` where a name stands nowhere in the test, and
 * `claims/doubled-swap` where one is to change places twice.
 */
export function mirrorOf(written: Written, at: (path: Path) => Place): Part['mirror'] {
  const { mirror } = written;
  if (mirror === undefined || 'none' in mirror) return mirror;
  const several = Array.isArray(mirror);
  for (const [i, { swap }] of (several ? mirror : [mirror]).entries()) {
    const place = (name: string): Place => at(['mirror', ...(several ? [i] : []), 'swap', name]);
    const names = Object.entries(swap).flat();
    const twice = names.find((name, k) => names.indexOf(name) < k);
    if (twice !== undefined)
      fail('claims/doubled-swap', `${twice} is to change places twice`, {
        at: place(Object.keys(swap).find((key) => key === twice || swap[key] === twice)!),
      });
    const { test, readings, alternatives, specifications } = written;
    const there = namesIn([test, readings, alternatives, specifications]);
    for (const [one, other] of Object.entries(swap)) {
      if (!there.has(one) && !there.has(other))
        fail('claims/unknown-swap', `neither ${one} nor ${other} stands in the test`, {
          at: place(one),
          hint: 'write them as they stand there: a whole value, or one of those joined by +',
        });
    }
  }
  return several ? mirror : [mirror];
}

const joined = '+';

/** Every text of the test, and each of those that are joined by `+`. */
function namesIn(written: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof written === 'string') {
    found.add(written);
    for (const name of written.split(joined)) found.add(name.trim());
  } else if (written !== null && typeof written === 'object') {
    for (const [key, inner] of Object.entries(written)) {
      found.add(key);
      namesIn(inner, found);
    }
  }
  return found;
}

/** A text with each name in the place of the other; twice, it is as it was. */
export function swappedText(text: string, swap: Mirror['swap']): string {
  const other = (name: string): string =>
    Object.hasOwn(swap, name)
      ? swap[name]!
      : (Object.entries(swap).find(([, second]) => second === name)?.[0] ?? name);
  const whole = other(text);
  if (whole !== text || !text.includes(joined)) return whole;
  const names = text.split(joined);
  const trimmed = names.map((name) => name.trim());
  return trimmed.some((name) => other(name) !== name) ? trimmed.map(other).join(joined) : text;
}

/** A part with the names swapped: in its test, in the options of its choices, and wherever an option is a key. */
export function swapped(part: Part, { swap, cap }: Pick<Mirror, 'swap' | 'cap'>): Part {
  const through = <T>(written: T): T => throughout(written, swap) as T;
  const { matters } = part.expect;
  return {
    ...part,
    test: through(part.test),
    expect: {
      ...part.expect,
      matters: typeof matters === 'number' ? matters : { by: matters.by, from: keysToo(matters.from, swap) },
    },
    readings: part.readings.map((choice) => swappedChoice(choice, swap)),
    alternatives: part.alternatives.map((choice) => swappedChoice(choice, swap)),
    listed: part.listed && { rows: through(part.listed.rows), at: part.listed.at },
    since: undefined,
    cap,
  };
}

function swappedChoice(choice: Part['alternatives'][number], swap: Mirror['swap']): typeof choice {
  const { by, where } = choice;
  return {
    name: choice.name,
    slots: throughout(choice.slots, swap) as Option[][],
    ...(by && {
      by: { choice: by.choice, slots: keysToo(throughout(by.slots, swap) as typeof by.slots, swap) },
    }),
    ...(where && { where: throughout(where, swap) as typeof where }),
  };
}

const keysToo = <V>(written: Readonly<Record<string, V>>, swap: Mirror['swap']): Record<string, V> =>
  Object.fromEntries(Object.entries(written).map(([key, value]) => [swappedText(key, swap), value]));

/** Every text of a value swapped; keys stay. */
function throughout(written: unknown, swap: Mirror['swap']): unknown {
  if (typeof written === 'string') return swappedText(written, swap);
  if (Array.isArray(written)) return written.map((inner) => throughout(inner, swap));
  if (written === null || typeof written !== 'object') return written;
  return Object.fromEntries(Object.entries(written).map(([key, inner]) => [key, throughout(inner, swap)]));
}
