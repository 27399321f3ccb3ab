import { describe, expect, it } from 'vitest';
import { stateValue } from '../../src/measures/state-value.js';
import { codeOf } from '../statistics/oracle.js';
import { always, smallSystem } from './small-system.js';

const system = () =>
  smallSystem(
    [
      { ccode: 1, from: 2000, to: 2012, values: { x: { ...always(3, 2000, 2012), 2004: null, 2006: 5 } } },
      { ccode: 2, from: 2003, to: 2012, values: { x: always(7, 2003, 2012) } },
    ],
    [{ name: 'x' }],
  );

describe('a figure about one state', () => {
  it('is the source’s value in each year, and says why a year has none', async () => {
    const world = await system();
    try {
      const years = { from: 2001, to: 2010 };
      const answers = await world.answer(stateValue.needs({ of: 'x', state: 'State 1' }, years, world));
      const series = stateValue.compute({ of: 'x', state: 'State 1' }, years, answers);
      expect(series.years).toEqual([2001, 2002, 2003, 2005, 2006, 2007, 2008, 2009, 2010]);
      expect(series.values).toEqual([3, 3, 3, 3, 5, 3, 3, 3, 3]);
      expect(series.lost).toEqual({ 'not-coded': 1 });
      const other = await world.answer(stateValue.needs({ of: 'x', state: 'State 2' }, years, world));
      const late = stateValue.compute({ of: 'x', state: 'State 2' }, years, other);
      expect([late.years[0], late.values.length, late.lost]).toEqual([2003, 8, { 'not-in-system': 2 }]);
      expect(
        codeOf(() => stateValue.compute({ of: 'x', state: 'State 2' }, { from: 2000, to: 2002 }, other)),
      ).toBe('measures/no-value');
    } finally {
      world.close();
    }
  });

  it('is not had beyond the record, nor of a state or a variable that is not there', async () => {
    const world = await system();
    try {
      const cannot = (of: string, state: string, to: number): string | null =>
        stateValue.cannot({ of, state }, { from: 2000, to }, world);
      expect(cannot('x', 'State 1', 2012)).toBeNull();
      expect(cannot('x', 'State 1', 2013)).toBe('x covers 2000–2012 only');
      expect(codeOf(() => cannot('y', 'State 1', 2012))).toBe('world/unknown-variable');
      expect(codeOf(() => cannot('x', 'State 9', 2012))).toBe('states/unknown');
    } finally {
      world.close();
    }
  });
});
