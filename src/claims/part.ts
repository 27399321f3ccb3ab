import { fail, type Place } from '../kernel/errors.js';
import { alternatives, unknownChoice } from './alternatives.js';
import type { Alternative, Part } from './claim.js';
import { type Designs, designNamed } from './designs.js';
import { parseExpectation } from './expectation.js';
import type { TestFile } from './schema.js';
import { parseStated } from './stated.js';
import type { Path } from './yaml-file.js';

type At = (path: Path) => Place;

/** One test as it is written: in a part, or at the top of a claim that has one test only. */
type Written = { readonly [K in keyof TestFile]?: TestFile[K] | undefined };

/** Reads one test of a claim; `at` tells where a path within it stands. Throws `claims/…` with the place of the mistake. */
export function partOf(name: string, written: Written, at: At, designs: Designs): Part {
  const test = written.test ?? fail('claims/missing-key', 'missing: test', { at: at([]) });
  const { design: designName, ...parameters } = test;
  const { effect, verdict } = designNamed(designName, designs, at(['test', 'design']));
  const ofFigure = verdict === 'figure';
  if (!written.expect) {
    const shape = ofFigure ? 'at least …, margin: …' : 'above …, matters-from: …';
    fail('claims/missing-key', 'missing: expect', {
      at: at(['test']),
      hint: `expected expect: { ${effect.name}: ${shape}, because: … }`,
    });
  }
  if (ofFigure && written.cap) {
    fail('claims/unknown-key', 'a figure has no cap', {
      at: at(['cap']),
      hint: 'say of its record that it is incomplete: complete: false',
    });
  }
  const readings = alternatives(written.readings, ['readings'], at);
  const others = alternatives(written.alternatives, ['alternatives'], at, readings);
  const choices = [...readings, ...others];
  const both = others.find((a) => readings.some((r) => r.name === a.name));
  if (both) {
    fail('claims/doubled-choice', `${both.name} is a reading and an alternative`, {
      at: at(['alternatives', both.name]),
      hint: 'a reading changes the question, an alternative does not: it can be one of them only',
    });
  }
  checkReferences(parameters, choices, at);
  const idle = choices.find((c) => !references(parameters).some(({ to }) => to === c.name));
  if (idle) {
    fail('claims/unused-choice', `the choice ${idle.name} is used nowhere in the test`, {
      at: at([readings.includes(idle) ? 'readings' : 'alternatives', idle.name]),
      hint: `write $${idle.name} where it stands`,
    });
  }
  const since = written['since-then'];
  const stray = Object.keys(since ?? {}).find((key) => !choices.some((c) => c.name === key));
  if (stray !== undefined)
    unknownChoice(`since-then names no choice: ${stray}`, stray, choices, at(['since-then', stray]));
  const inExpect = (rest: Path): Place => at(['expect', ...rest]);
  const expect = ofFigure
    ? parseStated(written.expect, effect.name, inExpect)
    : parseExpectation(written.expect, effect, choices, inExpect);
  return {
    name,
    design: designName,
    test: parameters,
    expect,
    readings,
    alternatives: others,
    since,
    cap: written.cap,
  };
}

/** Every `$name` of a test, with where it stands. */
function references(test: unknown, path: Path = []): { readonly to: string; readonly path: Path }[] {
  if (typeof test === 'string') return test.startsWith('$') ? [{ to: test.slice(1), path }] : [];
  if (Array.isArray(test)) return test.flatMap((inner, i) => references(inner, [...path, i]));
  if (test === null || typeof test !== 'object') return [];
  return Object.entries(test).flatMap(([key, inner]) => references(inner, [...path, key]));
}

function checkReferences(test: unknown, choices: readonly Alternative[], at: At): void {
  for (const { to, path } of references(test)) {
    if (!choices.some((c) => c.name === to))
      unknownChoice(`no reading or alternative is called ${to}`, to, choices, at(['test', ...path]));
  }
}
