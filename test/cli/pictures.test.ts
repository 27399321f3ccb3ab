import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { type Spoken, spoken } from './spoken.js';

let place: Spoken;
beforeAll(() => {
  place = spoken();
  mkdirSync(join(place.folder, 'arguments', 'votes'), { recursive: true });
  cpSync(
    join(projectRoot(), 'arguments', 'summit-for-democracy', 'argument.yaml'),
    join(place.folder, 'arguments', 'votes', 'argument.yaml'),
  );
  const file = join(place.folder, 'arguments', 'votes', 'argument.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/claims:[\s\S]*/, 'claims:\n  - drawn\n'));
});
afterAll(() => place.remove());

const head = `claim: Votes tell who stands with whom.
measured: Nothing.
counts-against: Nothing.
awaits: [network]
`;

/** Puts the claim there with these pictures, and gives its path. */
function claim(pictures: string): string {
  const file = join('arguments', 'votes', 'drawn.yaml');
  writeFileSync(join(place.folder, file), `${head}${pictures}`);
  return file;
}

describe('pictures that a claim asks for', () => {
  it('stand on its page with finding, alternative text, numbers and files, and load nothing', async () => {
    claim(`pictures:
  - { draw: ideal-points, states: [USA, CHN, Russia], years: 1992-2024, says: Three powers. }
  - { draw: agreement, pairs: [[USA, CHN], [USA, GBR]], votes: hr }
  - { draw: map, poles: [USA, CHN], years: 2020, by: ideal-points, says: Two powers. }
`);
    const { code, err } = await place.run('brief', 'votes', '--out', 'pages');
    expect([code, err.split(';')[0]]).toEqual([0, 'wrote 2 pages']);
    const page = readFileSync(join(place.folder, 'pages', 'votes.html'), 'utf8');
    const { document } = parseHTML(page);
    const heads = [...document.querySelectorAll('#drawn h3')].map((h) => h.textContent);
    expect(heads).toContain('Who stands with whom');
    const figures = [...document.querySelectorAll('#drawn figure')];
    expect(figures).toHaveLength(3);
    for (const figure of figures) {
      const title = figure.querySelector('figcaption strong')!.textContent!;
      for (const svg of figure.querySelectorAll('svg'))
        expect(svg.getAttribute('aria-label')).toContain(title);
      const [wide, narrow] = [...figure.querySelectorAll('svg')].map((s) => s.getAttribute('width'));
      expect([wide, narrow]).toEqual(['760', '358']);
      const files = [...figure.querySelectorAll('.take a')].map((a) => a.getAttribute('download')!.slice(-4));
      expect(files).toEqual(['.svg', '.csv']);
      expect(figure.querySelectorAll('details.data tbody tr').length).toBeGreaterThan(30);
    }
    expect(figures[0]!.querySelector('figcaption span')!.textContent).toMatch(
      /^Three powers. Ideal points in/,
    );
    expect(figures[0]!.textContent).toContain('China (interval)');
    expect(figures[1]!.textContent).toContain('Votes in which both took part');
    expect(figures[2]!.querySelector('figcaption span')!.textContent).toMatch(/^Two powers. Ideal points in/);
    expect(figures[2]!.querySelectorAll('details.data tbody tr').length).toBeGreaterThan(180);
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/[ "]url\(#([^)]+)\)/g)) expect(page).toContain(`id="${id}"`);
    expect(page).not.toMatch(/(?:src|href)="https?:[^"]*\.(?:js|css|svg|png)/);
    const again = await place.run('brief', 'votes', '--out', 'pages');
    expect([again.code, readFileSync(join(place.folder, 'pages', 'votes.html'), 'utf8')]).toEqual([0, page]);
  });

  it.each([
    ['{ draw: ideal-points, states: [USA, Chnia] }', 41, 'unknown state: Chnia\n  did you mean China?'],
    ['{ draw: ideal-points, states: [USA, Kosovo] }', 41, 'Kosovo never voted in the General Assembly'],
    ['{ draw: ideal-points, states: [USA, USSR], years: 1930-1950 }', 48, 'had no vote before 1946'],
    ['{ draw: ideal-points, states: [USA, CHN], years: 2024-2050 }', 47, 'the record of votes ends in 2025'],
    ['{ draw: ideal-points, states: [USA, CHN], years: 1964 }', 47, 'too few votes in 1964'],
    ['{ draw: ideal-points, states: [USA, America] }', 27, 'a state is named twice'],
    ['{ draw: agreement, pairs: [[USA, CHN], [USA, USA]] }', 44, 'both states of a pair are United States'],
    ['{ draw: agreement, pairs: [[USA]] }', 32, 'expected two states: [USA, CHN]'],
    ['{ draw: agreement, states: [USA, CHN] }', 24, 'states belongs to ideal-points'],
    ['{ draw: agreement, years: 1990-2000 }', 7, 'agreement needs pairs'],
    ['{ draw: agreement, pairs: [[USA, CHN]], states: [USA] }', 45, 'states belongs to ideal-points'],
    ['{ draw: maps, poles: [USA, CHN] }', 7, 'expected one of ideal-points, agreement, map'],
    ['{ draw: map, years: 2020 }', 7, 'map needs poles'],
    ['{ draw: map, poles: [USA, CHN] }', 7, 'map needs years: the one that it shows'],
    ['{ draw: map, poles: [USA], years: 2020 }', 18, 'expected two states: [USA, CHN]'],
    ['{ draw: map, poles: [USA, CHN], years: 2019-2020 }', 37, 'a map is of one year: 2019-2020'],
    ['{ draw: map, poles: [USA, Kosovo], years: 2020 }', 18, 'Kosovo never voted in the General Assembly'],
    ['{ draw: agreement, pairs: [[USA, CHN]], by: ideal-points }', 45, 'by belongs to map'],
    ['{ draw: agreement, pairs: [[USA, CHN]], vote: hr }', 45, 'did you mean votes?'],
    ['{ draw: agreement, pairs: [[USA, CHN]], votes: humans }', 45, 'expected one of all, me'],
  ])('are refused before anything runs, with the place: %s', async (picture, column, says) => {
    const { code, out, err } = await place.run('check', claim(`pictures:\n  - ${picture}\n`));
    expect([code, out]).toEqual([2, '']);
    expect(err.slice(err.indexOf('drawn.yaml'))).toMatch(new RegExp(`^drawn.yaml:6:${column}: `));
    expect(err).toContain(says);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});
