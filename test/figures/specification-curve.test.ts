import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type CurveEffect, curvePoints, curveScale } from '../../src/figures/curve-scale.js';
import { specificationCurve } from '../../src/figures/specification-curve.js';
import {
  byYardstick,
  largeReading,
  part,
  ratioAbove1,
  reading,
  supportedReading,
  trend,
} from '../brief/fixture.js';
import { workingTime } from '../working-time.js';

const ratio: CurveEffect = { ...ratioAbove1, scale: 'log', unit: 'times its part' };
const dom = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
const texts = (svg: string): string[] =>
  [...dom(svg).querySelectorAll('text')].map((t) => t.textContent ?? '');
const marks = (svg: string, stance: string): number =>
  (dom(svg).querySelector(`g.${stance} path`)?.getAttribute('d') ?? '').split('M').length - 1;

/** The marks in the row of an option. */
function rowOf(svg: string, name: string): string {
  const names = [...dom(svg).querySelectorAll('g.names text')].map((t) => t.textContent);
  return dom(svg).querySelectorAll('g.choices path')[names.indexOf(name)]!.getAttribute('d')!;
}

describe('specificationCurve', () => {
  it('draws each estimate once, by stance, and lists what failed', () => {
    const some = byYardstick('states');
    const failing = some.graded.find((g) => g.stance === 'failed')!;
    const graded = [...some.graded.filter((g) => g !== failing).slice(0, 120), failing];
    const count = (stance: string): number => graded.filter((g) => g.stance === stance).length;
    const counts = { for: count('for'), against: count('against'), open: count('open'), failed: 1 };
    const verdict = { ...some, graded, counts };
    const svg = specificationCurve(verdict, ratio);
    for (const stance of ['for', 'against', 'open'] as const)
      expect(marks(svg, stance)).toBe(verdict.counts[stance]);
    const alt = dom(svg).querySelector('svg')!.getAttribute('aria-label')!;
    expect(alt).toContain(`${verdict.counts.for} for the claim`);
    expect(alt).toContain(`${verdict.counts.failed} failed`);
  });

  it('has a row with a tick for each specification that uses an option', () => {
    const verdict = supportedReading();
    const svg = specificationCurve(verdict, { ...ratio, effect: 'slope', threshold: 0, scale: 'linear' });
    const shown = texts(svg);
    for (const option of ['all', 'final passage', '1971–2021', 'as against', 'left out'])
      expect(shown).toContain(option);
    const ticks = rowOf(svg, 'final passage').split('v').length - 1;
    expect(ticks).toBe(verdict.graded.filter((g) => g.choices['issue'] === 'final-passage').length);
  });

  it('labels ratios in plain numbers on an axis of logs, with the lines that decide', () => {
    const points = curvePoints(byYardstick('states').graded);
    const scale = curveScale(points, ratio);
    expect(scale.position(1.44) - scale.position(1.2)).toBeCloseTo(
      scale.position(1.2) - scale.position(1),
      9,
    );
    expect(scale.lines.map((l) => l.at)).toEqual([1, expect.closeTo(1.1, 9)]);
    expect(texts(specificationCurve(byYardstick('states'), ratio))).toEqual(
      expect.arrayContaining(['no effect 1', 'matters from 1.1', '1.5']),
    );
  });

  it('sets the line that matters on the side of which the claim speaks, on both for no effect', () => {
    const points = curvePoints(supportedReading().graded);
    const slope = { ...ratio, threshold: 0, scale: 'linear' } as const;
    const at = (effect: CurveEffect): number[] => curveScale(points, effect).lines.map((l) => l.at);
    expect(at(slope)).toEqual([0, 0.5]);
    expect(at({ ...slope, direction: 'below' })).toEqual([0, -0.5]);
    expect(at({ ...slope, rule: 'no-effect' })).toEqual([0, 0.5, -0.5]);
  });

  it.each([
    ['more', 'above', 'higher speaks'],
    ['more', 'below', 'lower speaks'],
    ['no-more-than', 'above', 'lower speaks'],
    ['no-more-than', 'below', 'higher speaks'],
    ['no-effect', 'above', 'near the line speaks'],
  ] as const)('says for %s %s that %s for the claim', (rule, direction, words) => {
    expect(
      texts(specificationCurve(byYardstick('states'), { ...ratio, rule, direction })).join(' '),
    ).toContain(words);
  });

  it('stands in multiples of what matters where specifications are measured on different scales', () => {
    const scales: Record<string, number> = { cinc: 0.01, gdp: 100 };
    const verdict = reading(
      'as stated',
      {},
      {
        design: trend,
        part: part({
          expect: { ...ratioAbove1, effect: 'slope', threshold: 0 },
          alternatives: [{ name: 'resource', slots: [['cinc'], ['gdp']] }],
        }),
        truth: (c) => ({ value: 3 * scales[String(c['resource'])]!, half: scales[String(c['resource'])]! }),
        matters: (c) => scales[String(c['resource'])]!,
      },
    );
    const points = curvePoints(verdict.graded);
    for (const p of points) expect(Math.abs(p.value - 3)).toBeLessThan(0.51);
    const slope = { ...ratio, effect: 'slope', threshold: 0, scale: 'linear' } as const;
    expect(curveScale(points, slope).lines.map((l) => l.at)).toEqual([0, 1]);
    expect(texts(specificationCurve(verdict, slope)).join(' ')).toContain('in multiples of what matters');
  });

  it('stays small and quick with two thousand specifications', () => {
    const verdict = largeReading(40);
    expect(verdict.specifications).toBe(4000);
    const worked = workingTime();
    const svg = specificationCurve(verdict, ratio);
    expect(worked()).toBeLessThan(2000);
    expect(svg.length).toBeLessThan(200_000);
    const alt = dom(svg).querySelector('svg')!.getAttribute('aria-label')!;
    expect(alt).toContain('Specification curve of 3,960 estimates');
    for (const stance of ['for', 'open', 'against'] as const) expect(marks(svg, stance)).toBeGreaterThan(0);
  });

  it('bundles the intervals of many tests, and shows how common an option is along the curve', () => {
    const verdict = largeReading(20);
    const svg = specificationCurve(verdict, ratio);
    // Freedom House stands at the low end of the curve, Polity at the high end: their tallest bars do, too.
    const tallest = (d: string): number => {
      const steps = [...d.matchAll(/V([\d.]+)H([\d.]+)/g)].map((m) => ({ y: Number(m[1]), x: Number(m[2]) }));
      return steps.reduce((a, b) => (b.y < a.y ? b : a)).x;
    };
    expect(tallest(rowOf(svg, 'fh score'))).toBeLessThan(300);
    expect(tallest(rowOf(svg, 'polity2'))).toBeGreaterThan(600);
    const widths = new Set([...svg.matchAll(/stroke-width="([\d.]+)" stroke-opacity/g)].map((m) => m[1]));
    expect([...widths]).toEqual(['1.05', '4.05']);
  });

  it('says so where no test could be computed, and draws one alone', () => {
    const world = {
      design: trend,
      part: part({ expect: { ...ratioAbove1, effect: 'slope', threshold: 0, matters: 0.5 } }),
      truth: () => ({ value: 2, half: 0.5 }),
    };
    const slope = { ...ratio, effect: 'slope', threshold: 0, scale: 'linear' } as const;
    const none = reading('as stated', {}, { ...world, failed: () => 'nothing there' });
    expect(texts(specificationCurve(none, slope)).join()).toContain('No test could be computed');
    expect(marks(specificationCurve(reading('as stated', {}, world), slope), 'for')).toBe(1);
  });

  it('survives intervals without an end, and says how many are cut', () => {
    const verdict = reading(
      'as stated',
      {},
      {
        design: trend,
        part: part({ expect: { ...ratioAbove1, effect: 'slope', threshold: 0, matters: 0.5 } }),
        truth: () => ({ value: 2, half: 1e6 }),
      },
    );
    const svg = specificationCurve(verdict, { ...ratio, effect: 'slope', threshold: 0, scale: 'linear' });
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(texts(svg).join(' ')).toContain('1 interval runs off the chart');
  });

  it('is the same bytes whatever the order of the estimates', () => {
    const verdict = byYardstick('states');
    const turned = { ...verdict, graded: [...verdict.graded].reverse() };
    expect(specificationCurve(turned, ratio)).toBe(specificationCurve(verdict, ratio));
  });
});
