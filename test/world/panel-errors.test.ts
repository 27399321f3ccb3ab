import { describe, expect, it } from 'vitest';
import { EntenteError } from '../../src/kernel/errors.js';
import { states } from '../../src/kernel/states.js';
import { type PanelRequest, panelOf, parseHeir, parseLevel, parseShift } from '../../src/world/panel.js';
import { table } from './random-worlds.js';
import { tinyWorld } from './tiny-world.js';

const world = await tinyWorld(
  [{ ccode: 2, from: 1816, to: 2025 }],
  [
    table('cinc', 'state-year', new Map([['2-1900', 1]]), {
      type: 'DOUBLE',
      years: { from: 1816, to: 2016 },
    }),
    table('polity2', 'state-year', new Map([['2-1900', 1]]), { variable: { scale: { low: -10 } } }),
    table('war', 'dyad-year', new Map()),
    table('contiguous', 'dyad-year', new Map(), { years: { from: 1816, to: 2016 } }),
    table('major_power', 'state-year', new Map(), { years: { from: 1816, to: 2014 } }),
    table('cinc1', 'dyad-year', new Map()),
  ],
);

function errorOf(request: Partial<PanelRequest> & Pick<PanelRequest, 'level'>): {
  code: string;
  hint: string;
} {
  try {
    panelOf({ variables: [], ...request }, world.manifest, states([], []));
  } catch (error) {
    if (error instanceof EntenteError) return { code: error.code, hint: `${error.message} | ${error.hint}` };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a panel that cannot be', () => {
  it('of variables of different levels names the variable and the panel it needs', () => {
    const { code, hint } = errorOf({ level: 'state-year', variables: ['cinc', 'war'] });
    expect(code).toBe('world/wrong-level');
    expect(hint).toContain('war is of level dyad-year');
    expect(hint).toContain('needs a dyad-year panel');
  });

  it.each([1815, 2026])('of the year %i says which years there are', (year) => {
    const { code, hint } = errorOf({ level: 'state-year', years: { from: year, to: year } });
    expect(code).toBe('world/year-out-of-range');
    expect(hint).toContain(`no year ${year}`);
    expect(hint).toContain('from 1816 to 2025');
  });

  it('of years that run beyond the record is not cut to it in silence', () => {
    expect(errorOf({ level: 'state-year', years: { from: 2000, to: 2030 } }).hint).toContain('no year 2030');
    expect(errorOf({ level: 'state-year', years: { from: 1800, to: 1900 } }).hint).toContain('no year 1800');
  });

  it.each([0, -1, 1.5, 210, 1000])('with a lag or lead of %d years says how many there may be', (by) => {
    for (const shift of [{ lags: [{ variable: 'cinc', by }] }, { leads: [{ variable: 'cinc', by }] }]) {
      const { code, hint } = errorOf({ level: 'state-year', ...shift });
      expect(code).toBe('world/shift-out-of-range');
      expect(hint).toContain('from 1 to 209');
    }
  });

  it('with a lag of a variable that there is not names the nearest', () => {
    const { code, hint } = errorOf({ level: 'state-year', lags: [{ variable: 'polity', by: 1 }] });
    expect(code).toBe('world/unknown-variable');
    expect(hint).toContain('polity2');
  });

  it('of relevant or undirected pairs without pairs says so', () => {
    expect(errorOf({ level: 'state-year', relevant: true }).code).toBe('world/not-dyads');
    expect(errorOf({ level: 'state-year', undirected: true }).hint).toContain('--undirected');
    expect(errorOf({ level: 'system-year', undirected: true }).code).toBe('world/not-dyads');
  });

  it('of relevant pairs in years without a record of borders or of major powers says which ends', () => {
    const late = errorOf({ level: 'dyad-year', relevant: true, years: { from: 2010, to: 2015 } });
    expect(late.code).toBe('world/not-classifiable');
    expect(late.hint).toContain('major_power is recorded for 1816–2014');
    expect(errorOf({ level: 'dyad-year', relevant: true }).code).toBe('world/not-classifiable');
  });

  it('with heirs and nothing in which they count says so', () => {
    const heirs = [{ from: '260', to: '255' }];
    const { code, hint } = errorOf({ level: 'state-year', heirs, variables: ['cinc'] });
    expect(code).toBe('world/heirs-without-shift');
    expect(hint).toContain('--lag or --lead');
    expect(errorOf({ level: 'state-year', heirs, spells: ['cinc'] }).code).toBe('world/heirs-without-shift');
  });

  it('of leaders in a world without them says so', () => {
    expect(errorOf({ level: 'leader-year' }).code).toBe('world/no-leaders');
  });

  it('with years of peace of what is no event says why', () => {
    for (const name of ['cinc', 'polity2'])
      expect(errorOf({ level: 'state-year', peaceYears: [name] }).code).toBe('world/not-an-event');
  });

  it('with two columns of one name names both', () => {
    const { code, hint } = errorOf({ level: 'dyad-year', variables: ['cinc', 'cinc1'] });
    expect(code).toBe('world/two-columns');
    expect(hint).toContain('cinc1: cinc (state 1)');
  });
});

describe('words for a panel', () => {
  const codeOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return (error as EntenteError).code;
    }
    return 'accepted';
  };

  it('are read, or refused with how to write them', () => {
    expect(parseShift('cinc:2')).toEqual({ variable: 'cinc', by: 2 });
    expect(parseHeir('260:255')).toEqual({ from: '260', to: '255' });
    for (const text of ['cinc', 'cinc:', ':1', 'cinc:one', 'a b:1', 'cinc:1.5'])
      expect(codeOf(() => parseShift(text))).toBe('world/malformed-shift');
    for (const text of ['260', ':255', '260:', '1:2:3'])
      expect(codeOf(() => parseHeir(text))).toBe('world/malformed-heir');
    expect(codeOf(() => parseLevel('dyad'))).toBe('world/unknown-level');
  });
});
