import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/cli/effects.js';
import { variables } from '../../src/cli/variables.js';
import { projectRoot } from '../../src/kernel/root.js';
import { readManifest } from '../../src/world/open.js';

const world = join(projectRoot(), 'world');
const manifest = readManifest(world);

async function listed(
  words: readonly string[],
  options: { tables?: boolean; json?: boolean } = { tables: true },
) {
  const said = { out: '', err: '' };
  const effects: Effects = {
    out: (text) => {
      said.out += text;
    },
    say: (text) => {
      said.err += text;
    },
    watched: false,
    columns: 100,
    now: () => 0,
  };
  await variables(words, { ...options, world }, effects);
  return said;
}

describe('variables --tables', () => {
  it('lists every table with its key, rows, years, source and licence', async () => {
    const [head, , ...rows] = (await listed([])).out.trimEnd().split('\n');
    expect(head!.split(/ {2,}/)).toEqual([
      ...['table', 'level', 'a row is one', 'rows', 'years', 'variables', 'source', 'licence'],
    ]);
    const names = rows.map((row) => row.split(' ')[0]);
    expect(names).toEqual(expect.arrayContaining(manifest.tables.map((t) => t.name)));
    const votes = manifest.tables.find((t) => t.name === 'un_votes')!;
    const row = rows.find((r) => r.startsWith('un_votes '))!;
    expect(row.trim().split(/ {2,}/)).toEqual([
      'un_votes',
      'vote',
      'record, ccode',
      String(votes.rows),
      `${votes.years.from}–${votes.years.to}`,
      '0',
      votes.source,
      votes.licence,
    ]);
  });

  it('finds those whose name, description, columns or source hold all of the words', async () => {
    const found = JSON.parse((await listed(['visit', 'episode'], { tables: true, json: true })).out);
    const names = found.map((t: { name: string }) => t.name);
    expect(names).toEqual(expect.arrayContaining(['us_visits', 'china_visits']));
    expect(names).not.toContain('us_visit_dyad_years');
  });

  it('says so where there is none', async () =>
    expect(await listed(['xylophone'])).toEqual({ out: '', err: 'no table has xylophone on its card\n' }));
});
