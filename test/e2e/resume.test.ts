import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/kernel/random.js';
import { article, type Ended, large, largeWith, newPlace, type Place, type Running } from './entente.js';

/** Estimates that a run has kept so far; answers to critics stand in files of their own. */
const kept = (cache: string, answers = false): number =>
  existsSync(cache)
    ? readdirSync(cache)
        .filter((f) => f.includes('.critics') === answers)
        .reduce((n, f) => n + readFileSync(join(cache, f), 'utf8').split('\n').length - 1, 0)
    : 0;

const specifications = 144;

const asksTheRecord = ({ critic, says }: { critic: string; says?: string }): boolean =>
  says !== undefined && ['measurement-error', 'leave-one-out', 'placebo'].includes(critic);

let place: Place;
/** What a run that nobody stops prints, and its pages. */
let whole: Ended;
let pages: Record<string, string>;

beforeAll(async () => {
  const library = newPlace();
  library.put('library/on-allies/argument.yaml', article('falls'));
  library.put('library/on-allies/falls.yaml', large);
  place = { ...newPlace(join(library.folder, 'library')), remove: library.remove };
  whole = await run('whole', '--jobs', '2', '--out', 'pages').ended;
  pages = pagesIn('pages');
});
afterAll(() => place.remove());

/** A run with a cache of its own. */
const run = (cache: string, ...more: string[]): Running =>
  place.start(['test', 'on-allies', '--json', ...more], { ENTENTE_CACHE: join(place.folder, cache) });

const pagesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(place.folder, folder)).map((f) => [
      f,
      readFileSync(join(place.folder, folder, f), 'utf8'),
    ]),
  );

/** Runs until so many results are kept, then sends a signal. */
async function stoppedAfter(
  lines: number,
  cache: string,
  signal: NodeJS.Signals,
  jobs: string,
): Promise<Ended> {
  const running = run(cache, '--jobs', jobs);
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  while (!over && kept(join(place.folder, cache)) < lines) await pause(2);
  running.kill(signal);
  return running.ended;
}

describe('a run', () => {
  it('tells the whole table', () => {
    expect(whole).toMatchObject({ code: 0, err: '' });
    const [claim] = JSON.parse(whole.out).claims;
    expect(claim.specifications).toBe(specifications / 2);
    expect(kept(join(place.folder, 'whole'))).toBe(specifications);
    expect(kept(join(place.folder, 'whole'), true)).toBe(claim.critics.filter(asksTheRecord).length);
  });

  it('gives the same bytes with one worker as with two, in what it prints and in its pages', async () => {
    const one = await run('none', '--no-cache', '--jobs', '1', '--out', 'pages-of-one').ended;
    expect(existsSync(join(place.folder, 'none'))).toBe(false);
    expect(one).toEqual(whole);
    expect(pagesIn('pages-of-one')).toEqual(pages);
  });

  it('gives the same bytes from what was kept', async () => {
    expect(await run('whole', '--out', 'pages-again').ended).toEqual(whole);
    expect(pagesIn('pages-again')).toEqual(pages);
  });

  it('with a changed alternative runs only what is new', async () => {
    place.put('other/on-allies/argument.yaml', article('falls'));
    place.put('other/on-allies/falls.yaml', largeWith('2005-2018'));
    const { out } = await run('whole', '--library', 'other').ended;
    expect(JSON.parse(out).claims[0].specifications).toBe((specifications + 24) / 2);
    expect(kept(join(place.folder, 'whole'))).toBe(specifications + 24);
  });
});

describe('a run that is stopped', () => {
  it('ends with 130, keeps what is done, and goes on from there', async () => {
    let before = 0;
    for (const [signal, jobs] of [
      ['SIGINT', '1'],
      ['SIGINT', '2'],
      ['SIGTERM', '2'],
    ] as const) {
      const stopped = await stoppedAfter(before + 10, 'stopped', signal, jobs);
      expect(stopped).toEqual({ code: 130, signal: null, out: '', err: '\nstopped; what is done is kept\n' });
      const after = kept(join(place.folder, 'stopped'));
      expect(after).toBeGreaterThanOrEqual(before + 10);
      before = after;
    }
    expect(before).toBeLessThan(specifications);
    expect(await run('stopped').ended).toEqual(whole);
    expect(kept(join(place.folder, 'stopped'))).toBe(specifications);
  });

  it('five times without a word, at any moment, goes on from what was kept each time', async () => {
    const random = randomFrom('five moments');
    let before = 0;
    for (let i = 0; i < 5; i++) {
      const jobs = i % 2 === 0 ? '2' : '1';
      const killed = await stoppedAfter(before + 1 + random.int(12), 'killed', 'SIGKILL', jobs);
      expect(killed).toMatchObject({ code: null, signal: 'SIGKILL', out: '' });
      const after = kept(join(place.folder, 'killed'));
      expect(after).toBeGreaterThan(before);
      before = after;
    }
    expect(before).toBeLessThan(specifications);
    expect(await run('killed', '--jobs', '2', '--out', 'pages-of-the-killed').ended).toEqual(whole);
    expect(pagesIn('pages-of-the-killed')).toEqual(pages);
  });

  it('leaves no page half written', () => {
    expect(readdirSync(place.folder).filter((f) => f.includes('.tmp'))).toEqual([]);
    for (const folder of readdirSync(place.folder).filter((f) => f.startsWith('pages')))
      expect(readdirSync(join(place.folder, folder)).sort()).toEqual(['index.html', 'on-allies.html']);
  });
});

describe('a table that is being written when it is stopped', () => {
  it('is not there, nor any part of it', async () => {
    const variables = 'polity2,polyarchy,libdem,cinc,gdp_per_capita,imports,defence_pact';
    const running = place.start(['panel', 'dyad-year', '--variables', variables, '--out', 'panel.csv']);
    const drafts = (): string[] => readdirSync(place.folder).filter((f) => f.startsWith('panel.csv'));
    let over = false;
    void running.ended.then(() => {
      over = true;
    });
    while (!over && drafts().length === 0) await pause(2);
    expect(drafts()).toEqual([expect.stringMatching(/^panel\.csv\.\d+\.tmp$/)]);
    running.kill('SIGINT');
    expect(await running.ended).toEqual({ code: null, signal: 'SIGINT', out: '', err: '' });
    expect(drafts()).toEqual([]);
  });
});
