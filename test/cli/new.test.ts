import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.js';
import { abortError } from '../../src/cli/new/abort.js';
import type { Terminal } from '../../src/cli/new/ask.js';
import { newClaim } from '../../src/cli/new.js';
import { type Spoken, spoken } from './spoken.js';

let here: Spoken;
beforeAll(() => {
  here = spoken();
});
afterAll(() => here.remove());
beforeEach(() => rmSync(join(here.folder, 'arguments'), { recursive: true, force: true }));

const left = (): string[] =>
  existsSync(join(here.folder, 'arguments'))
    ? readdirSync(join(here.folder, 'arguments'), { recursive: true }).map(String).sort()
    : [];
const read = (file: string): string => readFileSync(join(here.folder, 'arguments', file), 'utf8');

const article = { title: 'On freedom', author: 'Jane Roe', outlet: 'The Daily' };
const base = { ...article, claim: 'It fell.', period: '2010-2020', because: 'Half of an episode.' };
const trend = {
  ...base,
  design: 'trend',
  variable: 'polyarchy',
  state: 'USA',
  expect: 'below 0',
  matters: '0.05',
};
type Flags = Readonly<Record<string, string | undefined>>;
const argv = (flags: Flags): string[] =>
  Object.entries(flags).flatMap(([flag, value]) => (value === undefined ? [] : [`--${flag}`, value]));
const make = (flags: Flags, name = 'freedom/fell') => here.run('new', name, ...argv(flags));

const designs: [string, Flags, number][] = [
  ['the figure of a state', trend, 2],
  [
    'two figures of a state',
    { ...trend, variable: 'polyarchy,polity2', matters: 'polyarchy=0.05,polity2=1' },
    4,
  ],
  [
    'a share of a state',
    { ...trend, variable: 'milex', measure: 'concentration', as: 'share-of', matters: '1' },
    2,
  ],
  [
    'a concentration',
    { ...trend, variable: 'cinc_share,milex', measure: 'concentration', as: 'hhi', state: undefined },
    4,
  ],
  ['a dispersion', { ...trend, measure: 'dispersion', as: 'sd', state: undefined }, 2],
  [
    'a series of the system',
    { ...trend, variable: 'beijing_recognised_by', period: '1975-1995', expect: 'above 0', matters: '5' },
    3,
  ],
  ['an absence', { ...trend, expect: 'not above 0' }, 2],
  ['no difference', { ...trend, expect: 'no different from 0' }, 2],
  [
    'falls of allies',
    {
      ...base,
      design: 'share',
      variable: 'polyarchy_v15,fh_score',
      group: 'allies-of USA',
      expect: 'above 1',
      matters: '1.1',
    },
    108,
  ],
  [
    'a total of states',
    {
      ...base,
      design: 'share',
      change: 'total',
      variable: 'milex',
      group: 'China,RUS',
      years: '2015,2010',
      expect: 'below 1',
      matters: '0.9',
    },
    4,
  ],
  [
    'a change against its past',
    {
      ...base,
      design: 'comparison',
      variable: 'polity2',
      one: 'USA',
      from: '2005-2009',
      to: '2014-2018',
      expect: 'below 0',
      matters: '1',
    },
    1,
  ],
  [
    'a change against a group',
    {
      ...base,
      design: 'comparison',
      variable: 'polyarchy_v15',
      one: 'USA',
      other: 'where oecd_member',
      from: '2005-2009,2000-2009',
      expect: 'below 0',
      matters: '0.05',
    },
    2,
  ],
  [
    'levels of two',
    {
      ...base,
      design: 'comparison',
      variable: 'milex',
      one: 'USA',
      other: 'China',
      expect: 'above 0',
      matters: '1000',
    },
    2,
  ],
  [
    'a value',
    {
      ...base,
      design: 'figure',
      variable: 'milper,milex',
      state: 'USA',
      years: '2015',
      expect: 'at least 80',
    },
    2,
  ],
  [
    'a place',
    { ...base, design: 'figure', asked: 'rank', variable: 'milex', state: 'USA', expect: 'first' },
    1,
  ],
];

describe('entente new', () => {
  it.each(designs)('writes a claim that check takes at once: %s', async (_, flags, specifications) => {
    const made = await make(flags);
    expect(made).toMatchObject({ code: 0, err: '' });
    const of = `freedom/fell: well formed; ${specifications} ${specifications === 1 ? 'specification' : 'specifications'}`;
    expect(made.out).toContain(of);
    expect(left()).toEqual(['freedom', 'freedom/argument.yaml', 'freedom/fell.yaml']);
    const checked = await here.run('check', 'freedom/fell');
    expect(checked).toMatchObject({ code: 0, err: '' });
    expect(checked.out).toContain(of);
    expect((await here.run('check', 'freedom')).out).toBe(checked.out);
  });

  it('writes notes on every part, the author’s words as they are, and a smallest effect on the claimed side', async () => {
    const odd = `It: fell # by “much”, [they] say; 'so' & "so" — 5 % – ${'and more '.repeat(20)}`;
    await make({ ...trend, claim: odd, because: 'yes: *no*' });
    const { loadClaim } = await import('../../src/claims/load.js');
    const { designs: all } = await import('../../src/designs/index.js');
    const claim = loadClaim(join(here.folder, 'arguments', 'freedom', 'fell.yaml'), all, 'Jane Roe');
    expect(claim.says).toBe(odd.trim());
    expect(claim.parts[0]!.expect).toMatchObject({
      because: 'yes: *no*',
      matters: -0.05,
      direction: 'below',
    });
    expect(
      read('freedom/fell.yaml')
        .split('\n')
        .filter((line) => line.length > 120),
    ).toEqual([]);
    expect(read('freedom/fell.yaml').match(/ # /g)!.length).toBeGreaterThan(7);
  });

  it('adds a claim to an argument that is there, and leaves all else in its file as it was', async () => {
    const folder = join(here.folder, 'arguments', 'freedom');
    mkdirSync(folder, { recursive: true });
    const block =
      '# ours\ntitle: "T"   # a note\nauthor: Me\noutlet: O\nsummary: >-\n  S\n  s\nclaims:\n    - waits # first\n# end\n';
    writeFileSync(join(folder, 'argument.yaml'), block);
    writeFileSync(
      join(folder, 'waits.yaml'),
      'claim: C\nmeasured: M\ncounts-against: N\nawaits: [network]\n',
    );
    const { title: _t, author: _a, outlet: _o, ...claim } = trend;
    expect(await make({ ...claim, by: 'Somebody' })).toMatchObject({ code: 0, err: '' });
    expect(read('freedom/argument.yaml')).toBe(block.replace('# first\n', '# first\n    - fell\n'));
    writeFileSync(join(folder, 'argument.yaml'), block.replace(/claims:\n.*\n/, 'claims: [ waits, fell ]\n'));
    expect(await make(claim, 'freedom/rose')).toMatchObject({ code: 0 });
    expect(read('freedom/argument.yaml')).toContain('claims: [ waits, fell, rose ]\n');
    expect((await here.run('check', 'freedom')).out.split('\n')).toHaveLength(4);
  });

  it('completes from the user’s own data too', async () => {
    writeFileSync(
      join(here.folder, 't.csv'),
      `iso,year,x\n${[...Array(12).keys()].map((i) => `USA,${2005 + i},${i}`).join('\n')}\n`,
    );
    await here.run('world', 'add', 'mine', 't.csv', '--level', 'state-year');
    const made = await make({ ...trend, variable: 'mine_x', period: '2005-2016', matters: '1' });
    expect(made.out).toContain('; rests on data of your own (mine)');
    await here.run('world', 'remove', 'mine');
  });
});

const names = 'two names of small letters, digits and -, up to 60 each, such as';
const refusedNames: [string, string][] = [
  ['../x', `not ARGUMENT/CLAIM: "../x"\n  ${names} small-clique/us-stands-alone`],
  ['/etc/passwd', `not ARGUMENT/CLAIM: "/etc/passwd"\n  ${names} etc/passwd`],
  ['freedom', `not ARGUMENT/CLAIM: "freedom"\n  ${names} small-clique/us-stands-alone`],
  ['a/b/c', `not ARGUMENT/CLAIM: "a/b/c"\n  ${names} small-clique/us-stands-alone`],
  ['a/..', `not ARGUMENT/CLAIM: "a/.."\n  ${names} small-clique/us-stands-alone`],
  ['On freedom/It fell', `not ARGUMENT/CLAIM: "On freedom/It fell"\n  ${names} on-freedom/it-fell`],
  ['Café/naïve.yaml', `not ARGUMENT/CLAIM: "Café/naïve.yaml"\n  ${names} cafe/naive`],
  ['自由/下降', `not ARGUMENT/CLAIM: "自由/下降"\n  ${names} small-clique/us-stands-alone`],
  ['a\\b/c', `not ARGUMENT/CLAIM: "a\\\\b/c"\n  ${names} a-b/c`],
  ['con/x', `not ARGUMENT/CLAIM: "con/x"\n  ${names} small-clique/us-stands-alone`],
  ['freedom/argument', 'a claim cannot be called argument\n  argument.yaml is the file about the article'],
];

const asks = 'on a terminal entente new asks';
const refused: [string, Flags, string][] = [
  ...Object.entries({
    title: 'What is the title of the article?\n  write --title "The press is free no more"',
    claim:
      'The claim, as one sentence about the world in your own words?\n  write --claim "The United States stands alone."',
    period: 'Of which years does the author speak?\n  write --period 2010-2020',
    design: 'What does it say, in short?\n  write --design trend',
    state: 'Of which state?\n  write --state USA',
    expect: 'What does the claim say of the slope? Without an effect it is 0.\n  write --expect "above 0"',
    because:
      'Why would less than that not matter? With a source, if there is one.\n  write --because "Over ten years it moves …"',
  }).map(([flag, said]): [string, Flags, string] => [
    `no --${flag}`,
    { ...trend, [flag]: undefined },
    `--${flag} is missing: ${said}; ${asks}`,
  ]),
  [
    'a design',
    { ...trend, design: 'trned' },
    '--design: not one of trend, share, comparison, figure: trned\n  did you mean trend?',
  ],
  [
    'a variable',
    { ...trend, variable: 'polyarcy' },
    '--variable: unknown variable: polyarcy\n  did you mean polyarchy?',
  ],
  [
    'variables of two levels',
    { ...trend, variable: 'polyarchy,beijing_recognised_by' },
    '--variable: polyarchy is about a state-year, beijing_recognised_by about a system-year\n  alternatives ask the same question: take variables of one level',
  ],
  [
    'a variable of pairs',
    { ...trend, variable: 'imports' },
    '--variable: imports is of level dyad-year\n  this design takes a variable of level state-year or system-year',
  ],
  [
    'a state',
    { ...trend, state: 'Untied States' },
    '--state: unknown state: Untied States\n  did you mean United States?',
  ],
  [
    'a period',
    { ...trend, period: '2020-2010' },
    '--period: the span ends before it begins: 2020-2010\n  write 2010-2020',
  ],
  [
    'a period before the record',
    { ...trend, period: '1500-1600' },
    '--period: the record has none of the years 1500–1600\n  it runs from 1816 to 2025',
  ],
  [
    'years too few',
    { ...trend, years: '2015-2020' },
    '--years: the record cannot serve any of these\n  6 years: a trend needs at least 10',
  ],
  [
    'an expectation',
    { ...trend, expect: 'falls' },
    '--expect: cannot be read as an expectation: falls\n  expected above 1, below 0, not above 0, not below 0 or no different from 0',
  ],
  ['no number', { ...trend, matters: 'much' }, '--matters: not a number: much\n  write 0.5, with a point'],
  [
    'one number for two units',
    { ...trend, variable: 'polyarchy,polity2' },
    '--matters: the variables have different units: one number will not do for all\n  write polyarchy=0.05,polity2=0.05',
  ],
  [
    'a number on the wrong side',
    { ...trend, matters: '0' },
    '--matters: matters-from: 0 is not below 0\n  the smallest effect that matters lies on the side that the claim speaks of',
  ],
  [
    'a scale without ends',
    { ...trend, variable: 'milex', measure: 'dispersion' },
    '--measure: the scale of milex has no two ends\n  dispersion compares scores on a common scale; take another measure, or a score with both ends',
  ],
  [
    'an amount below zero',
    { ...base, design: 'share', change: 'total', variable: 'polity2' },
    '--variable: polity2 can be below 0: it has no shares\n  take an amount that cannot, such as milex',
  ],
  [
    'a group of nobody',
    { ...base, design: 'share', variable: 'polity2', group: 'allies-of Frnace' },
    '--group: unknown state: Frnace\n  did you mean France?',
  ],
  [
    'a yardstick',
    { ...base, design: 'share', variable: 'polity2', group: 'USA', against: 'peoples' },
    '--against: not one of states, population, people, room-to-fall, room-to-rise: peoples\n  did you mean people?',
  ],
  [
    'a total of many years',
    { ...base, design: 'share', change: 'total', variable: 'milex', group: 'USA', years: '2010-2012' },
    '--years: a total is of one year, not of 2010-2012\n  write 2020,2015',
  ],
  [
    'no change and nobody to compare with',
    { ...base, design: 'comparison', variable: 'polity2', one: 'USA' },
    `--from is missing: Against which earlier years?\n  write --from 2005-2009; ${asks}`,
  ],
  [
    'years that overlap',
    { ...base, design: 'comparison', variable: 'polity2', one: 'USA', from: '2005-2012', to: '2010-2014' },
    '--to: the later years 2010-2014 begin before the earlier end, in 2012\n  write years after 2012',
  ],
  [
    'a condition',
    { ...base, design: 'comparison', variable: 'polity2', one: 'USA', other: 'where oecd > 3' },
    '--other: not a condition: oecd > 3\n  write a variable that is 1, or one and its least value: polyarchy >= 0.5',
  ],
  [
    'a figure',
    { ...base, design: 'figure', variable: 'milex', state: 'USA', expect: 'many' },
    '--expect: cannot be read as a figure: "many"\n  expected 44, at least 80, more than 50, at most 10, less than 0, first, or a list: [USA, RUS]',
  ],
  [
    'a margin',
    { ...base, design: 'figure', variable: 'milex', state: 'USA', expect: '44', margin: '-1' },
    '--margin: not a margin: -1\n  write a number from 0',
  ],
  [
    'a day',
    { ...trend, published: 'yesterday' },
    '--published: not a day, month or year: yesterday\n  write 2021-11-27, 2021-11 or 2021',
  ],
];

describe('entente new refuses, and leaves nothing behind:', () => {
  it.each(refusedNames)('the name %s', async (name, said) => {
    expect(await make(trend, name)).toEqual({ code: 2, out: '', err: `${said}\n` });
    expect(left()).toEqual([]);
  });

  it.each(refused)('%s', async (_, flags, said) => {
    expect(await make(flags)).toEqual({ code: 2, out: '', err: `${said}\n` });
    expect(left()).toEqual([]);
  });

  it('what is there already, a folder that is a file, an argument that is broken', async () => {
    await make(trend);
    const before = read('freedom/fell.yaml');
    expect(await make({ ...trend, claim: 'Another.' })).toEqual({
      code: 2,
      out: '',
      err: 'arguments/freedom/fell.yaml: there is a claim freedom/fell already\n  edit it, or choose another name\n',
    });
    expect(read('freedom/fell.yaml')).toBe(before);
    writeFileSync(join(here.folder, 'arguments', 'file'), '');
    expect((await make(trend, 'file/x')).err).toBe(
      'not a folder: arguments/file\n  choose another name, or another --library\n',
    );
    writeFileSync(join(here.folder, 'arguments', 'freedom', 'argument.yaml'), 'title: T\n');
    expect((await make(trend, 'freedom/rose')).err).toBe(
      'arguments/freedom/argument.yaml:1:1: missing: author\n  expected text\n',
    );
    writeFileSync(
      join(here.folder, 'arguments', 'freedom', 'argument.yaml'),
      'title: T\nauthor: A\noutlet: O\nsummary: S\nclaims: [&x fell]\n',
    );
    expect((await make(trend, 'freedom/rose')).code).toBe(0);
  });
});

/** A person who types these lines, and then stops. */
function person(lines: readonly string[]): Terminal & { readonly heard: string[]; closed: boolean } {
  const rest = [...lines];
  const heard: string[] = [];
  return {
    heard,
    closed: false,
    say: (text) => void heard.push(text),
    async line(_, words) {
      const next = rest.shift();
      if (next === undefined) throw abortError('stopped; nothing was written');
      const [, typed] = /^(.*)\t$/.exec(next) ?? [];
      return typed === undefined ? next : [...words].find((w) => w.startsWith(typed))!;
    },
    close() {
      this.closed = true;
    },
  };
}

const told: string[] = [];
const effects: Effects = {
  out: (t) => void told.push(t),
  say: (t) => void told.push(t),
  watched: true,
  columns: 100,
  now: () => 0,
};
const answers = [
  ...['On freedom', 'Jane Roe', 'The Daily', 'last year', '2021-05', ''],
  ...['Democracy weakened.', '', '2010-2020', 'trned', 'trend'],
  ...['democracy', 'polyarcy', 'polyarchy\t', '', 'Untied States', 'USA', '2015-2020', ''],
  ...['falls', 'below 0', 'much', '0.05', '', 'Half of an episode.', '', ''],
];

describe('on a terminal entente new', () => {
  it('asks again until an answer is right, says what would be, and writes at the end', async () => {
    const roe = person(answers);
    await newClaim('freedom/fell', {}, effects, roe);
    const heard = roe.heard.join('');
    for (const said of [
      'not a day, month or year: last year',
      'did you mean trend?',
      'democracy stands on the cards of polyarchy, libdem',
      'did you mean polyarchy?',
      'polyarchy: Electoral democracy index (V-Dem v16); index, 0–1; 1816–2025',
      'did you mean United States?',
      '6 years: a trend needs at least 10',
      'Enter takes: 2010-2020,2005-2020',
      'expected above 1, below 0',
      'not a number: much',
      'nothing was said',
    ])
      expect(heard).toContain(said);
    expect(roe.closed).toBe(true);
    expect(left()).toEqual(['freedom', 'freedom/argument.yaml', 'freedom/fell.yaml']);
    expect((await here.run('check', 'freedom/fell')).out).toBe(
      'freedom/fell: well formed; 2 specifications\n',
    );
  });

  it('asks nothing that a flag has said', async () => {
    const roe = person(['', '', '', '', '', '', '', '']);
    await newClaim('freedom/fell', trend, effects, roe);
    expect(roe.heard.join('')).not.toContain('What is the title');
    expect(left()).toContain('freedom/fell.yaml');
  });

  it.each([0, 1, 4, 11, 16, 22, answers.length - 1])(
    'leaves nothing behind where the person stops after %i answers',
    async (n) => {
      const roe = person(answers.slice(0, n));
      await expect(newClaim('freedom/fell', {}, effects, roe)).rejects.toMatchObject({ name: 'AbortError' });
      expect(roe.closed).toBe(true);
      expect(left()).toEqual([]);
    },
  );
});
