import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Random, randomFrom } from '../../src/kernel/random.js';
import { article, newPlace, type Place, type Running } from '../e2e/entente.js';
import { smallWorld } from './small-world.js';

/** How often runs are killed; more where a person has time: `ENTENTE_KILLS=1000 npx vitest run test/runs/killed.test.ts`. */
const kills = Number(process.env['ENTENTE_KILLS'] ?? 50);
const chains = 2;

/** 30 specifications, six of them impossible: more than one worker takes at a time, and done in a second. */
const falls = `claim: Five states fell more.
measured: The part of all falls that fell on them.
counts-against: A share at or below theirs.
test:
  design: share
  of: { fall-in: $regime, over: $years, as: $fall }
  group: { states: [Turkey, Hungary, Poland, Venezuela, Mali] }
  against: states
expect: { ratio: above 1, matters-from: 1.1, because: A tenth more is more. }
alternatives:
  regime: [polity2, fh_score]
  years: [2005-2018, 2000-2018, 1995-2018, 1990-2018, 1965-2018]
  fall: [endpoints, yearly, from-peak]
`;
/** Estimates, and answers to those critics that ask the record, whose file comes later. */
const possible = 27 + 3;

let place: Place;
beforeAll(() => {
  place = newPlace();
  const tables = [
    'states',
    'state_names',
    'state_years',
    'polity5',
    'freedom_house',
    'world_bank_population',
  ];
  smallWorld(join(place.folder, 'world'), tables);
  place.put('library/on-five/argument.yaml', article('falls'));
  place.put('library/on-five/falls.yaml', falls);
});
afterAll(() => place.remove());

const run = (cache: string, jobs: number): Running =>
  place.start(['test', 'on-five', '--json', '--jobs', String(jobs)], {
    ENTENTE_CACHE: join(place.folder, cache),
    ENTENTE_LIBRARY: join(place.folder, 'library'),
    ENTENTE_WORLD: join(place.folder, 'world'),
  });

/** Lines that are whole, in the order in which they were kept. */
function linesIn(cache: string): string[] {
  const folder = join(place.folder, cache);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .sort((a, b) => Number(a.includes('.critics')) - Number(b.includes('.critics')))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => {
      try {
        return JSON.parse(line) !== null;
      } catch {
        return false;
      }
    });
}

/** A moment in a run: at once, in its start, or when some more is kept and a little later. */
async function moment(random: Random, cache: string, over: () => boolean): Promise<void> {
  if (random.next() < 0.3) return pause(500 * random.next());
  const enough = linesIn(cache).length + random.int(8);
  while (!over() && linesIn(cache).length < enough) await pause(3);
  return pause(30 * random.next());
}

interface Told {
  killed: number;
  /** Of these, in the midst: some results were kept, others not. */
  inTheMidst: number;
  finished: number;
}

/** Kills run after run, each going on from the one before, and begins anew where one has come to its end. */
async function killAgainAndAgain(chain: number, whole: { out: string; lines: string[] }): Promise<Told> {
  const random = randomFrom(`kills ${chain}`);
  const told: Told = { killed: 0, inTheMidst: 0, finished: 0 };
  const cache = `chain-${chain}`;
  while (told.killed < kills / chains) {
    const before = linesIn(cache);
    const running = run(cache, 1 + random.int(2));
    let over = false;
    void running.ended.then(() => {
      over = true;
    });
    await moment(random, cache, () => over);
    running.kill('SIGKILL');
    const ended = await running.ended;
    const after = linesIn(cache);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after).size, 'nothing that was kept is run again').toBe(after.length);
    expect(whole.lines).toEqual(expect.arrayContaining(after));
    if (ended.signal === 'SIGKILL') {
      expect(whole.out.startsWith(ended.out), 'nothing is told but what is true').toBe(true);
      told.killed++;
      if (after.length > 0 && after.length < possible) told.inTheMidst++;
    } else {
      expect(ended).toEqual({ code: 0, signal: null, out: whole.out, err: '' });
      told.finished++;
      rmSync(join(place.folder, cache), { recursive: true });
    }
  }
  expect(await run(cache, 2).ended).toEqual({ code: 0, signal: null, out: whole.out, err: '' });
  expect(linesIn(cache).sort()).toEqual(whole.lines);
  return told;
}

describe(`a run that is killed ${kills} times, at random moments`, () => {
  it(
    'goes on from what was kept each time, runs the rest once, and tells the same to the byte',
    async () => {
      const { out } = await run('whole', 2).ended;
      const lines = linesIn('whole').sort();
      expect(lines).toHaveLength(possible);
      const told = await Promise.all(
        Array.from({ length: chains }, (_, chain) => killAgainAndAgain(chain, { out, lines })),
      );
      const sum = (of: (t: Told) => number): number => told.reduce((n, t) => n + of(t), 0);
      expect(sum((t) => t.killed)).toBeGreaterThanOrEqual(kills);
      expect(sum((t) => t.inTheMidst)).toBeGreaterThan(kills / 3);
    },
    Math.max(300_000, 10_000 * kills),
  );
});
