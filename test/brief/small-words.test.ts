import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { expectationWords } from '../../src/brief/choices.js';
import { curveTitle } from '../../src/brief/curve-figure.js';
import { byline, showDay } from '../../src/brief/day.js';
import { periodSentence } from '../../src/brief/gaps.js';
import { decidesTitle, hangsOn } from '../../src/brief/hangs-on.js';
import { jointWords } from '../../src/brief/joint-words.js';
import { linked } from '../../src/brief/links.js';
import { shortAnswer } from '../../src/brief/short-answer.js';
import { asFile, numeral, percent, pictureTable, type Table, table } from '../../src/brief/tables.js';
import { fileName } from '../../src/brief/take-away.js';
import { html } from '../../src/figures/html.js';
import { namesFrom } from '../../src/figures/names.js';
import { answersByOption, decides } from '../../src/verdicts/decides.js';
import type { Answer } from '../../src/verdicts/verdict.js';
import { byYardstick, lines, part, ratioAbove1, supportedReading } from './fixture.js';

describe('days', () => {
  it.each([
    ['2021-11-27', '27 November 2021'],
    ['2021-05', 'May 2021'],
    ['2021', '2021'],
  ])('%s is %s', (iso, shown) => expect(showDay(iso)).toBe(shown));

  it('stand after author and outlet, once where both are one', () => {
    expect(byline({ author: 'He Yafei', outlet: 'China-US Focus', published: '2017-02-20' })).toBe(
      'He Yafei, China-US Focus, 20 February 2017',
    );
    expect(byline({ author: 'Global Times', outlet: 'Global Times', published: undefined })).toBe(
      'Global Times',
    );
    expect(byline({ author: 'X, as reported by Y', outlet: 'Y', published: '2021' })).toBe(
      'X, as reported by Y, 2021',
    );
  });
});

describe('links', () => {
  it('are made of web addresses and DOIs, without the stop after them', () => {
    expect(linked('See https://a.example/b. (doi:10.1000/x)').html).toBe(
      'See <a href="https://a.example/b" rel="noreferrer">https://a.example/b</a>. (<a href="https://doi.org/10.1000/x" rel="noreferrer">doi:10.1000/x</a>)',
    );
    expect(linked('no <address>').html).toBe('no &lt;address&gt;');
  });
});

describe('words', () => {
  it('of what is expected follow the claim', () => {
    expect(expectationWords(part({ expect: ratioAbove1 }))).toBe('ratio above 1');
    expect(
      expectationWords(
        part({ expect: { ...ratioAbove1, rule: 'no-more-than', direction: 'below', threshold: -1 } }),
      ),
    ).toBe('ratio not below −1');
    expect(expectationWords(part({ expect: { ...ratioAbove1, rule: 'no-effect' } }))).toBe(
      'ratio no different from 1',
    );
  });

  const known = namesFrom({ fh_score: 'Freedom House' });

  it('of what decides name the largest share, and the verdict that each of its options would have', () => {
    const verdict = byYardstick('states');
    expect(decidesTitle(verdict.decides, known)).toMatch(
      /^\d+\u00a0% of the spread of the results hangs on regime, \d+\u00a0% on \w+$/,
    );
    const said = hangsOn(verdict, part({ expect: ratioAbove1 }), known);
    expect(said).toMatch(/^The answer hangs most on regime \(\d+\u00a0% of the spread\): with “/);
    for (const { option, answer } of answersByOption(verdict.graded, 'regime', {
      expect: ratioAbove1,
      cap: undefined,
    })) {
      const words = {
        supported: 'supports',
        'leans for': 'leans',
        contested: 'divided',
        undetermined: 'decide',
      };
      const clause = said.split(', with').find((c) => c.includes(`“${known.option('regime', option)}”`))!;
      expect(clause).toContain(words[answer as keyof typeof words]);
    }
  });

  it('of what decides name the few options that go another way than the many', () => {
    const whole = supportedReading();
    const graded = whole.graded.map((g) => ({
      ...g,
      stance: g.choices['years'] === '1971-2021' ? ('open' as const) : g.stance,
    }));
    const verdict = {
      ...whole,
      graded,
      decides: decides(graded).map((d) => ({ ...d, share: d.alternative === 'years' ? 1 : 0 })),
    };
    expect(hangsOn(verdict, part({ expect: { ...ratioAbove1, threshold: 0 } }), known)).toBe(
      `The answer hangs most on years (100\u00a0% of the spread): with “1971–2021” the record does not decide it, with the other 4 it supports it.`,
    );
  });

  it('of what decides say so where no choice turns the answer, or none makes a difference', () => {
    const own = part({ expect: { ...ratioAbove1, threshold: 0 } });
    const steady = hangsOn(supportedReading(), own, known);
    expect(steady).toMatch(
      /^The results hang most on \w+ \(.*\): the typical result is [\d.]+ with “.*” and [\d.]+ with “.*”; no single choice turns the answer\.$/,
    );
    expect(hangsOn({ ...supportedReading(), decides: [] }, own, known)).toBe(
      'There is only one fair way to test it here, so no choice decides.',
    );
    const flat = supportedReading().decides.map((d) => ({ ...d, share: 0 }));
    expect(hangsOn({ ...supportedReading(), decides: flat }, own, known)).toBe(
      'No choice makes a difference to the results.',
    );
    expect(decidesTitle(flat, known)).toBe('No choice makes a difference to the results');
  });

  it.each([
    [0, 0.002, 'In none of 499', '(p = 0.002): chance alone hardly ever gives'],
    [24, 0.05, 'In 24 of 499', '(p = 0.05): chance alone seldom gives'],
    [64, 0.13, 'In 64 of 499', '(p = 0.13): chance alone now and then gives'],
    [250, 0.502, 'In 250 of 499', '(p = 0.5): chance alone often gives'],
  ])('of the joint test: %d of 499', (asStrong, p, start, end) => {
    const said = jointWords({ asStrong, p, worlds: 499, world: 'no effect' });
    expect(said.startsWith(start)).toBe(true);
    expect(said).toContain(end);
  });

  it('of the joint test of an absence speak of an effect that just matters', () => {
    const joint = { asStrong: 3, p: 0.008, worlds: 499, world: 'an effect that just matters' } as const;
    expect(jointWords(joint)).toBe(
      'In 3 of 499 simulated worlds with an effect that just matters, the median result speaks as strongly against such an effect (p = 0.008): an effect that matters hardly ever leaves such results.',
    );
  });

  it('of a curve state its finding in counts', () => {
    const counts = { for: 3, against: 2, open: 85, failed: 0 };
    const given = { ...supportedReading(), specifications: 90, counts };
    expect(curveTitle(given)).toBe(
      '85 of 90 fair ways to test it leave it open; 3 speak for it and 2 speak against it',
    );
    expect(curveTitle({ ...given, counts: { ...counts, for: 1, against: 0, open: 88, failed: 1 } })).toBe(
      '88 of 90 fair ways to test it leave it open; 1 speaks for it and 1 could not be computed',
    );
    expect(curveTitle({ ...given, counts: { for: 90, against: 0, open: 0, failed: 0 } })).toBe(
      'All 90 fair ways to test it speak for it',
    );
    expect(curveTitle({ ...given, counts: { for: 0, against: 0, open: 0, failed: 90 } })).toBe(
      'None of 90 fair ways to test it could be computed',
    );
  });

  it('of several claims count them by what the record does to each', () => {
    const of = (...answers: Answer[]) => answers.map((answer) => ({ answer }));
    expect(
      shortAnswer(
        of('supported', 'contested', 'sources differ', 'borne out by the record', 'not yet tested'),
      ),
    ).toBe(
      'Of its 5 claims the record supports 1, is divided on 2 and bears out 1; 1 has not been tested yet.',
    );
    expect(shortAnswer(of('not yet tested', 'not yet tested'))).toBe(
      'None of its 2 claims has been tested yet.',
    );
    expect(shortAnswer(of('leans against', 'untestable here'))).toBe(
      'Of its 2 claims the record leans against 1 and cannot settle 1.',
    );
  });

  it('of periods say how much of the author’s years the record holds', () => {
    const reading = {
      ...supportedReading(),
      observed: { from: 1990, to: 2018 },
      overlap: { years: 9, of: 14 },
      until: 2018,
    };
    expect(periodSentence(reading, { from: 2010, to: 2023 })).toBe(
      'The tests observe 1990–2018; the author speaks of 2010–2023, of which the record holds 9 of 14 years. The verdict is therefore one “to 2018”.',
    );
    expect(periodSentence(reading, undefined)).toContain('the author names no period');
    expect(periodSentence({ ...reading, observed: null }, undefined)).toContain('no years');
  });
});

const shown = ({ caption, columns, rows }: Table): string => table(caption, columns, rows).html;

describe('the table behind a picture', () => {
  it('has a row for each year and a column for each series', () => {
    const { document } = parseHTML(shown(pictureTable(lines)));
    const heads = [...document.querySelectorAll('thead th')].map((t) => t.textContent);
    expect(heads).toEqual([
      'Year',
      'United States (interval)',
      'United States',
      'Russia (USSR to 1991)',
      'China',
      'median member',
    ]);
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(rows).toHaveLength(51);
    expect(rows[0]!.querySelector('th')!.textContent).toBe('1971');
  });

  it('has one column for a line in parts', () => {
    const run = (x: number) =>
      ({ kind: 'line', role: 'main', name: 'votes', points: [{ x, y: x }] }) as const;
    const { document } = parseHTML(shown(pictureTable({ ...lines, marks: [run(2001), run(1990)] })));
    expect([...document.querySelectorAll('thead th')].map((t) => t.textContent)).toEqual(['Year', 'votes']);
    expect([...document.querySelectorAll('tbody th')].map((t) => t.textContent)).toEqual(['1990', '2001']);
  });

  it('is a file with numbers in full, intervals in two columns, and nothing where there is none', () => {
    const [heads, first] = asFile(pictureTable(lines)).split('\r\n');
    expect(heads).toBe(
      'Year,United States (low),United States (high),United States,Russia (USSR to 1991),China,median member',
    );
    expect(first).toBe(
      '1971,8.81205846537,12.8120584654,10.8120584654,8.20803897691,5.60401948846,3.84160779538',
    );
    const rows = [
      ['a, b', numeral(-1234.5678901), '–'],
      [html`<b>“c”</b> &amp;c`, numeral(null), percent(0.125)],
      ['', numeral(Number.NEGATIVE_INFINITY), numeral(Number.NaN)],
    ];
    expect(asFile({ caption: '', columns: [{ head: 'x"y' }, { head: 'n' }, { head: 'p' }], rows })).toBe(
      '"x""y",n,p\r\n"a, b",-1234.5678901,\r\n“c” &c,,0.125\r\n,-Inf,\r\n',
    );
  });
});

describe('names of files', () => {
  it('are plain words', () => {
    expect(fileName('Türkiye: 37 % of the fall', 'curve')).toBe('turkiye-37-of-the-fall-curve');
    expect(fileName('–')).toBe('figure');
    expect(fileName('word '.repeat(40)).length).toBeLessThanOrEqual(60);
  });
});
