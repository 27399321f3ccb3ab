import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { showPercent } from '../../src/figures/numbers.js';
import { optionsChart } from '../../src/figures/options-chart.js';
import { verdictBar } from '../../src/figures/verdict-bar.js';
import { byYardstick } from '../brief/fixture.js';

const dom = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
const texts = (svg: string): string[] =>
  [...dom(svg).querySelectorAll('text')].map((t) => t.textContent ?? '');

describe('verdictBar', () => {
  const shares = { for: 0.62, against: 0.2, open: 0.1, failed: 0.08 };

  it('writes the shares in words and gives each its length', () => {
    const svg = verdictBar(shares, { width: 100 });
    expect(texts(svg)).toEqual(['for 62\u00a0%', 'open 10\u00a0%', 'against 20\u00a0%']);
    const widths = ['for', 'open', 'against', 'failed'].map((side) =>
      Number(/h([\d.]+)v/.exec(dom(svg).querySelector(`path.${side}`)!.getAttribute('d')!)![1]),
    );
    expect(widths).toEqual([62, 10, 20, 8]);
    expect(dom(svg).querySelector('svg')!.getAttribute('aria-label')).toBe(
      '62\u00a0% for, 10\u00a0% open, 20\u00a0% against, 8\u00a0% failed',
    );
  });

  it('marks what is against with dots, so that its colour is not needed', () => {
    const dotted = (against: number): number =>
      dom(verdictBar({ ...shares, against })).querySelectorAll('path[stroke-dasharray]').length;
    expect([dotted(0.2), dotted(0)]).toEqual([1, 0]);
  });

  it('is a strip without words for tables, still with its alternative text', () => {
    const svg = verdictBar({ for: 1, against: 0, open: 0, failed: 0 }, { labels: false });
    expect(texts(svg)).toEqual([]);
    expect(dom(svg).querySelector('svg')!.getAttribute('aria-label')).toContain('100\u00a0% for');
  });
});

describe('optionsChart', () => {
  it('shows for each choice its share of the spread, and for each option its split and median', () => {
    const verdict = byYardstick('states');
    for (const width of [358, 760]) {
      const shown = texts(optionsChart(verdict, { width }));
      for (const d of verdict.decides) {
        expect(shown.join(' ')).toContain(`${showPercent(d.share)} of the spread`);
        for (const o of d.options) expect(shown).toContain(showPercent(o.for));
      }
    }
  });

  it('puts the choice that decides most first and marks the options that turn the answer', () => {
    const verdict = byYardstick('states');
    const shown = texts(optionsChart(verdict));
    const shares = [...verdict.decides].sort((a, b) => b.share - a.share);
    expect(shown.find((t) => t.includes('of the spread'))!.toLowerCase()).toContain(shares[0]!.alternative);
    const flips = verdict.decides.flatMap((d) => d.flips);
    expect(flips.length).toBeGreaterThan(0);
    expect(shown.filter((t) => t.endsWith('⇄'))).toHaveLength(flips.length);
  });

  it('tells the same in words', () => {
    const alt = dom(optionsChart(byYardstick('states')))
      .querySelector('svg')!
      .getAttribute('aria-label')!;
    expect(alt).toMatch(/\d+\u00a0% of the spread hangs on regime: .*polity2 \d+\u00a0% for/);
  });
});
