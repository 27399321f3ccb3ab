import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, type Ended, newPlace, type Place, small } from './entente.js';

/** A table of a user's own stands beside the record, in workers too, and published verdicts do without it. */
let place: Place;
const years = Array.from({ length: 21 }, (_, i) => 2000 + i);
const csv = `iso3,year,score\n${years.flatMap((y) => [`USA,${y},${80 - (y - 2000) / 2 + (y % 3)}`, `CHN,${y},20`]).join('\n')}\n`;
const spans = Array.from({ length: 9 }, (_, i) => `${2000 + (i % 5)}-${2020 - Math.floor(i / 5)}`);
const trend = (of: readonly string[], matters: string, over: readonly string[]): string => `claim: It fell.
period: 2000-2020
measured: M
counts-against: N
test:
  design: trend
  series: { measure: state-value, of: $of, state: USA }
  years: $years
expect: { slope: below 0, matters-from: ${matters}, because: B }
alternatives:
  of: [${of.join(', ')}]
  years: [${over.join(', ')}]
`;

const env = (): Record<string, string> => ({ ENTENTE_LOCAL: join(place.folder, 'local') });
const run = (...args: string[]): Promise<Ended> => place.start(args, env()).ended;
const verdicts = async (...args: string[]) => JSON.parse((await run('test', ...args, '--json')).out).claims;

beforeAll(async () => {
  const at = newPlace();
  place = { ...newPlace(join(at.folder, 'library')), put: at.put, remove: at.remove, folder: at.folder };
  const put = (file: string, text: string) => at.put(join('library', 'press', file), text);
  put('argument.yaml', article('own', 'mixed', 'plain', 'falls'));
  put('own.yaml', trend(['mine_score', 'mine_score_again'], '-2', spans));
  put(
    'mixed.yaml',
    trend(['polyarchy', 'mine_score'], '{ by: of, polyarchy: -0.05, mine_score: -2 }', spans.slice(0, 2)),
  );
  put('plain.yaml', trend(['polyarchy'], '-0.05', spans.slice(0, 2)));
  put('falls.yaml', small);
  const file = at.put(
    'press.csv',
    csv.replace(/^(.*?)(\d+(?:\.\d+)?)$/gm, '$1$2,$2').replace('score', 'score,score again'),
  );
  const added = await run('world', 'add', 'mine', file, '--level', 'state-year');
  expect(added).toMatchObject({ code: 0 });
});
afterAll(() => place.remove());

it('is read by workers as by one, and its verdict is labelled in the table, in JSON and on the page', async () => {
  const one = await run('test', 'press/own', '--jobs', '1', '--no-cache');
  const two = await run('test', 'press/own', '--jobs', '2', '--no-cache', '--out', join(place.folder, 'out'));
  expect(one).toMatchObject({ code: 0 });
  expect(one.out).toMatch(/^ {2}own \* +as stated +supported +100 +0 +0 /m);
  expect(one.out.trimEnd().split('\n').at(-1)).toBe(
    '* rests on data of your own (mine): no published verdict',
  );
  expect(two.out).toBe(one.out);
  const [own] = await verdicts('press/own');
  expect(own).toMatchObject({ verdict: 'supported', specifications: 18, rests_on_own_data: ['mine'] });
  const out = join(place.folder, 'out');
  const page = readFileSync(join(out, readdirSync(out).find((f) => f !== 'index.html')!), 'utf8');
  expect(page).toContain('This rests on data of the tester’s own (mine) and is no published verdict.');
  expect(page).toContain('The user’s own file press.csv, sha256');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('own data');
});

it('stands in a second table where a claim can do without, and changes nothing in the first', async () => {
  const [mixed] = await verdicts('press/mixed');
  const [plain] = await verdicts('press/plain');
  const of = ({ specifications, for: f, against, open, median, low, high, verdict }: typeof plain) => ({
    ...{ specifications, f, against, open, median, low, high, verdict },
  });
  expect(of(mixed)).toEqual(of(plain));
  expect(mixed).not.toHaveProperty('rests_on_own_data');
  expect(mixed.impossible).toBe(2);
  expect(mixed.with_own_data).toMatchObject({ specifications: 4, rests_on_own_data: ['mine'] });
  const { out } = await run('test', 'press/mixed');
  expect(out).toMatch(/^ {2}mixed {2}/m);
  expect(out).toMatch(/^ {2}mixed \* {2}/m);
  expect((await run('check', 'press/mixed')).out).toBe(
    'press/mixed: well formed; 4 specifications, 2 of them impossible; some rest on data of your own (mine)\n',
  );
  expect((await run('trace', 'press/own')).out).toContain(
    'rests on data of your own (mine): no published verdict',
  );
});

it('touches no claim that does not name it, and is missed where it is gone', async () => {
  const before = (await run('test', 'press/falls', '--json')).out;
  expect(before).not.toContain('own_data');
  expect(await run('world', 'remove', 'mine')).toMatchObject({ code: 0 });
  expect(existsSync(join(place.folder, 'local', 'mine'))).toBe(false);
  expect((await run('test', 'press/falls', '--json', '--no-cache')).out).toBe(before);
  const gone = await run('test', 'press/own');
  expect(gone.code).toBe(2);
  expect(gone.err).toMatch(/own\.yaml:11:8: unknown variable: mine_score\n/);
});
