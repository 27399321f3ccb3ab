import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesFrom } from '../../src/figures/names.js';
import { spread } from '../../src/figures/spread.js';
import { textWidth, wrapText } from '../../src/figures/text-width.js';

describe('names', () => {
  const names = namesFrom({
    pact: 'which states count as allies',
    defence: 'defence pacts',
    'years=all': 'all years',
  });

  it('are ids with dashes as spaces where no label is nicer', () => {
    expect(names.choice('room-to-fall')).toBe('room to fall');
    expect(names.option('regime', 'polyarchy_v15')).toBe('polyarchy v15');
    expect(names.option('years', '2010-2020')).toBe('2010–2020');
    expect(names.option('weighted', true)).toBe('yes');
    expect(names.option('lag', 2)).toBe('2');
  });

  it('are labels by option, by choice and by both', () => {
    expect(names.choice('pact')).toBe('which states count as allies');
    expect(names.option('pact', 'defence')).toBe('defence pacts');
    expect(names.option('years', 'all')).toBe('all years');
    expect(names.option('issue', 'all')).toBe('all');
  });

  it('of readings name the choices where there are several', () => {
    expect(names.reading('room-to-fall')).toBe('room to fall');
    expect(names.reading('yardstick=states, pact=defence')).toBe('yardstick: states, pact: defence pacts');
    expect(names.reading('all', 'years')).toBe('all years');
  });

  it('take nothing from the prototype of objects', () =>
    expect(names.choice('constructor')).toBe('constructor'));
});

describe('labels', () => {
  it('moved apart do not touch, keep their order and stay in bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (wanted) => {
          const placed = spread(
            wanted,
            wanted.map(() => 14),
            0,
            300,
          );
          const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
          for (let k = 0; k < order.length; k++) {
            const here = placed[order[k]!]!;
            expect(here).toBeGreaterThanOrEqual(7 - 1e-6);
            expect(here).toBeLessThanOrEqual(293 + 1e-6);
            if (k > 0) expect(here - placed[order[k - 1]!]!).toBeGreaterThanOrEqual(14 - 1e-6);
          }
        },
      ),
    );
  });

  it('that do not touch stay where they are', () =>
    expect(spread([20, 60], [14, 14], 0, 100)).toEqual([20, 60]));

  it('wrap at words and lose none', () => {
    const text = 'The United States and its treaty allies of 2021';
    const lines = wrapText(text, 120, 12);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
  });
});
