import { fail, type Place } from '../kernel/errors.js';
import { choicesOf } from './choices.js';
import type { Expectation, Part } from './claim.js';
import { type Designs, designNamed } from './designs.js';
import { parseExpectation } from './expectation.js';
import { mirrorOf } from './mirror.js';
import type { TestFile } from './schema.js';
import { parseStated } from './stated.js';
import type { Path } from './yaml-file.js';

type At = (path: Path) => Place;

/** One test as it is written: in a part, or at the top of a claim that has one test only. */
type Written = { readonly [K in keyof TestFile]?: TestFile[K] | undefined };

/**
 * Reads one test of a claim; `at` tells where a path within it stands, `folder` where files beside the claim are. Throws
 * `claims/…` with the place of the mistake.
 */
export function partOf(name: string, written: Written, at: At, designs: Designs, folder: string): Part {
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
  const choices = choicesOf(parameters, written, at, folder);
  const inExpect = (rest: Path): Place => at(['expect', ...rest]);
  const expect = ofFigure
    ? parseStated(written.expect, effect.name, inExpect)
    : parseExpectation(written.expect, effect, [...choices.readings, ...choices.alternatives], inExpect);
  checkMattersSince(expect, choices.since, at);
  return {
    name,
    design: designName,
    test: parameters,
    expect,
    ...choices,
    cap: written.cap,
    mirror: mirrorOf({ ...written, specifications: choices.listed?.rows.map((row) => ({ ...row })) }, at),
  };
}

/** What matters is known of every option to which `since-then` moves the choice that it goes by. */
function checkMattersSince({ matters }: Expectation, since: Part['since'], at: At): void {
  if (typeof matters === 'number' || !Object.hasOwn(since ?? {}, matters.by)) return;
  const options = [since![matters.by]!].flat().map(String);
  const missing = options.find((option) => !Object.hasOwn(matters.from, option));
  if (missing !== undefined)
    fail('claims/missing-key', `matters-from has no number for ${missing}`, {
      at: at(['since-then', matters.by]),
      hint: `it goes by ${matters.by}, whose options are ${Object.keys(matters.from).join(', ')}`,
    });
}
