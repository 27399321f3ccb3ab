import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { buildWorld } from '../../src/world/build.js';
import { draftFolder } from '../../src/world/draft-folder.js';

const root = projectRoot();

describe('where a world may stand', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-draft-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refused = async (target: string): Promise<unknown> =>
    buildWorld([], { sources: folder, root }, target, () => {}).catch((e: unknown) => e);

  it('is not a folder with something else in it, nor a file: neither is touched', async () => {
    const other = join(folder, 'papers');
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'mine');
    expect(await refused(other)).toMatchObject({ code: 'world/cannot-write' });
    expect(await refused(join(other, 'thesis.txt'))).toMatchObject({ code: 'world/cannot-write' });
    expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['papers']);
  });

  it('is not below a file', async () => {
    const error = await refused(join(folder, 'papers', 'thesis.txt', 'world'));
    expect(error).toBeInstanceOf(EntenteError);
    expect(error).toMatchObject({ code: 'world/cannot-write' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no draft beside it', async (signal) => {
    const draft = join(folder, `.${signal}.tmp`);
    const code = `import { draftFolder } from ${JSON.stringify(join(root, 'src/world/draft-folder.ts'))};
      import { writeFileSync } from 'node:fs';
      draftFolder(${JSON.stringify(draft)}); writeFileSync(${JSON.stringify(join(draft, 'a.parquet'))}, 'half');
      console.log('ready'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: root,
    });
    child.stdout.once('data', () => child.kill(signal));
    expect(await new Promise((done) => child.on('close', (_, by) => done(by)))).toBe(signal);
    expect(readdirSync(folder)).toEqual(['papers']);
  });

  it('leaves no listener behind', () => {
    const before = process.listenerCount('SIGINT');
    draftFolder(join(folder, '.d.tmp'))();
    expect(process.listenerCount('SIGINT')).toBe(before);
    expect(readdirSync(folder)).toEqual(['papers']);
  });
});
