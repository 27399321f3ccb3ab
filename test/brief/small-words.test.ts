import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { expectationWords } from '../../src/brief/choices.js';
import { byline, showDay } from '../../src/brief/day.js';
import { periodSentence } from '../../src/brief/gaps.js';
import { linked } from '../../src/brief/links.js';
import { pictureTable } from '../../src/brief/tables.js';
import { decidesSentence } from '../../src/brief/what-decides.js';
import { namesFrom } from '../../src/figures/names.js';
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

  it('of what decides name the largest share and the options that turn the answer', () => {
    const said = decidesSentence(byYardstick('states').decides, namesFrom({ fh_score: 'Freedom House' }));
    expect(said).toMatch(/^Regime decides most: it explains \d+\u00a0% of the spread/);
    expect(said).toContain('“Freedom House” (regime)');
    expect(decidesSentence(supportedReading().decides, namesFrom())).toContain(
      'No single choice turns the answer.',
    );
    expect(decidesSentence([], namesFrom())).toBe('No choice makes a difference to the results.');
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

describe('the table behind a picture', () => {
  it('has a row for each year and a column for each series', () => {
    const { document } = parseHTML(pictureTable(lines).html);
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
    const { document } = parseHTML(pictureTable({ ...lines, marks: [run(2001), run(1990)] }).html);
    expect([...document.querySelectorAll('thead th')].map((t) => t.textContent)).toEqual(['Year', 'votes']);
    expect([...document.querySelectorAll('tbody th')].map((t) => t.textContent)).toEqual(['1990', '2001']);
  });
});
