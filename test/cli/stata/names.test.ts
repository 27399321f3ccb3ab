import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stataNames } from '../../../src/cli/stata/names.js';

describe('names for Stata', () => {
  it('stay as they are where Stata takes them', () => {
    const good = ['ccode1', 'cinc1_lag1', '_x', 'größe', 'a'.repeat(32)];
    expect(stataNames(good)).toEqual(good);
  });

  it('are cut to 32 characters and told apart', () => {
    const long = 'gml_ongoing_peace_years_censored';
    expect(long).toHaveLength(32);
    expect(stataNames([`${long}_missing`, long, `${long}_again`])).toEqual([
      'gml_ongoing_peace_years_censor_2',
      long,
      'gml_ongoing_peace_years_censor_3',
    ]);
  });

  it('are no words of Stata’s own, begin with no digit and hold no signs', () => {
    expect(stataNames(['in', 'long', 'str12', '_n', '2nd', 'a-b', 'share of gdp', 'in_'])).toEqual([
      'in__2',
      'long_',
      'str12_',
      '_n_',
      '_2nd',
      'a_b',
      'share_of_gdp',
      'in_',
    ]);
  });

  it('are always names, and never two alike', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string(), fc.string({ minLength: 30, maxLength: 40 }))),
        (names) => {
          const made = stataNames(names);
          expect(new Set(made).size).toBe(names.length);
          for (const name of made) {
            expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
            expect([...name].length).toBeLessThanOrEqual(32);
          }
        },
      ),
    );
  });
});
