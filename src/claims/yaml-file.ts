import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { ZodType, z } from 'zod';
import { EntenteError, fail, type Place } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';

export type Path = readonly (string | number)[];

/** A YAML file that answers where each of its parts stands. */
export interface YamlFile<T> {
  readonly value: T;
  at(path: Path): Place;
}

/**
 * Reads a YAML file against a strict schema. The first mistake is thrown with line and column, what was expected and
 * the nearest right word. Throws `claims/unreadable`, `claims/broken-yaml`, `claims/unknown-key`, `claims/missing-key`,
 * `claims/wrong-value`.
 */
export function readYaml<T>(path: string, schema: ZodType<T>): YamlFile<T> {
  const shown = relative(process.cwd(), path) || path;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return fail('claims/unreadable', `cannot be read: ${shown}`, {
      hint: (error as NodeJS.ErrnoException).code,
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    maxAliasCount: 0,
  } as never);
  const place = (offset: number | undefined): Place => {
    if (offset === undefined) return { file: shown };
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  const broken = document.errors[0];
  if (broken) fail('claims/broken-yaml', `not YAML: ${broken.message}`, { at: place(broken.pos[0]) });

  /** Where a path stands: the key of the deepest part of it that is there. */
  const at = (keys: Path): Place => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const key of keys) {
      if (isMap(node)) {
        const pair = node.items.find((p) => isPair(p) && String(p.key) === String(key));
        if (!pair) break;
        offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
        node = pair.value;
      } else {
        node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
        if (!isNode(node)) break;
        offset = node.range?.[0] ?? offset;
      }
    }
    return place(offset);
  };
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    fail('claims/broken-yaml', `not YAML: ${(error as Error).message}`, { at: place(0) });
  }
  const result = schema.safeParse(plain);
  if (!result.success) throw firstMistake(result.error.issues[0]!, schema, plain, at);
  return { value: result.data, at };
}

/** One issue of a schema as one error of the house. */
export function firstMistake(
  issue: z.core.$ZodIssue,
  schema: ZodType,
  plain: unknown,
  at: (path: Path) => Place,
): EntenteError {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return firstMistake(nearestBranch(issue), schema, plain, at);
  }
  const path = issue.path.filter((p): p is string | number => typeof p !== 'symbol');
  const where = path.length > 0 ? path.join('.') : 'the file';
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!;
    const known = knownKeys(schema, path);
    return new EntenteError('claims/unknown-key', `unknown key: ${key}`, {
      at: at([...path, key]),
      hint: didYouMean(key, known, 16),
    });
  }
  const missing = issue.code === 'invalid_type' && valueAt(plain, path) === undefined;
  if (missing) {
    return new EntenteError('claims/missing-key', `missing: ${where}`, {
      at: at(path.slice(0, -1)),
      hint: `expected ${issue.message.replace(/^Invalid input: expected /, '').replace(/, received.*/, '')}`,
    });
  }
  const value = valueAt(plain, path);
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const hint =
    options.length > 0
      ? `expected one of ${options.join(', ')}; ${didYouMean(String(value), options)}`
      : issue.message.replace(/^Invalid input: /, '');
  return new EntenteError('claims/wrong-value', `wrong value for ${where}: ${brief(value)}`, {
    at: at(path),
    hint,
  });
}

/** Of a choice between shapes, the mistake in the shape that fits best: fewest issues, unknown keys told first. */
function nearestBranch(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue {
  const branches = issue.errors.map((issues) =>
    [...issues].sort(
      (a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'),
    ),
  );
  const best = branches.reduce((a, b) => (b.length < a.length ? b : a));
  return { ...best[0]!, path: [...issue.path, ...best[0]!.path] };
}

const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((v, key) => (v as Record<string | number, unknown> | undefined)?.[key], value);
}

/** Keys that a strict schema knows at a path: the likely spellings of an unknown one. */
function knownKeys(schema: unknown, path: Path): string[] {
  let inner = schema as { def?: Record<string, unknown> } | undefined;
  const open = (): void => {
    while (inner?.def && 'innerType' in inner.def) inner = inner.def['innerType'] as typeof inner;
  };
  open();
  for (const key of path) {
    const def = inner?.def ?? {};
    const shape = def['shape'] as Record<string, typeof inner> | undefined;
    inner = (shape?.[String(key)] ?? def['valueType'] ?? def['element']) as typeof inner;
    open();
  }
  const options = inner?.def?.['options'] as { def?: { shape?: object } }[] | undefined;
  const shapes = options ? options.map((o) => o.def?.shape ?? {}) : [(inner?.def?.['shape'] as object) ?? {}];
  return shapes.flatMap((s) => Object.keys(s));
}
