/**
 * Writes docs/calibration.md, its figures and its numbers: `npx tsx scripts/write-calibration.ts [--worlds 1000] [--jobs 2]`,
 * whenever the rule of verdicts or the interval of a design changed; half an hour. A run that was stopped goes on where it
 * was (out/calibration). With `--page` the page and its figures are drawn anew from the numbers that are there.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentHash } from '../src/kernel/canonical.js';
import { projectRoot } from '../src/kernel/root.js';
import { calibrationPage } from '../test/calibration/page.js';
import { calibrationPictures } from '../test/calibration/pictures.js';
import { openShipped } from '../test/calibration/real-world.js';
import { type Results, runAll } from '../test/calibration/results.js';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '1000' },
    joint: { type: 'string', default: '200' },
    jobs: { type: 'string', default: '2' },
    share: { type: 'string' },
    page: { type: 'boolean', default: false },
  },
});
const root = projectRoot();
const docs = join(root, 'docs');

/** What decides the numbers: the code of the simulations and of all that they run through. */
const code = contentHash(
  ['src/kernel', 'src/statistics', 'src/measures', 'src/designs', 'src/verdicts', 'test/calibration'].flatMap(
    (folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.ts') && !/page|picture|\.test\./.test(file))
        .sort()
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  ),
);

/** Does its share of the work; the results, where all of it is done. */
async function work(own: number, of: number): Promise<Results | undefined> {
  const world = await openShipped();
  const started = process.cpuUsage().user;
  const minutes = (): string => ((process.cpuUsage().user - started) / 60e6).toFixed(1);
  const results = await runAll(world, {
    worlds: Number(values.worlds),
    joint: Number(values.joint),
    folder: join(root, 'out', 'calibration'),
    code,
    share: { own, of },
    say: (line) => process.stderr.write(`${minutes()} min  ${line}\n`),
  });
  world.close();
  return results;
}

/** The same file once more, for its share of the work. */
const another = (own: number, of: number): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, ...process.argv.slice(1), '--share', `${own}/${of}`],
      { stdio: 'inherit' },
    );
    child.on('exit', (status) =>
      status === 0 ? done() : failed(new Error(`share ${own} of ${of} ended with ${status}`)),
    );
  });

async function run(): Promise<Results> {
  const jobs = Number(values.jobs);
  await Promise.all(Array.from({ length: jobs }, (_, own) => another(own, jobs)));
  const results = (await work(0, 1))!;
  writeFileSync(numbers, `${JSON.stringify(results)}\n`);
  return results;
}

async function write(): Promise<void> {
  const results = values.page ? (JSON.parse(readFileSync(numbers, 'utf8')) as Results) : await run();
  const pictures = await calibrationPictures(results);
  mkdirSync(join(docs, 'calibration'), { recursive: true });
  for (const { file, svg } of pictures) writeFileSync(join(docs, 'calibration', file), `${svg}\n`);
  writeFileSync(join(docs, 'calibration.md'), calibrationPage(results, pictures));
}

const numbers = join(docs, 'calibration.json');
const share = values.share?.split('/').map(Number);
if (share) await work(share[0]!, share[1]!);
else await write();
