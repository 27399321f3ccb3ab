import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listArguments, loadArgument } from '../../src/claims/load.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';

const library = join(projectRoot(), 'arguments');

/** The library as it was promised: every id verbatim and in order. */
const promised: Readonly<Record<string, readonly string[]>> = {
  'values-diplomacy': [
    'sanctions-do-not-democratise',
    'promotion-does-not-convert',
    'sender-pays',
    'values-split-east-and-west',
    'us-democracy-eroded',
    'us-human-rights-worsened',
    'xinjiang-reports-are-rumours',
    'systems-stay-different',
    'china-sanctions-less',
    'appeal-lost',
  ],
  'regime-before-nation': [
    'regime-kinship-over-threat',
    'client-costs-patron',
    'assertiveness-breeds-balancing',
    'security-fell',
    'thinner-military-ties',
    'democracies-too',
  ],
  'strategic-stability': [
    'missile-defence-upsets-deterrence',
    'defence-forces-a-response',
    'partnership-grows',
    'putin-met-most',
    'partnership-not-alliance',
    'wedge-destabilises',
    'interdependence-restrains',
    'confrontation-costs-both',
    'balance-brings-stability',
    'belt-and-road-embraced',
    'gap-between-rich-and-poor',
    'core-interest-respected',
    'major-power-by-influence',
  ],
  'summit-for-democracy': [
    'allies-drive-backsliding',
    'summit-divides',
    'invitations-follow-alignment',
    'world-turns-polycentric',
    'no-black-and-white',
    'trilateral-common-ground',
  ],
  'clique-multilateralism': [
    'cliques-weaken-institutions',
    'us-cliques-are-exclusive',
    'us-regard-splits',
    'us-seen-as-threat',
    'vaccine-reach',
    'following-beijing-pays',
    'contribution-grows',
    'asia-competes-by-economy',
    'un-at-the-core',
    'us-isolated-in-the-assembly',
  ],
};

describe('the library', () => {
  it('holds the five arguments and forty-five claims', () => {
    expect(listArguments(library)).toEqual(Object.keys(promised).sort());
    expect(Object.values(promised).flat()).toHaveLength(45);
  });

  for (const [id, ids] of Object.entries(promised)) {
    const folder = join(library, id);

    it(`${id} loads, with its claims verbatim and in order`, () => {
      const argument = loadArgument(folder, designs);
      expect(argument.id).toBe(id);
      expect(argument.claims.map((claim) => claim.id)).toEqual(ids);
      expect(argument.published).toMatch(/^20\d\d-\d\d/);
    });

    it(`${id} has no file that it does not list`, () => {
      const files = readdirSync(folder).filter((f) => f !== 'argument.yaml');
      expect(files.sort()).toEqual(ids.map((claim) => `${claim}.yaml`).sort());
    });

    it(`${id}: each claim says who makes it, what is measured, what counts against it and what the record lacks`, () => {
      for (const claim of loadArgument(folder, designs).claims) {
        for (const text of [claim.says, claim.by, claim.measured, claim.countsAgainst])
          expect(text, claim.id).not.toBe('');
        expect(claim.notInRecord, claim.id).not.toEqual([]);
      }
    });

    it(`${id}: each claim is tested, waits for a design, or says why it cannot be tested and what would settle it`, () => {
      for (const claim of loadArgument(folder, designs).claims) {
        // A claim may be tested in part, and wait for a design with the rest of it.
        const isAsked = claim.parts.length > 0 || claim.awaits.length > 0;
        expect(isAsked, claim.id).toBe(claim.untestable === undefined);
      }
    });
  }

  it('calls one claim untestable, and names beside it what bears on it', () => {
    const claims = Object.keys(promised).flatMap((id) => loadArgument(join(library, id), designs).claims);
    const untestable = claims.filter((claim) => claim.untestable);
    expect(untestable.map((claim) => claim.id)).toEqual(['xinjiang-reports-are-rumours']);
    expect(untestable[0]?.analyses.map((a) => a.cite).join()).toContain('31 August 2022');
  });

  it('speaks of no claim from after its article, unless the claim is a forecast', () => {
    const forecasts = ['summit-divides'];
    for (const id of Object.keys(promised)) {
      const { published, claims } = loadArgument(join(library, id), designs);
      for (const claim of claims.filter((c) => c.period && !forecasts.includes(c.id)))
        expect(claim.period!.to, claim.id).toBeLessThanOrEqual(Number(published!.slice(0, 4)));
    }
  });
});
