import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { BriefInput } from '../../src/brief/brief-input.js';
import { renderBrief } from '../../src/brief/render-brief.js';
import { renderIndex } from '../../src/brief/render-index.js';
import { claimSentence } from '../../src/brief/verdict-sentence.js';
import type { Claim, Part } from '../../src/claims/claim.js';
import { parseStated } from '../../src/claims/stated.js';
import { verdictTable } from '../../src/cli/verdict-table.js';
import type { RecordedFigure } from '../../src/designs/design.js';
import { figure } from '../../src/designs/figure/figure.js';
import { figurePicture } from '../../src/designs/figure/picture.js';
import type { Outcome } from '../../src/runs/outcome.js';
import { judgeClaim, judgeReading } from '../../src/verdicts/judge.js';
import { verdictJson } from '../../src/verdicts/verdict-json.js';
import { briefInput, part } from './fixture.js';

const stated = (of: unknown, margin = 0) =>
  parseStated({ figure: of, margin, because: 'The newspaper’s own words.' }, 'figure', () => ({}));

const records = ['agency', 'president', 'journal', 'nobody'];

type Said = readonly [value: number, by: string, when: string, beyond: RecordedFigure['beyond']];

/** A reading of one figure in four records, the last of which could not be had. */
function reading(of: unknown, said: Readonly<Record<string, Said>>, margin = 0) {
  const own: Part = part({
    design: 'figure',
    expect: stated(of, margin),
    alternatives: [{ name: 'who', slots: records.map((r) => [r]) }],
  });
  const outcomes = new Map<string, Outcome>(
    records.map((r) => {
      const one = said[r];
      if (!one)
        return [
          r,
          { error: { code: 'designs/no-fact', message: 'no row of statements states such a figure' } },
        ];
      const [value, by, when, beyond] = one;
      return [
        r,
        {
          estimate: {
            ...{ value, low: value, high: value, n: 1, of: 'fact', lost: {}, errors: [], diagnostics: {} },
            recorded: { by, when, beyond },
          },
        },
      ];
    }),
  );
  const specifications = records.map((who) => ({
    ...{ claim: 'a/reach', part: '', reading: 'as stated', choices: { who }, weight: 0.25, design: 'figure' },
    ...{ parameters: { recorded: {}, unit: 'countries' }, matters: margin, key: who, impossible: undefined },
    observes: { from: 2021, to: 2021 },
  }));
  return {
    own,
    reading: judgeReading('as stated', specifications, outcomes, own, figure as never, {
      from: 2021,
      to: 2021,
    }),
  };
}

const differing = reading('at least 80', {
  agency: [80, 'The agency', '2021-04-01', 'nothing'],
  president: [43, 'The president', '2021-05-21', 'nothing'],
  journal: [40, 'A journal', '2021-04-05', 'above'],
});

const labels = {
  who: 'who states it',
  president: 'the president',
  agency: 'the agency',
  journal: 'a journal',
};
const claim: Claim = {
  ...briefInput().claims[2]!.claim,
  ...{
    id: 'reach',
    says: 'It reached at least 80 countries.',
    by: 'Global Times',
    awaits: [],
    parts: [differing.own],
  },
};
const verdict = judgeClaim(claim, [{ part: '', readings: [differing.reading], since: [] }]);
const picture = figurePicture(
  {
    ...{
      value: 3,
      low: 3,
      high: 3,
      n: 3,
      of: 'rows',
      lost: {},
      by: 'By hand',
      when: '2021',
      beyond: 'nothing',
    },
    made: ['one', 'two', 'two'].map((label) => ({ label, value: 1, main: true })),
  },
  'countries',
);
const input: BriefInput = {
  ...briefInput(),
  claims: [
    {
      claim,
      verdict,
      evidence: [{ part: '', reading: 'as stated', picture }],
      sources: [],
      commands: ['npx entente test a/reach'],
    },
  ],
  designs: { figure },
  labels,
};
const page = await renderBrief(input);
const { document } = parseHTML(page);
const section = document.getElementById('reach')!;
const text = (selector: string): string =>
  section.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('the page of a figure', () => {
  it('says what is stated, what each record says and whether it agrees', () => {
    expect(verdict.answer).toBe('sources differ');
    expect(text('.verdict .answer')).toBe('◐ sources differ');
    expect(text('.verdict .sentence')).toBe(
      'The answer depends on who states it. Sources differ on this: stated is at least 80 countries; 1 record agrees (80), 1 record does not agree (43) and 1 record is too incomplete to tell (at least 40). 1 test could not be computed.',
    );
  });

  it('has a table of stated against recorded, with who stated it and when', () => {
    const rows = [...section.querySelectorAll('table')[0]!.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th,td')].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()),
    );
    expect(rows).toEqual([
      ['Record (who states it)', 'Figure', 'Who says so', 'When, or of when', 'Agrees?'],
      ['As stated', 'at least 80', 'Global Times', '27 November 2021', ''],
      ['the agency', '80', 'The agency', '1 April 2021', '● agrees'],
      ['the president', '43', 'The president', '21 May 2021', '■ does not agree'],
      ['a journal', 'at least 40', 'A journal', '5 April 2021', '○ cannot tell'],
      ['nobody', 'could not be had', 'no row of statements states such a figure', '–', '– could not be had'],
    ]);
  });

  it('shows the records as dots beside what is stated, and what a figure is made of', () => {
    const labelled = [...section.querySelectorAll('.wide svg')].map((svg) => svg.getAttribute('aria-label'));
    expect(labelled).toEqual([
      'Stated is at least 80 countries. Recorded: the agency 80, agrees; the president 43, does not agree; a journal at least 40, cannot tell.',
      'Bars: one 1, two 1, two (2) 1.',
    ]);
  });

  it('has no percentages, no curve, and no deciding choice', () => {
    expect(section.textContent).not.toMatch(/\d\s*%/);
    const heads = [...section.querySelectorAll('h3')].map((h) => h.textContent);
    expect(heads).toEqual([
      'How it was tested',
      'Stated and recorded',
      'What the recorded figure is made of',
      'How much is enough',
      'What the tests could not use',
      'Sources',
      'How to reproduce it',
    ]);
    expect(section.querySelectorAll('svg.bar')).toHaveLength(0);
    expect(text('.facts:not(.numbers)')).toContain(
      'Yes, in 1 of 4 tests: 1 finds a figure other than the stated one.',
    );
  });

  it('stands in the table of claims and on the index with what is stated and recorded', () => {
    const strip = document.querySelector('table.claims td.result')!.textContent;
    expect(strip).toBe('Stated at least 80 countries; recorded 40 to 80');
    const { argument, world, code } = input;
    const index = parseHTML(
      renderIndex({ arguments: [{ argument, file: 'a.html', claims: input.claims }], world, code }),
    ).document;
    expect(index.querySelector('table.claims')!.textContent).toContain(
      'Stated at least 80 countries; recorded 40 to 80',
    );
    expect(index.querySelector('.tally')!.textContent).toContain('1 sources differ◐');
  });

  it('says all alike where the records say the same, and the verdict at other margins', async () => {
    const same = reading(
      44,
      { agency: [44, 'A', '2021', 'nothing'], president: [44, 'B', '2021', 'nothing'] },
      0.5,
    );
    const sure = judgeClaim(claim, [{ part: '', readings: [same.reading], since: [] }]);
    expect(claimSentence(sure)).toBe(
      'The record bears this out: stated is 44 countries; 2 records agree (44). 2 tests could not be computed.',
    );
    const near = reading(44, { agency: [44.8, 'A', '2021', 'nothing'] }, 0.5);
    expect([near.reading.atHalf, near.reading.answer, near.reading.atDouble]).toEqual([
      'not borne out',
      'not borne out',
      'borne out by the record',
    ]);
  });
});

describe('a figure elsewhere', () => {
  it('is JSON with what is stated, the margin, and who says what when; it has no shares', () => {
    const json = verdictJson(verdict);
    expect(json).toMatchObject({
      verdict: 'sources differ',
      for: 1,
      against: 1,
      open: 1,
      failed: 1,
      shares: null,
      margin: 0,
    });
    expect(json).toMatchObject({
      stated: { is: 'at-least', number: 80 },
      unit: 'countries',
      depends_on: ['who'],
    });
    const { key: _, weight: __, ...journal } = json.estimates[2]!;
    expect(journal).toEqual({
      ...{ choices: { who: 'journal' }, value: 40, low: 40, high: 40, n: 1, stance: 'open' },
      reason: 'the record is too incomplete to tell',
      ...{ recorded_by: 'A journal', recorded_when: '2021-04-05', record_leaves_out: 'above' },
    });
    expect(json.estimates[3]).toMatchObject({ value: null, stance: 'failed' });
  });

  it('stands in the table of the command line without percentages', () => {
    const row = verdictTable([verdict])
      .split('\n')
      .find((line) => line.includes('reach'))!;
    expect(row.split(/\s{2,}/).filter(Boolean)).toEqual([
      'reach',
      'as stated',
      'sources differ',
      '–',
      '–',
      '–',
      '40…80',
      '4',
      'who',
    ]);
  });
});
