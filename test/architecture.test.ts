import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { designs } from '../src/designs/index.js';
import { projectRoot } from '../src/kernel/root.js';
import { measures } from '../src/measures/index.js';
import { sources } from '../src/world/sources/index.js';

const root = projectRoot();

/** The layers, each of which may import those before it; statistics and graph stand side by side. */
const layers = [
  ['kernel'],
  ['statistics', 'graph'],
  ['world'],
  ['measures'],
  ['designs'],
  ['claims'],
  ['runs'],
  ['verdicts'],
  ['critics'],
  ['figures'],
  ['brief'],
  ['server', 'cli'],
];
const heightOf = (layer: string): number => layers.findIndex((names) => names.includes(layer));

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith('.ts'))
    .sort();

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const written = filesIn('src').map((file) => ({ file, text: textOf(file) }));

/** Files of the project that a file names: in imports, those of types alone, re-exports and dynamic imports. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, path]) =>
    normalize(join(dirname(file), path!)).replace(/\.js$/, '.ts'),
  );

const layerOf = (file: string): string => file.split('/')[1]!;

describe('the sources', () => {
  it('stand in the layers that are known, or are the public library', () => {
    const places = new Set(written.map(({ file }) => layerOf(file)));
    expect([...places].filter((p) => p !== 'index.ts' && heightOf(p) < 0)).toEqual([]);
  });

  it('import only what stands in their own layer or in one below', () => {
    const against = written
      .filter(({ file }) => file !== 'src/index.ts')
      .flatMap(({ file, text }) => importsOf(file, text).map((to) => ({ file, to })))
      .filter(({ file, to }) => {
        const [own, other] = [layerOf(file), layerOf(to)];
        return own !== other && !(heightOf(other) >= 0 && heightOf(other) < heightOf(own));
      });
    expect(against.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  it('import only files that are there', () => {
    const known = new Set(written.map(({ file }) => file));
    const lost = written.flatMap(({ file, text }) =>
      importsOf(file, text)
        .filter((to) => to.endsWith('.ts') && !known.has(to))
        .map((to) => `${file} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  it('do not import each other in a circle, types aside', () => {
    const values = new Map(
      written.map(({ file, text }) => [
        file,
        importsOf(file, text.replaceAll(/^(?:import|export) type [^;]*;/gms, '')),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of values.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of values.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('export by name only', () =>
    expect(written.filter(({ text }) => /^export default\b/m.test(text)).map(({ file }) => file)).toEqual(
      [],
    ));

  it('are files of under 300 lines', () => {
    const long = written.map(({ file, text }) => ({ file, lines: text.trimEnd().split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('are named in kebab-case, or as the dated or numbered thing that they are', () =>
    expect(
      written.map(({ file }) => file).filter((file) => !/^[a-z0-9-]+\.ts$/.test(file.split('/').at(-1)!)),
    ).toEqual([]));

  it('ask neither the clock nor chance: only the command line knows the time', () => {
    const ambient = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bcrypto\.random/;
    expect(
      written
        .filter(({ file, text }) => layerOf(file) !== 'cli' && ambient.test(text))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('take powers by `power` where results are made: `**` rounds otherwise on another version of Node', () => {
    const made = /^src\/(statistics|measures|designs|verdicts|critics)\//;
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const found = written
      .filter(({ file }) => made.test(file))
      .flatMap(({ file, text }) =>
        [...code(text).matchAll(/^.*(?:\*\*|Math\.pow).*$/gm)]
          .filter(([line]) => /(?<!\b2 )\*\*|Math\.pow/.test(line))
          .map(([line]) => `${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  it('throw the errors of the house', () => {
    const foreign = /\bthrow new (?!EntenteError\b|InvalidArgumentError\b)\w+/;
    expect(written.filter(({ text }) => foreign.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('write to the outside in the command line only', () =>
    expect(
      written
        .filter(
          ({ file, text }) =>
            layerOf(file) !== 'cli' && /\bconsole\.|\bprocess\.(stdout|stderr)\b/.test(text),
        )
        .map(({ file }) => file),
    ).toEqual([]));
});

describe('every unit', () => {
  const tests = filesIn('test').filter((file) => file.endsWith('.test.ts'));
  /** Files of a layer that some test file imports. */
  const tested = new Set(tests.flatMap((file) => importsOf(file, textOf(file))));
  const isTested = (folder: string): boolean => [...tested].some((file) => file.startsWith(folder));

  it.each(sources.map((s) => [s.card.name, s] as const))(
    'source %s has its citation, its terms and its test',
    (_, s) => {
      expect(s.card.citation.length).toBeGreaterThan(20);
      expect(s.card.terms).not.toBe('');
      expect(isTested(`src/world/sources/${s.folder}/`)).toBe(true);
    },
  );

  /** Measures that compute nothing: what they yield is cited as its source is. */
  const asRecorded = ['recorded-series'];

  it.each(Object.entries(measures))('measure %s has its citations, what it says and its test', (name, m) => {
    expect(m.name).toBe(name);
    if (!asRecorded.includes(name)) expect(m.cites.length).toBeGreaterThan(0);
    expect(m.says.length).toBeGreaterThan(40);
    expect(isTested(`src/measures/${name}.ts`)).toBe(true);
  });

  it.each(Object.entries(designs))('design %s has its citations, how to read it and its test', (name, d) => {
    expect(d.name).toBe(name);
    // A design that holds a figure against the record infers nothing: what it rests on are the sources it names.
    if (d.verdict !== 'figure') expect(d.cites.length).toBeGreaterThan(0);
    expect(d.read.length).toBeGreaterThan(40);
    expect(isTested(`src/designs/${name}.ts`) || isTested(`src/designs/${name}/`)).toBe(true);
  });
});
