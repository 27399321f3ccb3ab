import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/designs/picture.js';
import { drawPicture } from '../../src/figures/draw-picture.js';
import { bars, lines } from '../brief/fixture.js';

const dom = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
const texts = (svg: string): string[] =>
  [...dom(svg).querySelectorAll('text')].map((t) => t.textContent ?? '');

describe('drawPicture', () => {
  it('carries the alternative text on the image', async () => {
    const svg = dom(await drawPicture(lines)).querySelector('svg')!;
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe(lines.alt);
  });

  it('shows years without commas, and names each line and rule once', async () => {
    const shown = texts(await drawPicture(lines));
    expect(shown).toContain('1990');
    expect(shown.join(' ')).not.toMatch(/\d,\d{3}/);
    for (const name of ['United States', 'Russia (USSR to 1991)', 'China', 'median member', 'a tenth'])
      expect(shown.filter((t) => t === name)).toHaveLength(1);
  });

  it('tells roles apart by dash as well as by colour', async () => {
    const paths = [
      ...dom(await drawPicture(lines)).querySelectorAll('g[stroke-dasharray], path[stroke-dasharray]'),
    ];
    expect(new Set(paths.map((p) => p.getAttribute('stroke-dasharray'))).size).toBeGreaterThanOrEqual(3);
  });

  it('ranks bars of several series that share no category, and writes values at their ends', async () => {
    const shown = texts(await drawPicture(bars));
    const ranks = shown.filter((t) =>
      /^(Türkiye|Hungary|India|Poland|Brazil|Nicaragua|Serbia|Mali)$/.test(t),
    );
    expect(ranks).toEqual(['Türkiye', 'Hungary', 'India', 'Poland', 'Brazil', 'Nicaragua', 'Serbia', 'Mali']);
    expect(shown).toEqual(expect.arrayContaining(['0.31', '0.10', 'USA and allies', 'others']));
  });

  it('uses a legend only where there are several series', async () => {
    const one: Picture = { ...bars, marks: bars.marks.slice(0, 1) };
    expect(texts(await drawPicture(one))).not.toContain('USA and allies');
  });

  it('draws a column for each series side by side where categories are shared', async () => {
    const points = ['1990s', '2000s'].map((x, i) => ({ x, y: 1 + i }));
    const { horizontal: _, ...upright } = bars;
    const svg = await drawPicture({
      ...upright,
      marks: [
        { kind: 'bars', role: 'main', name: 'a', points },
        { kind: 'bars', role: 'comparison', name: 'b', points },
      ],
    });
    const columns = [...dom(svg).querySelectorAll('rect')].filter(
      (r) => Number(r.getAttribute('height')) > 10,
    );
    expect(new Set(columns.map((r) => r.getAttribute('x'))).size).toBe(4);
  });

  it('names a line with gaps once, and by a key where a series ends before the others', async () => {
    const run = (from: number, to: number, name: string): Picture['marks'][number] => ({
      ...{ kind: 'line', role: name === 'votes' ? 'main' : 'context', name },
      points: Array.from({ length: to - from + 1 }, (_, i) => ({ x: from + i, y: i })),
    });
    const gaps: Picture = {
      ...lines,
      marks: [run(1990, 1999, 'votes'), run(2003, 2014, 'votes'), run(2014, 2015, 'later')],
    };
    const short: Picture = { ...gaps, marks: [...gaps.marks, run(2015, 2024, 'later')] };
    for (const picture of [gaps, short])
      expect(texts(await drawPicture(picture)).filter((t) => t === 'votes' || t === 'later')).toEqual([
        'votes',
        'later',
      ]);
    const y = async (p: Picture): Promise<number> => {
      const name = [...dom(await drawPicture(p)).querySelectorAll('tspan')].find(
        (t) => t.textContent === 'votes',
      )!;
      return Number(name.getAttribute('y'));
    };
    expect(await y(short)).toBeLessThan(50);
    expect(await y(gaps)).toBeGreaterThan(50);
  });

  it('keeps every label inside the picture, wide and narrow', async () => {
    for (const picture of [bars, lines])
      for (const width of [358, 760]) {
        const svg = dom(await drawPicture(picture, { width }));
        const at = [...svg.querySelectorAll('text[x], tspan[x]')].map((t) => Number(t.getAttribute('x')));
        expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...at)).toBeLessThanOrEqual(width);
      }
  });

  it('puts title, subtitle and source inside only where it stands alone', async () => {
    const inside = texts(await drawPicture(lines, { standalone: true })).join(' ');
    const words = (t: string): string => t.replace(/[ \n]+/g, ' ');
    expect(words(inside)).toContain(lines.title);
    expect(words(inside)).toContain(`Source: ${lines.source}`);
    expect(texts(await drawPicture(lines)).join(' ')).not.toContain(lines.title);
  });

  it('escapes what comes from the data', async () => {
    const hostile = '<script>alert(1)</script>"&';
    const svg = await drawPicture({
      ...lines,
      alt: hostile,
      y: { label: hostile },
      marks: lines.marks.map((m) =>
        m.kind === 'rule' ? { ...m, label: hostile } : { ...m, name: hostile + m.name },
      ),
    });
    expect(svg).not.toContain('<script');
    expect(dom(svg).querySelector('svg')!.getAttribute('aria-label')).toBe(hostile);
  });

  it('is the same bytes each time and holds no style sheet, script or address', async () => {
    const svg = await drawPicture(lines);
    expect(await drawPicture(lines)).toBe(svg);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /<style|<script|https?:|href|\bid=/,
    );
  });

  it('refuses a picture without a number', async () => {
    await expect(drawPicture({ ...lines, marks: [] })).rejects.toMatchObject({
      code: 'figures/empty-picture',
    });
  });
});
