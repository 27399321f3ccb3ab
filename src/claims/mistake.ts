import type { ZodType, z } from 'zod';
import { EntenteError, type Place } from '../kernel/errors.js';
import { didYouMean, nearest } from '../kernel/nearest.js';
import type { Path } from './yaml-file.js';

type Issue = z.core.$ZodIssue;
/** Where a path stands: the value, or the key itself. */
export type At = (path: Path, of?: 'key') => Place;

/** The first mistake that a schema found, as one error of the house; an unknown key first, for a misspelt key is missing too. */
export function mistakeIn(error: z.ZodError, schema: ZodType, plain: unknown, at: At): EntenteError {
  const issues = error.issues.map(innermost);
  const issue = issues.find((i) => i.code === 'unrecognized_keys') ?? issues[0]!;
  const path = pathOf(issue);
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0]!, path, schema, plain, at);
  const misspelt = misspeltIn(path, schema);
  if (misspelt !== undefined)
    return unknownKey(String(path[misspelt]), path.slice(0, misspelt), schema, plain, at);
  const value = valueAt(plain, path);
  const where = path.length > 0 ? path.join('.') : 'the file';
  if (value === undefined && issue.code !== 'custom') {
    const hint = `expected ${expected(issue)}`;
    return new EntenteError('claims/missing-key', `missing: ${where}`, { at: at(path.slice(0, -1)), hint });
  }
  const hint = issue.code === 'custom' ? issue.message : told(issue, value);
  return new EntenteError('claims/wrong-value', `wrong value for ${where}: ${brief(value)}`, {
    at: at(path),
    hint,
  });
}

const pathOf = (issue: Issue): (string | number)[] =>
  issue.path.filter((p): p is string | number => typeof p !== 'symbol');

/** Of a choice between shapes, the mistake in the shape that fits best: of those of the right kind, the fewest issues. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const ofKind = issue.errors.filter(([first]) => first!.code !== 'invalid_type' || first!.path.length > 0);
  const best = (ofKind.length > 0 ? ofKind : issue.errors)
    .map((issues) => issues.map(innermost))
    .reduce((a, b) => (b.length < a.length ? b : a));
  const first = best.find((i) => i.code === 'unrecognized_keys') ?? best[0]!;
  return { ...first, path: [...issue.path, ...first.path] };
}

/** Where any key may stand that holds a list: the place in a path of one that is near a key with a meaning of its own. */
function misspeltIn(path: Path, schema: ZodType): number | undefined {
  const place = path.findIndex((key, i) => {
    const known = shapesAt(schema, path.slice(0, i)).flatMap((shape) => Object.keys(shape));
    return !known.includes(String(key)) && nearest(String(key), known) !== undefined;
  });
  return place < 0 ? undefined : place;
}

function unknownKey(key: string, path: Path, schema: ZodType, plain: unknown, at: At): EntenteError {
  const shapes = shapesAt(schema, path).map((shape) => Object.keys(shape));
  const written = Object.keys((valueAt(plain, path) as object | undefined) ?? {});
  const common = (keys: string[]): number => keys.filter((k) => written.includes(k)).length;
  const most = Math.max(...shapes.map(common));
  const known = new Set(shapes.filter((keys) => common(keys) === most).flat());
  const place = at([...path, key], 'key');
  const rival = rivalOf(key, written, shapes);
  if (rival !== undefined)
    return new EntenteError('claims/unknown-key', `${key} does not stand beside ${rival}`, {
      at: place,
      hint: 'leave one of them out',
    });
  return new EntenteError('claims/unknown-key', `unknown key: ${key}`, {
    at: place,
    hint: didYouMean(key, known, 20),
  });
}

/** A key that is written and never stands beside another that has a place of its own. */
function rivalOf(key: string, written: readonly string[], shapes: readonly string[][]): string | undefined {
  const own = shapes.filter((keys) => keys.includes(key));
  if (own.length === 0) return undefined;
  return written.find((other) => other !== key && !own.some((keys) => keys.includes(other)));
}

interface Inner {
  readonly def?: {
    readonly shape?: Readonly<Record<string, Inner>>;
    readonly options?: readonly Inner[];
    readonly [part: string]: unknown;
  };
}

/** The shapes that a schema allows at a path: several where it is a choice between them. */
function shapesAt(schema: unknown, path: Path): object[] {
  const def = (schema as Inner | undefined)?.def ?? {};
  const wrapped = def['innerType'] ?? def['in'];
  if (wrapped) return shapesAt(wrapped, path);
  if (def.options) return def.options.flatMap((option) => shapesAt(option, path));
  if (path.length === 0) return def.shape ? [def.shape] : [];
  return shapesAt(def.shape?.[String(path[0])] ?? def['valueType'] ?? def['element'], path.slice(1));
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

const inWords = (name: string): string => words[name] ?? name;

const kindOf = (value: unknown): string =>
  inWords(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** What would be right, in words. */
function expected(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return inWords(issue.expected);
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'another key';
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `a list of at least ${String(issue.minimum)}`;
    if (issue.origin === 'string') return 'text that is not empty';
    return `a number ${issue.inclusive ? 'from' : 'above'} ${String(issue.minimum)}`;
  }
  if (issue.code === 'too_big')
    return `a number ${issue.inclusive ? 'up to' : 'below'} ${String(issue.maximum)}`;
  return issue.message.replace(/^Invalid input: (expected )?/, '');
}

function told(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const near = nearest(String(value), issue.values.map(String));
    return `expected ${expected(issue)}${near === undefined ? '' : `; did you mean ${near}?`}`;
  }
  return `expected ${expected(issue)}${issue.code === 'invalid_type' ? `, found ${kindOf(value)}` : ''}`;
}

/** A value in one line of a message. */
const brief = (value: unknown): string => {
  const isText = typeof value === 'string' || typeof value === 'number'; // JSON has no word for ∞
  const text = isText ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (v, key) =>
      v !== null && typeof v === 'object' && Object.hasOwn(v, key)
        ? (v as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
