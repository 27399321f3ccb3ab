import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse, sinceThen } from '../../src/claims/multiverse.js';
import { designs } from '../../src/designs/index.js';
import type { EntenteError } from '../../src/kernel/errors.js';
import type { Catalogue } from '../../src/world/open.js';

/** A claim without a mistake: two readings, two alternatives, eight specifications. */
export const sound = `claim: Allies of the United States fell more.
measured: The part of all falls that fell on them.
counts-against: A share at or below that of the states.
test:
  design: share
  of: { fall-in: $regime, over: $years, as: endpoints }
  group: { allies-of: USA, by: defence, and: [USA] }
  against: $yardstick
expect:
  ratio: above 1
  matters-from: 1.1
  because: A tenth more is about what people would call more.
readings:
  yardstick: [states, population]
alternatives:
  regime: [polity2, fh_score]
  years: [2010-2018, 2005-2018]
`;

/** The same as a trend: no readings, two specifications. */
export const soundTrend = `claim: Power spreads.
measured: The part of capabilities outside the first state.
counts-against: A falling part.
test:
  design: trend
  series: { measure: concentration, of: $resource, as: beyond-first }
  years: 1992-2014
expect:
  slope: above 0
  matters-from: 1
  because: Less would not show in a generation.
alternatives:
  resource: [cinc_share, tpop]
`;

/** A trend in which whose share it is is a choice where shares are asked for, and resources have windows of their own: twelve specifications. */
export const nested = `claim: Power spreads.
measured: How evenly capabilities are spread.
counts-against: A falling part.
test:
  design: trend
  series: { measure: concentration, of: $resource, as: $as, state: $whose }
  years: $years
expect:
  slope: above 0
  matters-from: 1
  because: Less would not show in a generation.
alternatives:
  as: [hhi, share-of]
  whose:
    where: { as: share-of }
    options: [USA, [CHN, RUS]]
  resource: [milex, tpop]
  years: { by: resource, milex: [1992-2014], tpop: [1992-2014, 1980-2014] }
`;

/** A text with one place changed; it must be there. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`“${from}” is not in the claim`);
  return text.replace(from, () => to);
}

/** What a person is told of a claim file, with others beside it: `code at line:column`, what is wrong, the hint, a line each; or how many specifications it has. */
export function told(
  text: string | Uint8Array,
  catalogue: Catalogue,
  name = 'claim.yaml',
  beside: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-claim-'));
  const file = join(folder, name);
  try {
    writeFileSync(file, text);
    for (const [other, content] of Object.entries(beside)) writeFileSync(join(folder, other), content);
    const claim = loadClaim(file, designs);
    const counts = claim.parts.map((part) => {
      sinceThen(claim, part, designs, catalogue);
      return multiverse(claim, part, designs, catalogue).specifications.length;
    });
    return `sound, with ${counts.join(' and ') || 'no'} specifications`;
  } catch (error) {
    return toldBy(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An error of the house as the tests write it; anything else is thrown on. */
export function toldBy(error: unknown): string {
  const { name, code, message, at, hint } = error as EntenteError;
  if (name !== 'EntenteError') throw error;
  const place = at?.line === undefined ? '' : ` at ${at.line}:${at.column}`;
  return [`${code}${place}`, message.replaceAll(/\S*entente-claim-\w+\//g, ''), ...(hint ? [hint] : [])].join(
    '\n',
  );
}
