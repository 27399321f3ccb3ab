import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { buildWorld } from '../../src/world/build.js';
import type { Source } from '../../src/world/sources/source.js';
import { statesSource } from '../../src/world/sources/states/states.js';
import { upstream } from './build-one.js';

/**
 * Builds one source from upstream files of which one (the first unless told) differs from the real one as `change` says, and returns the error that
 * the build stopped with: what a reader notices when upstream changes.
 */
export async function buildChanged(
  source: Source,
  change: (text: string) => string,
  file: string = source.card.files[0]!,
): Promise<EntenteError> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-changed-'));
  const packed = file.endsWith('.gz');
  try {
    const raw = readFileSync(join(upstream, file));
    const before = (packed ? gunzipSync(raw) : raw).toString('utf8');
    const after = change(before);
    if (after === before) throw new Error('the change changed nothing');
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), packed ? gzipSync(after, { level: 1 }) : after);
    symlinkSync(join(upstream, 'states'), join(folder, 'states'));
    for (const other of source.card.files.filter((f) => f !== file && existsSync(join(upstream, f)))) {
      mkdirSync(join(folder, dirname(other)), { recursive: true });
      symlinkSync(join(upstream, other), join(folder, other));
    }
    await buildWorld(
      [statesSource, source],
      { sources: folder, root: projectRoot() },
      join(folder, 'w'),
      () => {},
    );
  } catch (error) {
    if (error instanceof EntenteError) return error;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  throw new Error('the build went through');
}
