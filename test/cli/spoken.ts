import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effects } from '../../src/cli/effects.js';
import { main } from '../../src/cli/main.js';

/** A folder of one's own for a command line that runs in this process: what it says names files as if typed there. */
export interface Spoken {
  readonly folder: string;
  run(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  remove(): void;
}

const places = ['ENTENTE_LIBRARY', 'ENTENTE_LOCAL', 'ENTENTE_CACHE', 'ENTENTE_WORLD'] as const;

export function spoken(): Spoken {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'entente-spoken-')));
  const before = places.map((name) => [name, process.env[name]] as const);
  const cwd = process.cwd();
  process.env['ENTENTE_LIBRARY'] = join(folder, 'arguments');
  process.env['ENTENTE_LOCAL'] = join(folder, 'local');
  process.env['ENTENTE_CACHE'] = join(folder, 'cache');
  process.env['ENTENTE_WORLD'] = '';
  process.chdir(folder);
  return {
    folder,
    async run(...args) {
      const said = { out: '', err: '' };
      const effects: Effects = {
        out: (text) => {
          said.out += text;
        },
        say: (text) => {
          said.err += text;
        },
        watched: false,
        columns: 100,
        now: () => 0,
      };
      return { code: await main(args, effects), ...said };
    },
    remove() {
      process.chdir(cwd);
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
