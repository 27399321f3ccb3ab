// Makes the project ready to run: installs when the lock file has changed, builds when the sources have.
// Needs nothing but Node. Called before `npm start`, `npm test` and `npm run bench`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.entente-lock');
const built = join(root, 'dist', 'build.json');

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
    );

const run = (what, command, args, options = {}) => {
  process.stderr.write(`${what} …\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (status !== 0) {
    process.stderr.write(`${what} failed${error ? `: ${error.message}` : ''}\n`);
    process.exit(1);
  }
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Entente needs Node 20.19 or newer; this is ${process.versions.node}\n`);
  process.exit(1);
}

const wanted = hashOf([lock]);
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
  run('installing', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    shell: process.platform === 'win32',
  });
  writeFileSync(installed, wanted);
}

const sources = hashOf([...filesIn(join(root, 'src')), lock, join(root, 'tsdown.config.ts')]);
const before = existsSync(built) ? JSON.parse(readFileSync(built, 'utf8')).sources : undefined;
if (before !== sources) {
  run('building', process.execPath, [
    join(root, 'node_modules', 'tsdown', 'dist', 'run.mjs'),
    '--log-level',
    'warn',
  ]);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(built, `${JSON.stringify({ sources })}\n`);
}
