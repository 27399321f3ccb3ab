import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { buildWorld } from '../../src/world/build.js';
import { freedomHouse } from '../../src/world/sources/freedom-house/freedom-house.js';
import { polity5 } from '../../src/world/sources/polity5/polity5.js';
import type { Source } from '../../src/world/sources/source.js';
import { statesSource } from '../../src/world/sources/states/states.js';
import { vdem15 } from '../../src/world/sources/vdem15/vdem15.js';
import { vdem16 } from '../../src/world/sources/vdem16/vdem16.js';
import { upstream, withoutUpstream } from './build-one.js';

/** What is known of each source here: the column that names the state, a column of scores, and its reader. */
const kinds: readonly { source: Source; state: string; score: string }[] = [
  { source: vdem16, state: 'country_text_id', score: 'v2x_libdem' },
  { source: vdem15, state: 'country_text_id', score: 'v2x_libdem_codelow' },
  { source: polity5, state: 'scode', score: 'polity2' },
  { source: freedomHouse, state: 'fh_country', score: 'cl' },
];

describe.skipIf(withoutUpstream)('a broken upstream file', () => {
  let folder: string;
  let target: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-broken-'));
    target = join(folder, 'world');
    mkdirSync(target);
    writeFileSync(join(target, 'manifest.json'), 'the old world');
    mkdirSync(join(folder, 'sources'));
    symlinkSync(join(upstream, 'states'), join(folder, 'sources', 'states'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (source: Source): string => source.card.files[0]!;
  const linesOf = (source: Source): string[] =>
    readFileSync(join(upstream, fileOf(source)), 'utf8').split(/\r?\n/);
  const head = (source: Source, rows: number): string[] => linesOf(source).slice(0, rows + 1);
  const column = (lines: readonly string[], name: string): number => lines[0]!.split(',').indexOf(name);
  const set = (lines: string[], line: number, name: string, value: string): string[] => {
    const fields = lines[line - 1]!.split(',');
    fields[column(lines, name)] = value;
    return lines.with(line - 1, fields.join(','));
  };
  /** The line (from 1) of a state’s year. */
  const lineOf = (lines: readonly string[], stateColumn: string, state: string, year: number): number => {
    const [s, y] = [column(lines, stateColumn), column(lines, 'year')];
    return 1 + lines.findIndex((l) => l.split(',')[s] === state && l.split(',')[y] === String(year));
  };

  /** Builds on an upstream file with this content (undefined: without the file) and returns how it was refused. */
  const refused = async (
    source: Source,
    content: string | readonly string[] | Buffer | undefined,
  ): Promise<Pick<EntenteError, 'code' | 'message' | 'at' | 'hint'>> => {
    const path = join(folder, 'sources', fileOf(source));
    rmSync(path, { force: true });
    if (content !== undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(
        path,
        typeof content === 'string' || Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`,
      );
    }
    const folders = { sources: join(folder, 'sources'), root: projectRoot() };
    const error = await buildWorld([statesSource, source], folders, target, () => {}).then(
      () => 'it built',
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(EntenteError);
    // Whatever happened: the old world stands as it stood, and no draft is left beside it.
    expect(readdirSync(folder).sort()).toEqual(['sources', 'world']);
    expect(readdirSync(target)).toEqual(['manifest.json']);
    expect(readFileSync(join(target, 'manifest.json'), 'utf8')).toBe('the old world');
    return error as EntenteError;
  };

  describe.each(kinds)('$source.card.name', ({ source, state, score }) => {
    const file = fileOf(source);

    it('is missing', async () => {
      const error = await refused(source, undefined);
      expect(error.code).toBe('world/source-missing');
      expect(error.message).toContain(file);
    });

    it('is empty', async () => {
      expect(await refused(source, '')).toMatchObject({
        code: 'world/source-changed',
        at: { file, line: 1 },
      });
    });

    it('is binary garbage', async () => {
      const garbage = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256));
      expect(await refused(source, garbage)).toMatchObject({ code: 'world/source-unreadable', at: { file } });
    });

    it('is cut off within a row', async () => {
      const [...lines] = head(source, 5);
      const cut = lines.with(5, lines[5]!.slice(0, 12)).join('\n');
      expect(await refused(source, cut)).toMatchObject({ code: 'world/source-unreadable', at: { file } });
    });

    it('is cut off at the end of a row', async () => {
      const error = await refused(source, head(source, 5));
      expect(error).toMatchObject({ code: 'world/source-changed', at: { file } });
      expect(error.hint).toContain('found 5');
    });

    it('has a row with a field too many', async () => {
      const lines = head(source, 5);
      expect(await refused(source, lines.with(3, `${lines[3]},1`))).toMatchObject({
        code: 'world/source-unreadable',
        at: { file },
      });
    });

    it('has a column renamed', async () => {
      const lines = head(source, 5);
      const renamed = lines.with(0, lines[0]!.replace(new RegExp(`\\b${score}\\b`), 'score'));
      const error = await refused(source, renamed);
      expect(error).toMatchObject({ code: 'world/source-changed', at: { file, line: 1 } });
      expect(error.message).toContain(score);
    });

    it('names a state that nobody knows', async () => {
      const error = await refused(source, set(head(source, 5), 4, state, 'Ruritania'));
      expect(error).toMatchObject({ code: 'world/unresolved-name', at: { file, line: 4 } });
      expect(error.message).toContain('Ruritania');
      expect(error.hint).toContain(join('src/world/sources', source.folder, 'names.csv'));
    });

    it('has one row twice', async () => {
      const lines = head(source, 5);
      expect(await refused(source, [...lines, lines[2]!])).toMatchObject({
        code: 'world/doubled-row',
        at: { file, line: 7 },
      });
    });

    it('has a word where a score should be', async () => {
      const error = await refused(source, set(head(source, 5), 5, score, 'high'));
      expect(error).toMatchObject({ code: 'world/not-a-number', at: { file, line: 5 } });
      expect(error.message).toBe(`${score} is not a number: high`);
    });

    it('has a year that is none', async () => {
      expect(await refused(source, set(head(source, 5), 2, 'year', 'MCM'))).toMatchObject({
        code: 'world/not-a-number',
        at: { file, line: 2 },
      });
    });
  });

  describe('whose known defect has changed upstream', () => {
    /** Changes one field of the whole file; the build must stop and say what was expected. */
    const changed = async (
      source: Source,
      stateColumn: string,
      [stateName, year]: readonly [string, number],
      fields: Readonly<Record<string, string>>,
    ): Promise<string> => {
      let lines = linesOf(source).filter((l) => l !== '');
      const line = lineOf(lines, stateColumn, stateName, year);
      for (const [name, value] of Object.entries(fields)) lines = set(lines, line, name, value);
      const error = await refused(source, lines);
      expect(error).toMatchObject({ code: 'world/source-changed', at: { file: fileOf(source) } });
      return error.message;
    };

    it('V-Dem 16 gains intervals', async () => {
      const lines = linesOf(vdem16)
        .filter((l) => l !== '')
        .map((l, i) => `${l},${i === 0 ? 'v2x_polyarchy_codelow' : ''}`);
      const error = await refused(vdem16, lines);
      expect(error.code).toBe('world/source-changed');
      expect(error.message).toContain('point estimates only');
    });

    it('V-Dem 16 fills Piedmont-Sardinia in 1861, moves Germany 1990, leaves its scale, or ends elsewhere', async () => {
      const key = 'country_text_id';
      expect(await changed(vdem16, key, ['SPD', 1861], { v2x_polyarchy: '0.2' })).toContain('Piedmont');
      expect(await changed(vdem16, key, ['DEU', 1990], { v2x_polyarchy: '0.865' })).toContain('Germany');
      expect(await changed(vdem16, key, ['USA', 2025], { v2x_rule: '1.01' })).toContain('between 0 and 1');
      expect(await changed(vdem16, key, ['USA', 2025], { year: '2026' })).toContain('1789–2025');
    });

    it('V-Dem 15 has an estimate outside its interval, or without one', async () => {
      const key = 'country_text_id';
      expect(await changed(vdem15, key, ['USA', 2024], { v2x_polyarchy: '0.5' })).toContain('lies in it');
      expect(await changed(vdem15, key, ['USA', 2024], { v2x_libdem_codehigh: '' })).toContain('lies in it');
    });

    it('Polity5 gains a state in 2019, recodes the United States, or mends Fiji', async () => {
      expect(await changed(polity5, 'scode', ['USA', 2019], { scode: 'CAN' })).toContain('after 2018');
      expect(await changed(polity5, 'scode', ['USA', 2016], { polity2: '10' })).toContain('United States');
      expect(await changed(polity5, 'scode', ['FJI', 2018], { polity2: '4' })).toContain('Fiji');
      expect(await changed(polity5, 'scode', ['FRN', 1942], { polity2: '-9' })).toContain('−66');
      expect(await changed(polity5, 'scode', ['FRN', 1942], { polity: '-99' })).toContain('special codes');
    });

    it('Freedom House gains 1981, changes a total, an edition’s year, or South Africa 1972', async () => {
      const key = 'fh_country';
      expect(await changed(freedomHouse, key, ['Ghana', 1982], { year: '1981' })).toContain('1981');
      expect(await changed(freedomHouse, key, ['Ghana', 1982], { fh_total: '12' })).toContain('sum');
      expect(
        await changed(freedomHouse, key, ['Nigeria', 1984], {
          pr: '2',
          fh_total: '7',
          fh_total_reversed: '7',
        }),
      ).toContain('Nigeria');
      expect(await changed(freedomHouse, key, ['South Africa', 1972], { pr: '5', cl: '6' })).toContain(
        'South Africa',
      );
    });
  });
});
