import { relative } from 'node:path';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { ZodType } from 'zod';
import { fail, type Place } from '../kernel/errors.js';
import { mistakeIn } from './mistake.js';
import { noText, readText } from './text-file.js';

export type Path = readonly (string | number)[];

/** A YAML file that answers where each of its parts stands. */
export interface YamlFile<T> {
  readonly value: T;
  at(path: Path): Place;
}

type PlaceOf = (offset: number | undefined) => Place;

/**
 * Reads a YAML file against a strict schema. The first mistake is thrown with line and column, what was expected and
 * the nearest right word. Throws `claims/unreadable`, `claims/too-large`, `claims/not-text`, `claims/broken-yaml`,
 * `claims/empty`, `claims/unknown-key`, `claims/missing-key`, `claims/wrong-value`.
 */
export function readYaml<T>(path: string, schema: ZodType<T>): YamlFile<T> {
  const shown = oneLine(relative(process.cwd(), path) || path);
  const lines = new LineCounter();
  const text = readText(path, shown);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place: PlaceOf = (offset) => {
    if (offset === undefined) return { file: shown };
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  refuseBroken(document, place);
  refuseOlder(document, text, place);
  const at = placesIn(document, place);
  const plain = plainValue(document, place);
  const result = schema.safeParse(plain);
  if (!result.success) throw mistakeIn(result.error, schema, plain, at);
  return { value: result.data, at };
}

/** A path as messages show it: on one line, whatever the file is called. */
const oneLine = (path: string): string => path.replace(/\p{Cc}/gu, '�');

const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  DUPLICATE_KEY: 'write it once',
  MULTIPLE_DOCS: 'one claim a file: end it before the line ---',
  TAG_RESOLVE_FAILED: 'put the text in quotes',
};

function refuseBroken(document: Document.Parsed, place: PlaceOf): void {
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const deep = broken.code === 'RESOURCE_EXHAUSTION';
    const what = deep ? 'nested too deeply' : broken.message.split(';')[0]!.replace(/\.$/, '');
    const [from] = broken.pos;
    fail('claims/broken-yaml', `not YAML: ${what}`, { at: place(from), hint: hints[broken.code] });
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    const hint = 'expected at least claim, measured and counts-against';
    fail('claims/empty', 'the file is empty', { at: place(0), hint });
  }
  const anchors = new Set<string>();
  visit(document, {
    Value(_, node) {
      if (node.anchor !== undefined) anchors.add(node.anchor);
      refuseValue(node, place(node.range?.[0]));
    },
    Alias(_, { source, range }) {
      if (!anchors.has(source))
        fail('claims/broken-yaml', `not YAML: nothing is called &${source}`, { at: place(range?.[0]) });
    },
    Pair(_, { key, value }) {
      refuseKey(key, place((isNode(key) ? key : isNode(value) ? value : undefined)?.range?.[0]));
    },
  });
}

function refuseKey(key: unknown, at: Place): void {
  if (isCollection(key))
    fail('claims/broken-yaml', 'not YAML: a list, or keys with values, stands where a key should', {
      at,
      hint: 'a key is a word',
    });
  if (!isScalar(key) || key.value === null || key.value === '')
    fail('claims/unknown-key', 'a key has no name', { at, hint: 'write a word before the colon' });
  // JavaScript would take it for the ancestor of the object and lose it.
  if (key.value === '__proto__')
    fail('claims/unknown-key', 'unknown key: __proto__', { at, hint: 'nothing may be called so' });
}

/** Tags that name what a value is anyway; others would make something else of it, such as a moment or a set. */
const plainTags = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((t) => `tag:yaml.org,2002:${t}`);

const shortTag = (tag: string): string => tag.replace(/^tag:yaml\.org,2002:/, '!!');

/** A value as no claim has it: of a tag of its own, or with letters that no text holds, in whichever way they are written. Throws `claims/broken-yaml`, `claims/not-text`. */
function refuseValue(node: { readonly tag?: string; readonly value?: unknown }, at: Place): void {
  if (node.tag !== undefined && node.tag !== '!' && !plainTags.includes(node.tag))
    fail('claims/broken-yaml', `not YAML: the tag ${shortTag(node.tag)} means nothing here`, {
      at,
      hint: hints['TAG_RESOLVE_FAILED'],
    });
  if (typeof node.value === 'string' && noText.test(node.value))
    fail('claims/not-text', 'a control character is written here', { at, hint: 'leave it out' });
}

/** In YAML 1.1 `no` is false, 1:30 is ninety and 010 is eight: whoever writes a claim means what stands there. */
function refuseOlder(document: Document.Parsed, text: string, place: PlaceOf): void {
  if (document.directives.yaml.version === '1.2') return;
  fail('claims/broken-yaml', `not YAML 1.2: ${document.directives.yaml.version}`, {
    at: place(Math.max(0, text.search(/^%YAML/m))),
    hint: 'leave the line %YAML out',
  });
}

function plainValue(document: Document.Parsed, place: PlaceOf): unknown {
  try {
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    JSON.stringify(plain); // throws where an alias stands within what it names
    return plain;
  } catch (error) {
    const what =
      error instanceof TypeError ? 'an alias stands within what it names' : (error as Error).message;
    return fail('claims/broken-yaml', `not YAML: ${what}`, { at: place(0) });
  }
}

/** Where a path stands: the key, or the entry of a list, of the deepest part of it that is there. */
function placesIn(document: Document.Parsed, place: PlaceOf): (path: Path) => Place {
  return (path) => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((p) => isPair(p) && String(p.key) === String(key));
        if (!pair) break;
        offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
        node = pair.value;
      } else {
        node = isSeq(node) ? node.items[Number(key)] : undefined;
        if (!isNode(node)) break;
        offset = node.range?.[0] ?? offset;
      }
    }
    return place(offset);
  };
}
