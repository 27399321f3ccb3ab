#!/usr/bin/env node
import { existsSync } from 'node:fs';

const cli = new URL('../dist/cli.js', import.meta.url);
if (existsSync(cli)) {
  const { main } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    'entente is not built yet\n  run npm start in the folder of the project: it installs, builds and tests the library\n',
  );
  process.exitCode = 2;
}
