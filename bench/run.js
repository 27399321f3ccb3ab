/**
 * Times the comparisons that the project defends, each against its limit.
 *
 *   node bench/run.js            all of them
 *   node bench/run.js panel      those whose name begins with the word
 *
 * Each command runs as a user would run it, from outside, into a folder of its own that is removed afterwards. Beside
 * each stands what bare `node -e 0` took just before on the same machine, so that ratios travel between machines.
 * Needs an installed and built project (`npm run bench` sees to that); `world-build` also needs the raw upstream files
 * in ../shared/sources and is skipped, and said to be, where they are not. Limits are in seconds, on two cores.
 *
 * The dyad panels stand against R and its package peacesciencer: against its timings of old in ../shared/oracles, and
 * side by side where R and the package are at hand (bench/dyad-panel.R); what is not there is said. Ours counts the
 * whole command, from its start to the file; R’s counts the steps alone, without start and loading. We aim at 20 times.
 * Ideal points stand against the same model in R with Rcpp (bench/ideal-points.R), on the same votes.
 *
 * Exit code: 0 all within their limits, 1 a limit missed, 2 a command failed or made nothing (its last words are shown),
 * or no comparison has that name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const upstream = join(root, '..', 'shared', 'sources');
const entente = join(root, 'bin', 'entente.js');

const panel = (out) => [
  entente,
  'panel',
  'dyad-year',
  '--years',
  '1816-2014',
  '--variables',
  'cinc,polyarchy,gdp_per_capita,defence_pact,imports,polity2',
  '--out',
  out,
];

/** The dyad panel of the literature: undirected, politically relevant, 1816–2010. */
const dyads = (out, ...more) => [
  entente,
  'panel',
  'dyad-year',
  '--undirected',
  '--relevant',
  '--years',
  '1816-2010',
  ...more,
  '--out',
  out,
];

/** A claim of 100,800 specifications: 700 spans of years, four scores, and so on; a fifth of them the record cannot serve. */
function manySpecifications(folder) {
  const spans = Array.from({ length: 700 }, (_, i) => {
    const from = 1950 + (i % 40);
    return `${from}-${from + 10 + Math.floor(i / 40)}`;
  });
  const file = join(folder, 'many.yaml');
  writeFileSync(
    file,
    `claim: Allies fell more.
measured: The part of all falls that fell on them.
counts-against: A share at or below theirs.
test:
  design: share
  of: { fall-in: $regime, over: $years, as: $fall }
  group: { allies-of: USA, by: $pact, and: [USA] }
  against: $yardstick
expect: { ratio: above 1, matters-from: 1.1, because: A tenth more is more. }
readings:
  yardstick: [states, population, room-to-fall]
alternatives:
  regime: [polyarchy_v15, libdem_v15, polity2, fh_score]
  years: [${spans.join(', ')}]
  fall: [endpoints, yearly, from-peak]
  pact: [defence, any-alliance, treaty-allies-2021, treaty-allies-without-rio]
`,
  );
  return file;
}

const rowSteps = ['create_dyadyears undirected', 'filter_prd'];
const panelSteps = ['add_gml_mids(keep=NULL)', 'add_spells', 'add_nmc', 'add_democracy', 'add_atop_alliance'];

/** `makes`: what the command must leave in its folder; `prints`: how many lines it must print; `needs`: a folder without which there is nothing to time; `steps`: what R does for the same. */
const comparisons = [
  {
    name: 'library',
    says: 'every claim in every specification, and its page, from cold, median of 3',
    times: 3,
    limit: 15,
    args: (folder) => [entente, 'test', '--no-critics', '--out', join(folder, 'out')],
    makes: 'out',
  },
  {
    name: 'library-critics',
    says: 'the same, with its critics and their mirror claims, median of 3',
    times: 3,
    limit: 25,
    args: (folder) => [entente, 'test', '--out', join(folder, 'out')],
    makes: 'out',
  },
  {
    name: 'listing',
    says: 'a table of 100,800 specifications, with weights and what cannot run, median of 3',
    times: 3,
    limit: 2,
    args: (folder) => [entente, 'check', manySpecifications(folder), '--specifications'],
    prints: 100_803,
  },
  {
    name: 'world-build',
    says: 'the world from the raw upstream files',
    limit: 60,
    args: (folder) => [entente, 'world', 'build', '--sources', upstream, '--out', join(folder, 'world')],
    makes: 'world',
    needs: upstream,
  },
  {
    name: 'panel-parquet',
    says: 'directed dyad-years 1816–2014, six variables',
    limit: 5,
    args: (folder) => panel(join(folder, 'panel.parquet')),
    makes: 'panel.parquet',
  },
  {
    name: 'panel-csv',
    says: 'the same as CSV',
    limit: 5,
    args: (folder) => panel(join(folder, 'panel.csv')),
    makes: 'panel.csv',
  },
  {
    name: 'similarity',
    says: 'agreement, S, κ and π of all pairs in all years, by votes and by alliances',
    limit: 10,
    args: (folder) => [
      entente,
      'panel',
      'dyad-year',
      '--undirected',
      '--variables',
      ['vote', 'alliance']
        .flatMap((of) =>
          ['agreement', 's', 's_squared', 'kappa', 'kappa_squared', 'pi', 'pi_squared'].map(
            (i) => `${of}_${i}`,
          ),
        )
        .join(','),
      '--out',
      join(folder, 'similarity.parquet'),
    ],
    makes: 'similarity.parquet',
  },
  {
    name: 'dyad-rows',
    times: 3,
    says: 'politically relevant dyad-years 1816–2010: rows created and filtered, median of 3',
    limit: 2,
    args: (folder) => dyads(join(folder, 'dyads.parquet')),
    makes: 'dyads.parquet',
    steps: rowSteps,
  },
  {
    name: 'dyad-panel',
    times: 3,
    says: 'the same with disputes, peace years, capabilities, democracy and alliances, median of 3',
    limit: 3,
    args: (folder) =>
      dyads(
        join(folder, 'dyads.parquet'),
        '--variables',
        'gml_onset,gml_ongoing,cinc,milex,milper,irst,pec,tpop,upop,polity2,polyarchy,atop_defence,atop_offence,atop_neutrality,atop_nonaggression,atop_consultation',
        '--peace-years',
        'gml_ongoing',
      ),
    makes: 'dyads.parquet',
    steps: [...rowSteps, ...panelSteps],
  },
  {
    name: 'ideal-points',
    says: 'where all states stood in all sessions of the Assembly, from every vote, with intervals',
    limit: 60,
    args: () => [entente, 'ideal-points', '--json'],
    beside: idealPointsInR,
  },
  {
    name: 'ideal-points-hr',
    says: 'the same by votes on human rights, median of 3',
    times: 3,
    limit: 10,
    args: () => [entente, 'ideal-points', '--issue', 'hr', '--json'],
  },
  {
    name: 'help',
    says: 'node bin/entente.js --help, median of 5',
    limit: 0.3,
    times: 5,
    args: () => [entente, '--help'],
  },
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs node once; the cache of results is an empty folder of its own. */
function run(args, cache) {
  const begin = performance.now();
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ENTENTE_CACHE: cache },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { seconds: (performance.now() - begin) / 1000, ...done };
}

const bareNode = (folder) => median(Array.from({ length: 5 }, () => run(['-e', '0'], folder).seconds));

const isMade = (path) =>
  existsSync(path) && (statSync(path).isDirectory() ? readdirSync(path).length : statSync(path).size) > 0;

/** Times one comparison: `{ seconds, bare }`, or `{ failed }` with the command's last words, or `{ skipped }`. */
function time(comparison) {
  if (comparison.needs && !existsSync(comparison.needs)) return { skipped: `no ${comparison.needs}` };
  const seconds = [];
  let bare = 0;
  for (let i = 0; i < (comparison.times ?? 1); i++) {
    const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
    try {
      if (i === 0) bare = bareNode(folder);
      const args = comparison.args(folder);
      const done = run(args, join(folder, 'cache'));
      if (done.status !== 0) return { failed: lastWords(args, done) };
      if (comparison.makes && !isMade(join(folder, comparison.makes))) {
        return { failed: `node ${args.join(' ')}\n  went well and made no ${comparison.makes}` };
      }
      const lines = done.stdout.split('\n').length - 1;
      if (comparison.prints && lines !== comparison.prints)
        return { failed: `node ${args.join(' ')}\n  printed ${lines} lines, not ${comparison.prints}` };
      seconds.push(done.seconds);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { seconds: median(seconds), bare };
}

function lastWords(args, done) {
  const said = `${done.stderr ?? ''}`.trim() || `${done.stdout ?? ''}`.trim() || String(done.error ?? '');
  const ended = done.signal ? `was ended by ${done.signal}` : `ended with exit code ${done.status}`;
  return `node ${args.join(' ')}\n  ${ended}\n  ${said.split('\n').slice(-8).join('\n  ')}`;
}

/** Seconds by step, from CSV with the columns step and elapsed. */
const parseSteps = (text) =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => /^"([^"]*)",([\d.]+)/.exec(line))
      .filter(Boolean)
      .map(([, step, seconds]) => [step, Number(seconds)]),
  );

let ownR;

/** What R takes on this machine, run once: steps by seconds, or why not. */
function timesOfR() {
  if (ownR) return ownR;
  const done = spawnSync('Rscript', ['--vanilla', join(root, 'bench', 'dyad-panel.R')], { encoding: 'utf8' });
  if (done.error) ownR = { none: 'no R here' };
  else if (done.status !== 0) ownR = { none: `R here makes no panel: ${done.stderr.trim().split('\n')[0]}` };
  else ownR = { steps: parseSteps(done.stdout) };
  return ownR;
}

/** Lines that set a time against R’s for the same steps. */
function againstR(steps, seconds) {
  const line = (what, times) => {
    const took = steps.reduce((sum, step) => sum + (times.get(step) ?? Number.NaN), 0);
    return `  ${what}: ${took.toFixed(2)} s, ${(took / seconds).toFixed(1)} times ours`;
  };
  const old = join(root, '..', 'shared', 'oracles', 'peacesciencer_timings.csv');
  const here = timesOfR();
  return [
    existsSync(old) ? line('R of old', parseSteps(readFileSync(old, 'utf8'))) : `  no ${old}`,
    here.none ? `  ${here.none}` : line(`here ${[...here.steps.keys()][0]}`, here.steps),
  ];
}

/** Sessions 60 to 74, in which the same model is asked of R and of us. */
const [firstYear, lastYear, rounds] = [2005, 2019, 400];

/**
 * The same model of the same votes in R with Rcpp (bench/ideal-points.R): independent draws of a place that a second
 * gives. R’s seconds are those of its sampler on one core, ours those of the whole command on all.
 */
async function idealPointsInR() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    const votes = join(folder, 'votes.csv');
    const database = await (await DuckDBInstance.create()).connect();
    const table = (name) => `'${join(root, 'world', `${name}.parquet`).replaceAll("'", "''")}'`;
    await database.run(`COPY (SELECT ccode AS state, session_year AS session, coalesce(same_text, vote) AS item, choice
      FROM ${table('assembly_choices')} JOIN ${table('assembly_votes')} USING (vote)
      WHERE choice IN (1, 2, 3) AND session_year BETWEEN ${firstYear} AND ${lastYear} ORDER BY item, session, state)
      TO '${votes.replaceAll("'", "''")}' (HEADER)`);
    database.closeSync();
    const script = join(root, 'bench', 'ideal-points.R');
    const inR = spawnSync('Rscript', ['--vanilla', script, votes, String(rounds)], { encoding: 'utf8' });
    if (inR.error) return ['  no R here'];
    if (inR.status !== 0) return [`  R here has no estimate: ${inR.stderr.trim().split('\n')[0]}`];
    const theirs = Number(/rounds, ([\d.]+) a second/.exec(inR.stdout)?.[1]);
    const own = run(
      [
        entente,
        'ideal-points',
        '--from',
        String(firstYear),
        '--to',
        String(lastYear),
        '--cuts',
        'flat',
        '--json',
      ],
      join(folder, 'cache'),
    );
    if (own.status !== 0) return [`  FAILED: ${own.stderr}`];
    const ours = JSON.parse(own.stdout).used.effective / own.seconds;
    return [
      `  ${firstYear} to ${lastYear}, independent draws of a place a second: here R and Rcpp ${theirs.toFixed(1)}, ours ${ours.toFixed(1)}, ${(ours / theirs).toFixed(1)} times as many`,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(comparison, result) {
  const name = comparison.name.padEnd(16);
  if (result.skipped) return `${name} skipped: ${result.skipped}`;
  if (result.failed) return `${name} FAILED: ${result.failed}`;
  const { seconds, bare } = result;
  const columns = [
    seconds.toFixed(2).padStart(8),
    comparison.limit.toFixed(1).padStart(6),
    (seconds / comparison.limit).toFixed(2).padStart(9),
    bare.toFixed(3).padStart(9),
    (seconds / bare).toFixed(1).padStart(7),
  ];
  const line = `${name}${columns.join(' ')}  ${seconds > comparison.limit ? 'MISSED ' : ''}${comparison.says}`;
  const beside = comparison.steps
    ? againstR(comparison.steps, seconds)
    : ((await comparison.beside?.()) ?? []);
  return [line, ...beside].join('\n');
}

const [word] = process.argv.slice(2);
const chosen = comparisons.filter((c) => !word || c.name.startsWith(word));
if (chosen.length === 0) {
  console.error(
    `no comparison of this name: ${word}\n  there are ${comparisons.map((c) => c.name).join(', ')}`,
  );
  process.exit(2);
}
console.log(`node ${process.version}, ${process.platform} ${process.arch}; seconds`);
console.log('comparison           took  limit  of limit bare node  × node');
let code = 0;
for (const comparison of chosen) {
  const result = time(comparison);
  console.log(await report(comparison, result));
  if (result.failed) code = 2;
  else if (result.seconds > comparison.limit) code = Math.max(code, 1);
}
process.exitCode = code;
