import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { answersInOrder } from '../../src/brief/answers.js';
import type { BriefInput, ClaimBrief } from '../../src/brief/brief-input.js';
import { pageScript } from '../../src/brief/page-script.js';
import { renderBrief } from '../../src/brief/render-brief.js';
import { absent, finding } from '../../src/critics/critique.js';
import { showPercent } from '../../src/figures/numbers.js';
import { bars, briefInput } from './fixture.js';

const dom = (page: string) => parseHTML(page).document;
const input = briefInput();
const page = await renderBrief(input);
const document = dom(page);
const text = (selector: string): string =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the brief', () => {
  it('opens with title, author, outlet, day, how its claims stand, and their table; then what the article says', () => {
    expect(text('h1')).toBe(input.argument.title);
    expect(text('header .by')).toBe('Global Times, 27 November 2021');
    expect(text('header .lead')).toBe(
      'Of its 3 claims the record supports 1 and is divided on 1; 1 has not been tested yet.',
    );
    expect(text('.argues')).toContain(input.argument.summary);
    const rows = [...document.querySelectorAll('table.claims tbody tr')];
    expect(rows.map((r) => r.querySelector('a')!.getAttribute('href'))).toEqual(
      input.claims.map((c) => `#${c.claim.id}`),
    );
    for (const [i, c] of input.claims.entries()) {
      expect(rows[i]!.textContent).toContain(c.claim.says);
      expect(rows[i]!.textContent).toContain(c.verdict.answer);
    }
  });

  it('has a section for each claim, said to be claimed by its author', () => {
    for (const { claim } of input.claims) {
      const section = document.getElementById(claim.id)!;
      expect(section.querySelector('h2')!.textContent).toBe(claim.says);
      expect(section.querySelector('.by')!.textContent).toContain(`Claimed by ${claim.by || 'Global Times'}`);
    }
  });

  it('shows all that a tested claim must show', () => {
    const heads = [...document.getElementById('allies-drive-backsliding')!.querySelectorAll('h3')].map(
      (h) => h.textContent,
    );
    expect(heads).toEqual([
      'How it was tested',
      'The claim read in different ways',
      'The evidence',
      'Every fair way to test it',
      'What decides it',
      'The strongest test on each side',
      'How much is enough',
      'What the tests could not use',
      'Since then',
      'What the record does not hold',
      'Published analyses',
      'Sources',
      'How to reproduce it',
    ]);
  });

  it('says of a claim that waits what would be measured, what counts against it and which design it waits for', () => {
    const said = text('#summit-divides');
    expect(said).toContain('What would be measured');
    expect(said).toContain('No widening.');
    expect(said).toContain('a test by event study, not built yet');
    expect(document.querySelectorAll('#summit-divides svg')).toHaveLength(0);
  });

  it('says of a claim that waits what the awaited design is to test, where it says so', async () => {
    const awaitsFor = { 'event-study': 'whether the lines moved ' };
    const waiting = input.claims[2]!;
    const claim = { ...waiting.claim, awaitsFor };
    const other = dom(await renderBrief({ ...input, claims: [{ ...waiting, claim }] }));
    expect(other.body.textContent).toContain('a test by event study, not built yet: whether the lines moved');
  });

  it('says of an untestable claim why, and what would settle it', async () => {
    const claim = {
      ...input.claims[2]!.claim,
      awaits: [],
      untestable: { because: 'Nothing in this record observes it.', wouldSettle: 'Access by inspectors.' },
    };
    const verdict = { ...input.claims[2]!.verdict, answer: 'untestable here' as const };
    const other = dom(await renderBrief({ ...input, claims: [{ ...input.claims[2]!, claim, verdict }] }));
    expect(other.body.textContent).toContain('Nothing in this record observes it.');
    expect(other.body.textContent).toContain('Access by inspectors.');
  });

  it('names combinations that are impossible, tests that failed and rows that were lost, with counts', () => {
    const said = text('#allies-drive-backsliding');
    const reading = input.claims[0]!.verdict.parts[0]!.readings[0]!;
    expect(reading.impossible).toEqual([{ reason: 'Polity5 ends in 2018', specifications: 30 }]);
    expect(said).toContain('Polity5 ends in 2018');
    expect(said).toContain('no state of the group lost anything');
    expect(said).toContain('the source has the row but no value');
    expect(said).toContain('11 of 12 years');
  });

  it('puts the percentages of the verdict, and the share of the choice that decides most, into the verdict box', () => {
    const { shares, decides } = input.claims[0]!.verdict.parts[0]!.readings[0]!;
    const known = [...Object.values(shares), decides[0]!.share].map((s) =>
      showPercent(s).replace(/\u00a0/g, ' '),
    );
    const box = text('#allies-drive-backsliding .verdict').replace(/\u00a0/g, ' ');
    const found = box.match(/\d+ %/g)!;
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const percent of found) expect(known).toContain(percent);
  });

  it('lists every specification of every reading behind its curve', () => {
    const rows = [...document.querySelectorAll('details.data')]
      .filter((d) => d.querySelector('summary')!.textContent!.includes('tests in a table'))
      .map((d) => d.querySelectorAll('tbody tr').length);
    expect(rows).toEqual([170, 170, 20]);
  });

  it('gives sources with version, terms, licence, citation and hash, and the commands', () => {
    const said = text('#us-nearly-alone');
    for (const words of [
      'CC BY-SA 4.0',
      'V-Dem Dataset v15',
      'vdem15.parquet',
      'ab'.repeat(32),
      'npx entente test',
      input.world,
    ])
      expect(said).toContain(words);
  });

  it('gives every figure its alternative text, and every table headings with a scope', () => {
    for (const svg of document.querySelectorAll('svg')) {
      if (svg.parentElement?.closest('svg')) continue;
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.getAttribute('aria-label')!.length).toBeGreaterThan(10);
    }
    for (const th of document.querySelectorAll('th'))
      expect(['row', 'col']).toContain(th.getAttribute('scope'));
    expect(document.querySelectorAll('th').length).toBeGreaterThan(100);
  });

  it('has one first heading and never skips a level', () => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]));
    expect(levels.filter((l) => l === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has ids that are unique, and links within the page that lead somewhere', () => {
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const a of document.querySelectorAll('a[href^="#"]'))
      expect(ids).toContain(a.getAttribute('href')!.slice(1));
  });

  it('loads nothing: no source, no import, only links that a reader follows', () => {
    expect(document.querySelectorAll('link, iframe, img, object, embed, [src], [srcset]')).toHaveLength(0);
    expect(page).not.toMatch(/url\(|@import/);
    expect(text('style').length).toBeGreaterThan(100);
    const away = [...document.querySelectorAll('[href]')].filter(
      (e) => !e.getAttribute('href')!.startsWith('#') && !e.hasAttribute('download'),
    );
    for (const a of away) {
      expect(a.tagName).toBe('A');
      expect(a.getAttribute('href')).toMatch(/^(https:\/\/(doi\.org|www\.nytimes\.com)\/|index\.html$)/);
    }
  });

  it('runs one script of its own, by its hash, and none other', () => {
    const [script, ...others] = document.querySelectorAll('script');
    expect(others).toEqual([]);
    const hash = createHash('sha256').update(script!.textContent!).digest('base64');
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      `script-src 'sha256-${hash}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('gives every figure a table, an SVG and a CSV to take away, in the page itself', () => {
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBe(9);
    const names = figures.flatMap((figure) => {
      expect(figure.querySelector('figcaption strong')!.textContent!.length).toBeGreaterThan(10);
      const rows = figure.querySelectorAll('details.data tbody tr').length;
      const [svg, csv] = [...figure.querySelectorAll('a[download]')];
      const drawing = decodeURIComponent(svg!.getAttribute('href')!);
      expect(drawing).toMatch(
        /^data:image\/svg\+xml;charset=utf-8,<svg xmlns='http:\/\/www.w3.org\/2000\/svg'/,
      );
      expect(drawing).not.toMatch(/var\(/);
      const lines = decodeURIComponent(csv!.getAttribute('href')!).split('\r\n');
      expect(lines[0]).toMatch(/^data:text\/csv;charset=utf-8,\ufeff/);
      expect(lines).toHaveLength(rows + 2);
      return [svg!.getAttribute('download')!, csv!.getAttribute('download')!];
    });
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]{5,60}\.(svg|csv)$/);
  });

  it('puts what the critics found after the tests, under a heading of its own', async () => {
    const entry = input.claims[0]!;
    const critiques = {
      ...{ argument: entry.claim.argument, claim: entry.claim.id },
      parts: [
        {
          ...{ part: '', reading: 'states' },
          critiques: [
            finding('leave-one-out', { says: 'Without Türkiye it leans against.', picture: bars }),
            absent('mirror', 'The rival has no allies.'),
          ],
        },
      ],
    };
    const other = dom(await renderBrief({ ...input, claims: [{ ...entry, critiques }] }));
    const heads = [...other.querySelectorAll('.claim h3')].map((h) => h.textContent);
    expect(heads.indexOf('What its critics would ask')).toBe(heads.indexOf('How much is enough') - 1);
    const asked = other.querySelector('.critics')!;
    expect(asked.textContent).toContain('Without Türkiye it leans against.');
    expect(asked.querySelectorAll('figure a[download]')).toHaveLength(2);
    expect(other.querySelectorAll('.critics')[1]!.textContent).toContain('The rival has no allies.');
  });

  it('leads within a claim to each of its headings', () => {
    const section = document.getElementById('allies-drive-backsliding')!;
    const led = [...section.querySelectorAll('ul.jumps a')].map((a) => a.textContent);
    expect(led).toEqual([...section.querySelectorAll('h3')].map((h) => h.textContent));
  });

  it('says the joint test in words beside the numbers, and that there is none where there is none', async () => {
    expect(text('#us-nearly-alone .numbers')).toContain('Joint test');
    expect(text('#us-nearly-alone .numbers')).toContain('None: no test of it can be drawn anew');
    const entry = input.claims[1]!;
    const joint = { p: 0.008, asStrong: 3, worlds: 499, world: 'no effect' as const };
    const part = entry.verdict.parts[0]!;
    const readings = part.readings.map((r) => ({ ...r, joint }));
    const verdict = { ...entry.verdict, parts: [{ ...part, readings }] };
    const other = dom(await renderBrief({ ...input, claims: [{ ...entry, verdict }] }));
    expect(other.querySelector('.numbers')!.textContent).toContain(
      'In 3 of 499 simulated worlds without an effect, the median result speaks as strongly for the claim (p = 0.008): chance alone hardly ever gives such results.',
    );
  });

  it('is the same bytes each time', async () => expect(await renderBrief(briefInput())).toBe(page));

  it('shows verdicts by a sign as well as by colour', () => {
    for (const badge of document.querySelectorAll('.badge'))
      expect(badge.textContent).toMatch(
        /^[▲△◆▽▼●◐■◇○□]\u00a0(supported|leans for|contested|leans against|contradicted|borne out by the record|sources differ|not borne out|undetermined|not yet tested|untestable here)/,
      );
    for (const answer of answersInOrder) expect(text('.meanings')).toContain(answer);
  });

  it('names parts under headings of their own', async () => {
    const { claims } = input;
    const entry = claims[0]!;
    const [only] = entry.verdict.parts;
    const part = entry.claim.parts[0]!;
    const parts = ['votes', 'trade-ties'];
    const claim = { ...entry.claim, parts: parts.map((name) => ({ ...part, name })) };
    const verdict = { ...entry.verdict, parts: parts.map((name) => ({ ...only!, part: name })) };
    const other = dom(await renderBrief({ ...input, claims: [{ ...entry, claim, verdict }] }));
    const heads = [...other.querySelectorAll('h3')].map((h) => h.textContent);
    expect(heads).toEqual(expect.arrayContaining(['Part: votes', 'Part: trade ties']));
    expect([...other.querySelectorAll('h4')].map((h) => h.textContent)).toContain('What decides it');
  });

  it('uses a claim’s own words for ids, and no other claim’s', async () => {
    const [tested, ...others] = input.claims as [ClaimBrief, ...ClaimBrief[]];
    const own = { ...tested, claim: { ...tested.claim, labels: { pact: 'words of its own' } } };
    const other = { ...others[0]!, claim: { ...others[0]!.claim, labels: { pact: 'words of another' } } };
    const html = await renderBrief({ ...input, claims: [own, other], labels: { pact: 'words for all' } });
    expect(html).toContain('words of its own');
    expect(html).not.toMatch(/words of another|words for all/);
  });

  it('refuses a part whose design has no card', async () => {
    await expect(renderBrief({ ...input, designs: {} })).rejects.toMatchObject({ code: 'brief/no-design' });
  });
});

/** The same input with every text of it made hostile. */
function hostile(given: BriefInput, poison: string): BriefInput {
  const kept = new Set([
    'part',
    'reading',
    'design',
    'name',
    'answer',
    'atHalf',
    'atDouble',
    'stance',
    'kind',
    'role',
    'rule',
    'direction',
    'scale',
    'id',
    'axis',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : value + poison;
    if (Array.isArray(value)) return value.map((v) => walk(v, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]));
  };
  return walk(given, '') as BriefInput;
}

describe('a hostile text', () => {
  it('anywhere in the data stays text', async () => {
    const poison = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const page = await renderBrief(hostile(briefInput(), poison));
    expect(page.split('&lt;script&gt;').length).toBeGreaterThan(100);
    const document = dom(page);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect([...document.querySelectorAll('script')].map((s) => s.textContent)).toEqual([pageScript]);
    for (const link of document.querySelectorAll('a.svg')) {
      const drawing = dom(decodeURIComponent(link.getAttribute('href')!).replace(/^[^,]*,/, ''));
      expect(drawing.querySelectorAll('script, img')).toHaveLength(0);
      expect(drawing.querySelectorAll('svg')).toHaveLength(1);
    }
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
  });

  it('makes no link that runs', async () => {
    const given = briefInput();
    const claim = {
      ...given.claims[0]!.claim,
      measured: 'javascript:alert(1) data:text/html,x https://ok.example/a?b=1&c="d',
    };
    const document = dom(await renderBrief({ ...given, claims: [{ ...given.claims[0]!, claim }] }));
    const addresses = [...document.querySelectorAll('dd a')].map((a) => a.getAttribute('href'));
    expect(addresses).toEqual(['https://ok.example/a?b=1&c=']);
  });
});
