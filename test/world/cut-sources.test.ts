import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { buildWorld } from '../../src/world/build.js';
import { capitals } from '../../src/world/sources/capitals/capitals.js';
import { dcad } from '../../src/world/sources/dcad/dcad.js';
import { demspacesGdp } from '../../src/world/sources/demspaces-gdp/demspaces-gdp.js';
import { fariss } from '../../src/world/sources/fariss/fariss.js';
import { fas } from '../../src/world/sources/fas/fas.js';
import { fdi } from '../../src/world/sources/fdi/fdi.js';
import { humanRights } from '../../src/world/sources/human-rights/human-rights.js';
import { maddison } from '../../src/world/sources/maddison/maddison.js';
import { minimumDistance } from '../../src/world/sources/minimum-distance/minimum-distance.js';
import { nmc } from '../../src/world/sources/nmc/nmc.js';
import type { Source } from '../../src/world/sources/source.js';
import { statesSource } from '../../src/world/sources/states/states.js';
import { tradeNational } from '../../src/world/sources/trade-national/trade-national.js';
import { tradeOpenness } from '../../src/world/sources/trade-openness/trade-openness.js';
import { unRollCalls } from '../../src/world/sources/un-roll-calls/un-roll-calls.js';
import { vdem12 } from '../../src/world/sources/vdem12/vdem12.js';
import { vetoes } from '../../src/world/sources/vetoes/vetoes.js';
import { whoScale } from '../../src/world/sources/who-scale/who-scale.js';
import { worldBankGdp } from '../../src/world/sources/world-bank-gdp/world-bank-gdp.js';
import { worldBankPopulation } from '../../src/world/sources/world-bank-population/world-bank-population.js';
import { upstream, withoutUpstream } from './build-one.js';

/** Sources in which nothing but the length of the file tells that its end is missing, and the file. */
const cut: readonly (readonly [Source, string])[] = [
  [statesSource, 'states/cow-majors-2016.csv'],
  ...[
    nmc,
    fariss,
    worldBankGdp,
    worldBankPopulation,
    tradeNational,
    unRollCalls,
    minimumDistance,
    capitals,
    dcad,
    humanRights,
    vdem12,
    whoScale,
    maddison,
    fdi,
    tradeOpenness,
  ].map((s) => [s, s.card.files[0]!] as const),
  [demspacesGdp, 'capabilities/gdp-world-bank.csv'],
  [fas, 'nuclear/fas-inventories-by-status.csv'],
];

describe.skipIf(withoutUpstream)('an upstream file whose end is missing', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-cut-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The world of a source whose file reads otherwise, or the error with which the build stopped. */
  const built = async (source: Source, file: string, change: (text: string) => string): Promise<unknown> => {
    const raw = readFileSync(join(upstream, file));
    const packed = file.endsWith('.gz');
    const text = change((packed ? gunzipSync(raw) : raw).toString('latin1'));
    const path = join(folder, packed ? 'changed.csv.gz' : 'changed.csv');
    const bytes = Buffer.from(text, 'latin1');
    writeFileSync(path, packed ? gzipSync(bytes, { level: 1 }) : bytes);
    const folders = { sources: upstream, root: projectRoot(), given: new Map([[file, path]]) };
    return buildWorld([...new Set([statesSource, source])], folders, join(folder, 'w'), () => {}).then(
      (manifest) => manifest.world,
      (e: unknown) => e,
    );
  };
  const withoutLastRow = (text: string): string => text.slice(0, text.lastIndexOf('\n', text.length - 3) + 1);
  /** The last character of the last field, so that a number has a digit less. */
  const withoutLastDigit = (text: string): string => text.replace(/[^\n\r](\r?\n)?$/, '$1');

  it.each(cut.map(([source, file]) => ({ source, file })))(
    '$file: without its last row, and with a digit less in it',
    async ({ source, file }) => {
      for (const change of [withoutLastRow, withoutLastDigit]) {
        const error = await built(source, file, change);
        expect(error).toBeInstanceOf(EntenteError);
        expect((error as EntenteError).at?.file).toBe(file);
        expect((error as EntenteError).at?.line).toBeGreaterThan(1);
        expect((error as EntenteError).code).toMatch(/^world\/(source-changed|not-a-number)$/);
      }
    },
  );

  it('a figure that is none is told by its line', async () =>
    expect(
      await built(nmc, nmc.card.files[0]!, (text) => text.replace('0.039697491', '0 039697491')),
    ).toMatchObject({
      code: 'world/not-a-number',
      at: { file: nmc.card.files[0], line: 2 },
    }));

  it('ends of lines are no matter, nor those within a field', async () => {
    const file = vetoes.card.files[0]!;
    const plain = await built(vetoes, file, (text) => text);
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(await built(vetoes, file, (text) => text.replace(/\r?\n/g, '\r\n'))).toBe(plain);
    expect(await built(vetoes, file, (text) => text.replace(/\r\n/g, '\n'))).toBe(plain);
  });
});
