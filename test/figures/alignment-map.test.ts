import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  type Aligned,
  type Alignment,
  boundsOf,
  counts,
  leaning,
  sideOf,
} from '../../src/figures/alignment-map/alignment.js';
import { alignmentWords, withArticle } from '../../src/figures/alignment-map/alignment-words.js';
import { type AlignmentMap, drawAlignmentMap } from '../../src/figures/alignment-map/draw-alignment-map.js';
import { landOf2018 } from '../../src/figures/alignment-map/land.js';
import { textSize, textWidth } from '../../src/figures/text-width.js';

const land = landOf2018();
const state = (ccode: number, name: string, first: number, second: number): Aligned => ({
  ...{ ccode, name, near: [first, second], votes: [80, 80] },
});

const alignment: Alignment = {
  year: 1985,
  poles: [
    { ccode: 2, name: 'United States' },
    { ccode: 365, name: 'Soviet Union' },
  ],
  states: [
    state(20, 'Canada', 50, 30),
    state(750, 'India', 10, 80),
    state(56, 'St. Lucia', 30, 31),
    state(265, 'East Germany', 9.6, 99),
    state(345, 'Yugoslavia', 15, 70),
  ],
  silent: [{ ccode: 560, name: 'South Africa & so on' }],
};
const words = alignmentWords(alignment, {
  by: 'agreement',
  votes: 'all votes',
  recorded: 155,
  source: 'A. Author',
});
const map: AlignmentMap = { alignment, words, land };
const drawn = (width: number) =>
  parseHTML(`<body>${drawAlignmentMap(map, { width })}</body>`).document.querySelector('svg')!;
const textsOf = (width: number) => [...drawn(width).querySelectorAll('text')];

describe('where a state stands', () => {
  it('is a matter of the nearer pole and of bounds that hold every leaning', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1 }), (all) => {
        const states = all.map((x) => state(1, 'X', x, 0));
        const bounds = boundsOf(states);
        const most = Math.max(...all.map(Math.abs));
        if (most > 1e-3) expect(most).toBeLessThanOrEqual(1.5 * bounds[2] * (1 + 1e-6));
        for (const s of states) {
          const side = sideOf(s, bounds);
          if (side !== 0) expect(Math.sign(side)).toBe(Math.sign(leaning(s)));
          expect(sideOf({ ...s, near: [s.near[1], s.near[0]] }, bounds) + 0).toBe(-side + 0);
        }
      }),
    );
  });

  it('is even where the leaning is slight, or cannot be told', () => {
    const bounds = boundsOf(alignment.states);
    expect(bounds).toEqual([6, 30, 60]);
    expect(alignment.states.map((s) => sideOf(s, bounds))).toEqual([1, -3, 0, -3, -2]);
    expect(sideOf({ ...alignment.states[1]!, untold: true }, bounds)).toBe(0);
    expect(counts(alignment, bounds)).toEqual({ first: 1, second: 3, even: 1 });
  });

  it('is counted in the title, the larger side first', () => {
    expect(words.title).toBe(
      'In 1985, 3 of 5 states voted more like the Soviet Union than like the United States, 1 the other way, 1 about evenly between them',
    );
    expect(words.alt).toContain('Farthest towards the United States: Canada');
    expect([withArticle('Netherlands'), withArticle('China'), withArticle('Congo')]).toEqual([
      'the Netherlands',
      'China',
      'the Congo',
    ]);
  });
});

describe('a map of alignment', () => {
  it('says of each state what its colour says', () => {
    const titles = [...drawn(960).querySelectorAll('title')].map((t) => t.textContent);
    expect(titles).toContain('India: United States 10\u00a0%, Soviet Union 80\u00a0%');
    expect(titles).toContain('South Africa & so on: too few votes');
    expect(titles.filter((t) => t === 'Soviet Union')).toHaveLength(1);
    expect(titles.some((t) => t?.startsWith('East Germany'))).toBe(false);
  });

  it('names who is not on the land of 2018, and who is drawn in part', () => {
    const said = textsOf(960).map((t) => t.textContent);
    expect(said).toContain('Not on the map of 2018, and how much nearer they were:');
    expect(said).toContain('East Germany 89');
    expect(said.some((t) => /in part|on a part.*: Soviet Union, Yugoslavia\.$/.test(t ?? ''))).toBe(true);
    const later = { ...map, alignment: { ...alignment, year: 2020, states: alignment.states.slice(0, 3) } };
    expect(drawAlignmentMap(later)).not.toMatch(/Not on the map|on a part of/);
  });

  it('stripes the first pole’s side, and hatches who has too few votes', () => {
    const fills = (name: string) =>
      [...drawn(960).querySelectorAll('g')]
        .find((g) => g.firstElementChild?.textContent?.startsWith(name))!
        .querySelectorAll('path, circle');
    expect([...fills('Canada')].map((p) => p.getAttribute('fill')?.slice(0, 11))).toEqual([
      'var(--first',
      'url(#alignm',
    ]);
    expect(fills('India')).toHaveLength(1);
    expect([...fills('South Africa')].at(-1)!.getAttribute('fill')).toBe('url(#alignment-none)');
    expect([...fills('St. Lucia')].map((p) => p.tagName.toLowerCase())).toContain('circle');
  });

  it.each([358, 760, 960])('%d pixels wide, cuts no word', (width) => {
    for (const text of textsOf(width)) {
      const spans = [...text.querySelectorAll('tspan')];
      const anchor = text.getAttribute('text-anchor') ?? 'start';
      for (const part of spans.length > 0 ? spans : [text]) {
        const x = Number(part.getAttribute('x'));
        const wide = textWidth(part.textContent ?? '', textSize);
        const left = anchor === 'middle' ? x - wide / 2 : anchor === 'end' ? x - wide : x;
        expect(left, part.textContent ?? '').toBeGreaterThanOrEqual(-1);
        expect(left + wide, part.textContent ?? '').toBeLessThanOrEqual(width + 1);
      }
    }
    expect(drawAlignmentMap(map, { width })).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('as a file of its own has title, source and the colours of light paper', () => {
    const svg = drawAlignmentMap(map, { width: 960, standalone: true });
    expect(svg).toContain('Natural Earth');
    expect(svg).toContain('In 1985, 3 of 5 states');
    expect(svg).not.toContain('var(--');
  });
});

describe('the land of 2018', () => {
  it('has every member of the state system, as land or as a dot, in its place', () => {
    expect(land.states).toHaveLength(195);
    for (const s of land.states) {
      expect(s.path !== '' || s.dot !== undefined, String(s.ccode)).toBe(true);
      const [x, y] = s.dot ?? s.at;
      expect(x >= 0 && x <= land.width && y >= land.top && y <= land.bottom, String(s.ccode)).toBe(true);
    }
  });

  it('has dots that do not lie on each other', () => {
    const dots = land.states.flatMap((s) => (s.dot ? [s.dot] : []));
    const near = dots.flatMap(([x, y], i) => dots.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v)));
    expect(dots.length).toBeGreaterThan(30);
    expect(Math.min(...near)).toBeGreaterThan(6);
  });
});
