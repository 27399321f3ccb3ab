import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { foldName, type States, states } from '../../src/kernel/states.js';
import { openWorld, type World } from '../../src/world/open.js';

const mistake = (work: () => unknown): Pick<EntenteError, 'code' | 'message' | 'hint'> => {
  try {
    work();
  } catch (error) {
    const { code, message, hint } = error as EntenteError;
    return { code, message, hint };
  }
  throw new Error('nothing was thrown');
};

describe('foldName', () => {
  it.each([
    ['Côte d’Ivoire', 'cote divoire'],
    ["cote d'ivoire", 'cote divoire'],
    ['The Gambia', 'gambia'],
    ['U.S.A.', 'usa'],
    ['  São Tomé & Príncipe ', 'sao tome principe'],
    ['Bosnia-Herzegovina', 'bosnia herzegovina'],
    ['Türkiye', 'turkiye'],
    ['Việt Nam', 'viet nam'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));
  it('changes nothing twice', () =>
    fc.assert(fc.property(fc.string(), (name) => foldName(foldName(name)) === foldName(name))));
});

describe('states by name and year', () => {
  const two: States = states(
    [
      { ccode: 1, iso3c: 'AAA', name: 'Old Aland', from: 1900, to: 1949 },
      { ccode: 1, iso3c: 'AAB', name: 'New Aland', from: 1960, to: 2000 },
      { ccode: 2, iso3c: 'BBB', name: 'Beland', from: 1950, to: 2000 },
    ],
    [
      { alias: 'Aland', ccode: 1, from: 1900, to: 1949 },
      { alias: 'Aland', ccode: 2, from: 1950, to: 1959 },
      { alias: 'Aland', ccode: 1, from: 1960, to: 2000 },
      { alias: 'Beland', ccode: 2, from: 1950, to: 2000 },
    ],
  );

  it('a name means whom it meant in the year, and the latest without one', () =>
    expect([1900, 1955, 1960, undefined].map((year) => two.resolve('Aland', year))).toEqual([1, 2, 1, 1]));
  it('all whom it meant are told, the latest first, each once', () =>
    expect(two.all('ÅLAND.')).toEqual([1, 2]));
  it('a year in which it meant nobody is told with the years in which it did', () =>
    expect(mistake(() => two.resolve('Aland', 1899))).toEqual({
      code: 'states/not-then',
      message: 'no state was called Aland in 1899',
      hint: 'the name stands for 1 in 1960–2000, 2 in 1950–1959, 1 in 1900–1949',
    }));
  it('its own name and code are those of the spell, and the last between and without', () => {
    expect([1920, 1970, 1955, undefined].map((year) => two.nameOf(1, year))).toEqual([
      'Old Aland',
      'New Aland',
      'New Aland',
      'New Aland',
    ]);
    expect(two.iso3c(1, 1920)).toBe('AAA');
    expect(mistake(() => two.nameOf(3))).toMatchObject({
      code: 'states/unknown',
      message: 'unknown state: 3',
    });
  });
});

describe('the states of the world', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  it.each([
    ['CHN', 710],
    ['China', 710],
    ['710', 710],
    [710, 710],
    ['PRC', 710],
    ['People’s Republic of China', 710],
    ['ROC', 713],
    ['Taiwan', 713],
    ['TWN', 713],
    ['USSR', 365],
    ['Soviet Union', 365],
    ['Russia', 365],
    ['RUS', 365],
    ['AUS', 900],
    ['Australia', 900],
    ['AUT', 305],
    ['Austria', 305],
    ['Austria-Hungary', 300],
    ['USA', 2],
    ['United States of America', 2],
    ['the United States', 2],
    ['UK', 200],
    ['Germany', 255],
    ['West Germany', 260],
    ['GDR', 265],
    ['Yugoslavia', 345],
    ['Serbia', 345],
    ['Viet Nam', 816],
    ['Vietnam', 816],
    ['Republic of Vietnam', 817],
    ['North Korea', 731],
    ['DPRK', 731],
    ['South Korea', 732],
    ['Yemen', 679],
    ['Türkiye', 640],
    ['Turkey', 640],
    ['Ivory Coast', 437],
    ['Côte d’Ivoire', 437],
    ['Congo', 484],
    ['Zaire', 490],
    ['South Sudan', 626],
  ])('%s is %i', (name, ccode) => expect(world.states.resolve(name)).toBe(ccode));

  it.each([
    ['Germany', 1900, 255],
    ['Germany', 1945, 255],
    ['Germany', 1955, 260],
    ['Germany', 1989, 260],
    ['Germany', 1990, 255],
    ['DEU', 1980, 260],
    ['Yemen', 1980, 678],
    ['Yemen', 1990, 679],
    ['China', 1900, 710],
    ['China', 1960, 710],
    ['Taiwan', 1949, 713],
    ['Russia', 1950, 365],
    ['Serbia', 1900, 345],
  ])('%s in %i was %i', (name, year, ccode) => expect(world.states.resolve(name, year)).toBe(ccode));

  it.each([
    ['Germany', 1950, 'the name stands for 255 in 1990–2025, 260 in 1955–1989, 255 in 1816–1945'],
    ['USSR', 1992, 'the name stands for 365 in 1922–1991'],
    ['Taiwan', 1948, 'the name stands for 713 in 1949–2025'],
  ])('nobody was called %s in %i', (name, year, hint) =>
    expect(mistake(() => world.states.resolve(name, year))).toEqual({
      code: 'states/not-then',
      message: `no state was called ${name} in ${year}`,
      hint,
    }),
  );

  const howToName = 'use its English name, its ISO code (CHN) or its COW number (710)';
  it.each([
    ['Chnia', 'did you mean China?'],
    ['Untied States', 'did you mean United States?'],
    ['Grmany', 'did you mean Germany?'],
    ['Pruss', 'did you mean Prussia?'],
    ['New Zeland', 'did you mean New Zealand?'],
    ['Atlantis', howToName],
    ['', howToName],
    ['%', howToName],
    ["'; DROP TABLE states; --", howToName],
  ])('“%s” is unknown: %s', (name, hint) =>
    expect(mistake(() => world.states.resolve(name))).toEqual({
      code: 'states/unknown',
      message: `unknown state: ${name}`,
      hint,
    }),
  );

  it('every alias is found by what a person types, in its own years', async () => {
    const aliases = await world.ask({
      sql: 'SELECT alias, ccode, from_year, to_year FROM state_names',
      tables: ['state_names'],
    });
    expect(aliases.length).toBeGreaterThan(1000);
    const wrong = aliases.filter(
      (a) =>
        world.states.resolve(String(a['alias']).toUpperCase(), Number(a['from_year'])) !== a['ccode'] ||
        world.states.resolve(String(a['alias']), Number(a['to_year'])) !== a['ccode'],
    );
    expect(wrong).toEqual([]);
  });

  it('every member answers to its number, its code and its name in each of its years', () => {
    const { states: known } = world;
    const wrong = known.spells.filter(
      (s) =>
        known.resolve(s.ccode, s.from) !== s.ccode ||
        known.resolve(s.name, s.to) !== s.ccode ||
        (s.iso3c !== '' && known.resolve(s.iso3c, s.from) !== s.ccode),
    );
    expect(wrong).toEqual([]);
  });
});
