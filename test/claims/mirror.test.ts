import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mirror, Part } from '../../src/claims/claim.js';
import { findClaims } from '../../src/claims/find.js';
import { loadClaim } from '../../src/claims/load.js';
import { swapped, swappedText } from '../../src/claims/mirror.js';
import { mirrored, multiverse } from '../../src/claims/multiverse.js';
import { designs } from '../../src/designs/index.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

const folder = mkdtempSync(join(tmpdir(), 'entente-mirror-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (mirror: string): string => `claim: A.
measured: b
counts-against: c
test:
  design: trend
  series: { measure: state-value, of: $scale, state: CHN }
  years: 1991-2021
expect: { slope: above 0, matters-from: 0.5, because: d }
alternatives:
  scale: [un_assessment, who_assessment]
${mirror}
`;

function load(mirror: string) {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, written(mirror));
  return loadClaim(path, designs);
}

const told = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof EntenteError) return `${error.at?.line}: ${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
};

const library = (): Part[] =>
  findClaims([], join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims.flatMap((c) => c.parts));

describe('names that change places', () => {
  const swap = { USA: 'CHN', RUS: 'GBR' };

  it.each([
    ['USA', 'CHN'],
    ['CHN', 'USA'],
    ['GBR', 'RUS'],
    ['IND', 'IND'],
    ['$whose', '$whose'],
    ['USA+IND+GBR', 'CHN+IND+RUS'],
    ['Japan + USA', 'Japan+CHN'],
    ['gdp_current+milex', 'gdp_current+milex'],
    ['USAID', 'USAID'],
  ])('%s becomes %s', (text, other) => expect(swappedText(text, swap)).toBe(other));

  it('are where they were when swapped twice', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('USA', 'CHN', 'RUS', 'GBR', 'IND', 'votes', '$a'), { minLength: 1 }),
        (names) => {
          const text = names.join('+');
          expect(swappedText(swappedText(text, swap), swap)).toBe(text);
        },
      ),
    ));

  it('are where they were in every part of the library that has a mirror', () => {
    const parts = library().filter(({ mirror }) => Array.isArray(mirror));
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts)
      for (const mirror of part.mirror as Mirror[]) {
        const own = { ...part, since: undefined, cap: undefined };
        const once = swapped(own, { swap: mirror.swap });
        expect(once).not.toEqual(own);
        expect(swapped(once, { swap: mirror.swap })).toEqual(own);
      }
  });

  it('change places among the keys of what goes by an option', () => {
    const part = library().find((p) => typeof p.expect.matters !== 'number' && p.alternatives.length > 0)!;
    const { by, from } = part.expect.matters as { by: string; from: Record<string, number> };
    const [first] = Object.keys(from);
    const turned = swapped(part, { swap: { [first!]: 'other' } });
    expect((turned.expect.matters as { from: object }).from).toHaveProperty('other', from[first!]);
    const options = [...turned.readings, ...turned.alternatives].find((a) => a.name === by)!.slots.flat();
    expect(options).toContain('other');
    expect(options).not.toContain(first);
  });
});

describe('a mirror claim', () => {
  it('is the first reading of the same test about the other', () => {
    const claim = load('mirror: { swap: { CHN: USA }, says: E. }');
    const table = multiverse(claim, claim.parts[0]!, designs, world);
    const mirror = (claim.parts[0]!.mirror as Mirror[])[0]!;
    const turned = mirrored(table, mirror, designs, world);
    const state = (s: { parameters: unknown }) =>
      (s.parameters as { series: { state: string } }).series.state;
    expect(turned.specifications.map(state)).toEqual(['USA', 'USA']);
    expect(turned.specifications.map((s) => s.weight)).toEqual(table.specifications.map((s) => s.weight));
    expect(turned.part.since).toBeUndefined();
  });

  it('leaves out what the swap leaves as it was', () => {
    const claim = load(
      'mirror: { swap: { un_assessment: who_assessment }, says: E. }\nsince-then: { scale: un_assessment }',
    );
    const table = multiverse(claim, claim.parts[0]!, designs, world);
    const { specifications } = mirrored(table, (claim.parts[0]!.mirror as Mirror[])[0]!, designs, world);
    expect(specifications.map((s) => s.impossible)).toEqual([
      expect.stringContaining('who_assessment has values'),
      'the swapped names make no other test of it',
    ]);
  });

  it('may be told why there is none', () =>
    expect(load('mirror: { none: Nobody else. }').parts[0]!.mirror).toEqual({ none: 'Nobody else.' }));

  it.each([
    [
      'mirror: { swap: { FRA: DEU }, says: E. }',
      '11: claims/unknown-swap: neither FRA nor DEU stands in the test',
    ],
    [
      'mirror:\n  - { swap: { CHN: USA }, says: E. }\n  - { swap: { CHN: RUS, RUS: USA }, says: F. }',
      '13: claims/doubled-swap: RUS is to change places twice',
    ],
    ['mirror: { swap: {}, says: E. }', '11: claims/wrong-value: wrong value for mirror.swap: {}'],
    ['mirror: { swap: { CHN: USA } }', '11: claims/missing-key: missing: mirror.says'],
  ])('is refused: %s', (mirror, message) => expect(told(() => load(mirror))).toBe(message));

  it('that names nobody is told with its place', () => {
    const claim = load('mirror: { swap: { CHN: Atlantis }, says: E. }');
    const table = multiverse(claim, claim.parts[0]!, designs, world);
    const [mirror] = claim.parts[0]!.mirror as Mirror[];
    expect(told(() => mirrored(table, mirror!, designs, world))).toBe(
      '11: states/unknown: unknown state: Atlantis',
    );
  });

  it('stands only beside a test', () => {
    const path = join(folder, 'b.yaml');
    writeFileSync(
      path,
      'claim: A.\nmeasured: b\ncounts-against: c\nawaits: [event-study]\nmirror: { none: Nobody. }\n',
    );
    expect(told(() => loadClaim(path, designs))).toBe('5: claims/missing-key: missing: test');
  });
});
