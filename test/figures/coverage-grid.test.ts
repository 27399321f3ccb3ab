import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { completeness, kindOf, spansOf, totals } from '../../src/figures/coverage-grid.js';
import { type CoverageFigure, drawCoverageGrid } from '../../src/figures/draw-coverage-grid.js';
import { gridOf } from './coverage-fixture.js';

const years = { from: 2000, to: 2004 };
const grid = {
  ...gridOf(years, { Aland: [1, 1, 1, 0, 0], Beland: [1, 0, 0, 1, 0], Celand: [null, null, 0, 0, 0] }),
  covered: { from: 2000, to: 2003 },
};
const figure: CoverageFigure = {
  grid,
  title: 'x is known for 1 of 3 states in 2003 & before',
  subtitle: 'An example.',
  source: 'A. Author (2004).',
  alt: 'Grid of 3 states.',
  total: 'States with a value',
  key: { known: 'a value', none: 'none', outside: 'outside', absent: 'blank' },
  softly: false,
};

const svgOf = (f: CoverageFigure) =>
  parseHTML(`<body>${drawCoverageGrid(f)}</body>`).document.querySelector('svg')!;
const texts = (f: CoverageFigure): string[] =>
  [...svgOf(f).querySelectorAll('text')].map((t) => t.textContent ?? '');
/** Left edge, width and height of every box of a row’s paths, by their fill. */
const boxes = (f: CoverageFigure, row: string) => {
  const group = [...svgOf(f).querySelectorAll('g')].find((g) =>
    g.querySelector('title')?.textContent?.startsWith(`${row}:`),
  )!;
  return [...group.querySelectorAll('path')].map((p) => ({
    fill: p.getAttribute('fill')!,
    boxes: [...(p.getAttribute('d') ?? '').matchAll(/M([\d.]+) [\d.]+h([\d.]+)v([\d.]+)/g)].map((m) =>
      m.slice(1).map(Number),
    ),
  }));
};

describe('a coverage grid', () => {
  it('knows what each cell is', () => {
    const kinds = grid.rows.map((row) => row.of.map((_, i) => kindOf(grid, row, i)));
    expect(kinds).toEqual([
      ['known', 'known', 'known', 'none', 'outside'],
      ['known', 'none', 'none', 'known', 'outside'],
      ['absent', 'absent', 'none', 'none', 'outside'],
    ]);
  });

  it('tells spans, totals, and which states have a value in every year, in some, in none', () => {
    expect(spansOf(grid, grid.rows[1]!, 'none')).toEqual([{ from: 2001, to: 2002 }]);
    expect(totals(grid)).toEqual({ of: [2, 2, 3, 3, 3], known: [2, 1, 1, 1, 0] });
    const { every, some, never } = completeness(grid);
    expect([every, some, never].map((rows) => rows.map((r) => r.name))).toEqual([
      [],
      ['Aland', 'Beland'],
      ['Celand'],
    ]);
    const short = { ...grid, covered: { from: 2000, to: 2002 } };
    expect(completeness(short).every.map((r) => r.name)).toEqual(['Aland']);
  });
});

describe('drawCoverageGrid', () => {
  it('carries the alternative text, the title, the key, the years and every state', () => {
    expect(svgOf(figure).getAttribute('aria-label')).toBe(figure.alt);
    const shown = texts(figure);
    for (const text of [
      figure.title,
      'Aland',
      'Beland',
      'Celand',
      'CEL',
      '2000',
      '2004',
      'a value',
      'outside',
    ])
      expect(shown).toContain(text);
    expect(shown.some((t) => t.startsWith('Source: A. Author'))).toBe(true);
  });

  it('gives each run of years one box of its kind: full, pale, a thin line, nothing', () => {
    const found = boxes(figure, 'Beland');
    const [line, pale, full] = found.map((f) => f.boxes);
    const left = full![0]![0]!;
    expect(full).toEqual([
      [left, 24, 10],
      [left + 72, 24, 10],
    ]);
    expect(pale).toEqual([[left + 24, 48, 10]]);
    expect(line).toEqual([[left + 96, 24, 2]]);
    expect(new Set(found.map((f) => f.fill)).size).toBe(3);
    expect(
      boxes(figure, 'Celand')
        .flatMap((f) => f.boxes.map((b) => b[0]!))
        .sort((a, b) => a - b)[0],
    ).toBe(left + 48);
  });

  it('draws of pairs their share as height, and fills a cell only where all have a value', () => {
    const pairs = gridOf({ from: 2000, to: 2003 }, { Aland: [1, 0.99, 0.5, 0.01] }, 'dyad-year');
    const [pale, full] = boxes({ ...figure, grid: pairs }, 'Aland').map((f) => f.boxes.map((b) => b[2]));
    expect(full).toEqual([10, 8.75, 5, 2]);
    expect(pale).toEqual([10]);
  });

  it('shows no key of what cannot be, and no columns where nothing is to be summed', () => {
    const system: CoverageFigure = {
      ...figure,
      total: '',
      grid: gridOf(years, { 'the system': [1, 1, 0, 1, 1] }, 'system-year'),
    };
    const shown = texts(system);
    for (const text of ['outside', 'blank', figure.total]) expect(shown).not.toContain(text);
    expect(shown.filter((t) => t === '2000')).toHaveLength(1);
  });

  it('repeats the years among many states, and stays within its frame', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`State ${i}`, [1, 1, 1, 1, 1]]));
    const f = { ...figure, grid: gridOf(years, many) };
    expect(texts(f).filter((t) => t === '2002').length).toBeGreaterThanOrEqual(3);
    const svg = svgOf(f);
    const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number);
    for (const t of svg.querySelectorAll('text')) {
      expect(Number(t.getAttribute('x'))).toBeLessThan(width!);
      expect(Number(t.getAttribute('y'))).toBeLessThan(height!);
    }
  });

  it('escapes what people wrote', () => expect(drawCoverageGrid(figure)).toContain('2003 &amp; before'));
});
