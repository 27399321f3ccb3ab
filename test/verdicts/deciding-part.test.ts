import { describe, expect, it } from 'vitest';
import { verdictTable } from '../../src/cli/verdict-table.js';
import { decidingPart } from '../../src/verdicts/deciding-part.js';
import type { Answer, ClaimVerdict, PartVerdict, ReadingVerdict } from '../../src/verdicts/verdict.js';
import { verdictJson } from '../../src/verdicts/verdict-json.js';

const reading = (name: string, answer: Answer): ReadingVerdict =>
  ({
    ...{ reading: name, answer, figure: null, until: null, dependsOn: [], capped: null },
    shares: { for: 1, against: 0, open: 0, failed: 0 },
    counts: { for: 1, against: 0, open: 0, failed: 0 },
    ...{ specifications: 1, impossible: [], median: 1, low: 1, high: 1, unit: '', observed: null },
    ...{ overlap: null, atHalf: answer, atDouble: answer, decides: [], graded: [] },
    ...{ strongestFor: null, strongestAgainst: null, typical: null },
  }) as Partial<ReadingVerdict> as ReadingVerdict;

const part = (name: string, ...answers: Answer[]): PartVerdict => ({
  part: name,
  readings: answers.map((answer, i) => reading(`reading-${i + 1}`, answer)),
  since: [],
});

const claim = (answer: Answer, ...parts: PartVerdict[]): ClaimVerdict => ({
  ...{ argument: 'on-allies', claim: 'falls', answer, until: null, dependsOn: [], inPart: false, parts },
});

describe('the part that decides', () => {
  it('is the first whose first reading has the claim’s answer', () => {
    const verdict = claim(
      'contested',
      part('votes', 'supported', 'contested'),
      part('trade', 'contested', 'supported'),
      part('arms', 'contested'),
    );
    expect(decidingPart(verdict)?.part).toBe('trade');
  });

  it('is the only one where a claim has one test, and none where it has no test', () => {
    expect(decidingPart(claim('supported', part('', 'supported')))?.part).toBe('');
    expect(decidingPart(claim('not yet tested'))).toBeUndefined();
  });

  it('stands at the top of the JSON and is named in the table', () => {
    const verdict = claim('contested', part('votes', 'supported'), part('trade', 'contested', 'supported'));
    expect(verdictJson(verdict).readings.map((r) => r.verdict)).toEqual(['contested', 'supported']);
    const rows = verdictTable([verdict])
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/)[0]);
    expect(rows.slice(3, 5)).toEqual(['falls (votes)', 'falls (trade, decides)']);
  });

  it('is not named where there is no other', () => {
    expect(verdictTable([claim('contested', part('trade', 'contested'))])).not.toContain('decides');
    expect(verdictTable([claim('contested', part('', 'contested'))])).not.toContain('decides');
  });
});
