import { describe, expect, it } from 'vitest';
import { claimSentence, readingSentence } from '../../src/brief/verdict-sentence.js';
import { namesFrom } from '../../src/figures/names.js';
import type {
  Answer,
  ClaimVerdict,
  Graded,
  PartVerdict,
  ReadingVerdict,
  Shares,
} from '../../src/verdicts/verdict.js';
import { briefInput } from './fixture.js';

const gap = '\u00a0';

function verdict(
  answer: Answer,
  shares: Partial<Shares>,
  over: Partial<ReadingVerdict> = {},
): ReadingVerdict {
  return {
    ...{ reading: 'states', answer, figure: null, until: null, dependsOn: [], capped: null },
    shares: { for: 0, against: 0, open: 0, failed: 0, ...shares },
    counts: { for: 0, against: 0, open: 0, failed: 0 },
    ...{
      specifications: 96,
      impossible: [],
      median: 1,
      low: 1,
      high: 1,
      unit: '',
      observed: null,
      overlap: null,
    },
    ...{ atHalf: answer, atDouble: answer, decides: [], joint: null, graded: [] },
    ...{ strongestFor: null, strongestAgainst: null, typical: null },
    ...over,
  };
}

const against = (reason: string, weight: number): Graded => ({
  ...{
    choices: {},
    estimate: undefined,
    oriented: undefined,
    without: undefined,
    matters: 1,
    key: reason,
    stance: 'against',
  },
  ...{ weight, reason },
});

const claim = (parts: readonly PartVerdict[], over: Partial<ClaimVerdict> = {}): ClaimVerdict => {
  const first = parts[0]?.readings[0];
  return {
    ...{ argument: 'a', claim: 'c', answer: first?.answer ?? 'not yet tested', until: first?.until ?? null },
    ...{ dependsOn: first?.dependsOn ?? [], inPart: false, parts },
    ...over,
  };
};

const one = (reading: ReadingVerdict, name = ''): PartVerdict => ({
  part: name,
  readings: [reading],
  since: [],
});

describe('the sentence of a verdict', () => {
  it.each<[string, ReadingVerdict, string]>([
    [
      'supported',
      verdict('supported', { for: 0.92, against: 0.02, open: 0.06 }),
      `The record supports this: 92${gap}% of 96 fair ways to test it speak for it, 2${gap}% against it and 6${gap}% leave it open.`,
    ],
    [
      'supported by all',
      verdict('supported', { for: 1 }, { specifications: 20 }),
      'The record supports this: all 20 fair ways to test it speak for it.',
    ],
    [
      'supported by the only one',
      verdict('supported', { for: 1 }, { specifications: 1 }),
      'The record supports this: the one fair way to test it speaks for it.',
    ],
    [
      'both of two',
      verdict('contradicted', { against: 1 }, { specifications: 2 }),
      'The record contradicts this: both fair ways to test it speak against it.',
    ],
    [
      'leans for, nothing against',
      verdict('leans for', { for: 0.6, open: 0.4 }),
      `The record leans towards this: 60${gap}% of 96 fair ways to test it speak for it, none against it and 40${gap}% leave it open.`,
    ],
    [
      'leans against',
      verdict('leans against', { for: 0.1, against: 0.62, open: 0.28 }),
      `The record leans against this: 62${gap}% of 96 fair ways to test it speak against it, 10${gap}% for it and 28${gap}% leave it open.`,
    ],
    [
      'contradicted, and how',
      verdict(
        'contradicted',
        { against: 0.9, open: 0.1 },
        {
          graded: [against('smaller than matters', 0.6), against('opposite sign', 0.3)],
        },
      ),
      `The record contradicts this: 90${gap}% of 96 fair ways to test it speak against it, none for it and 10${gap}% leave it open. Most of those against find an effect too small to matter.`,
    ],
    [
      'contradicted, all the same way',
      verdict('contradicted', { against: 0.9, for: 0.1 }, { graded: [against('opposite sign', 0.9)] }),
      `The record contradicts this: 90${gap}% of 96 fair ways to test it speak against it and 10${gap}% for it. Those against find the opposite of what is claimed.`,
    ],
    [
      'contested',
      verdict('contested', { for: 0.45, against: 0.4, open: 0.15 }),
      `The record is divided on this: 45${gap}% of 96 fair ways to test it speak for it, 40${gap}% against it and 15${gap}% leave it open.`,
    ],
    [
      'undetermined, open',
      verdict('undetermined', { for: 0.25, against: 0.05, open: 0.7 }),
      `The record does not decide this: 70${gap}% of 96 fair ways to test it leave it open, 25${gap}% for it and 5${gap}% against it.`,
    ],
    [
      'undetermined, failed',
      verdict(
        'undetermined',
        { for: 0.7, failed: 0.3 },
        { counts: { for: 67, against: 0, open: 0, failed: 29 } },
      ),
      `The record does not decide this: 30${gap}% of 96 fair ways to test it could not be computed.`,
    ],
    [
      'not yet tested',
      verdict('not yet tested', {}),
      'This has not been tested yet: the test that it needs is not built.',
    ],
    ['untestable here', verdict('untestable here', {}), 'The record cannot settle this.'],
  ])('%s', (_, given, sentence) => expect(readingSentence(given)).toBe(sentence));

  it('says what the answer depends on before anything else', () => {
    const given = verdict('contested', { for: 0.5, against: 0.5 }, { dependsOn: ['pact', 'years', 'fall'] });
    const names = namesFrom({ pact: 'which states count as allies' });
    expect(readingSentence(given)).toMatch(
      /^The answer depends on the choice of pact, years and fall\. The record is divided/,
    );
    expect(readingSentence(given, names)).toMatch(
      /^The answer depends on which states count as allies and on the choice of years and fall\. /,
    );
    const only = { ...given, dependsOn: ['pact'] };
    expect(readingSentence(only, names)).toMatch(/^The answer depends on which states count as allies\. /);
  });

  it('says to which year the record goes', () => {
    expect(readingSentence(verdict('leans for', { for: 0.6, open: 0.4 }, { until: 2018 }))).toMatch(
      /^To 2018, the record leans towards this: /,
    );
  });

  it('says why a verdict is capped, and how many tests failed', () => {
    const given = verdict(
      'leans for',
      { for: 0.9, open: 0.08, failed: 0.02 },
      {
        capped: { from: 'supported', because: 'The source misses informal measures.' },
        counts: { for: 90, against: 0, open: 5, failed: 1 },
      },
    );
    expect(readingSentence(given)).toContain('1 test could not be computed.');
    expect(readingSentence(given)).toContain(
      'It reads “leans for” and not “supported”: The source misses informal measures.',
    );
  });

  it('of a claim says how other readings fare, only where they fare otherwise', () => {
    const [first, second, third] = [
      verdict('contested', { for: 0.5, against: 0.5 }),
      verdict('contradicted', { against: 1 }, { reading: 'population' }),
      verdict('leans against', { against: 0.9, open: 0.1 }, { reading: 'room-to-fall' }),
    ];
    const say = (...readings: ReadingVerdict[]): string =>
      claimSentence(claim([{ part: '', readings, since: [] }]));
    expect(say(first, second, third)).toContain(
      'Read by population, the record contradicts it; read by room to fall, it leans against it.',
    );
    expect(say(first, { ...first, reading: 'population' })).toContain(
      'Every other reading of the claim gets the same answer.',
    );
    expect(say(first)).not.toContain('eading');
  });

  it('of a claim in parts names the part that decides, and says what is not tested yet', () => {
    const parts = [
      one(verdict('supported', { for: 1 }), 'votes'),
      one(verdict('leans against', { against: 1 }), 'trade-ties'),
    ];
    const said = claimSentence(claim(parts, { answer: 'leans against', inPart: true }));
    expect(said).toMatch(/^The record leans against this: all 96/);
    expect(said).toContain('Of the claim’s 2 parts, trade ties decides.');
    expect(said).toContain('another part of the claim has not been tested yet');
  });

  it('of a claim without a test is one sentence', () => {
    expect(claimSentence(claim([]))).toBe(
      'This has not been tested yet: the test that it needs is not built.',
    );
    expect(claimSentence(claim([], { answer: 'untestable here' }))).toBe('The record cannot settle this.');
  });

  it('holds no number that is not in the verdict', () => {
    for (const { verdict: v } of briefInput().claims) {
      const r = v.parts[0]?.readings[0];
      const known = r
        ? [
            ...Object.values(r.shares).map((s) => Math.round(s * 100)),
            r.specifications,
            ...Object.values(r.counts),
          ]
        : [];
      const numbers =
        claimSentence(v)
          .replace(/,(?=\d)/g, '')
          .match(/\d+/g) ?? [];
      for (const n of numbers) expect(known).toContain(Number(n));
    }
  });

  it('never advises', () => {
    for (const { verdict: v } of briefInput().claims)
      expect(claimSentence(v)).not.toMatch(/\b(should|must|ought|prove[sd]?)\b/);
  });
});
