import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { type Spoken, spoken } from '../cli/spoken.js';

const docs = join(projectRoot(), 'docs');
let place: Spoken;
beforeAll(() => {
  place = spoken();
});
afterAll(() => place.remove());

/** The commands of the page, word by word. */
const commands = readFileSync(join(docs, 'pictures.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('entente '))
  .map((line) => line.split(' ').slice(1));

describe('the page on pictures', () => {
  it.each(commands.map((words) => [words.join(' '), words] as const))('%s: draws', async (_, words) => {
    const { code, err } = await place.run(...words);
    expect([code, err.split('\n')[0]]).toEqual([0, expect.stringContaining(words.at(-1)!)]);
  });

  it('shows the picture that its command draws', () => {
    const of = (folder: string): string =>
      readFileSync(join(folder, 'agreement.svg'), 'utf8').replace(/world [0-9a-f]{12}/, 'world');
    expect(of(place.folder)).toBe(of(docs));
  });
});
