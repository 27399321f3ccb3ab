import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { localSources } from '../../src/world/sources/local/index.js';

const root = projectRoot();
const page = readFileSync(join(root, 'docs', 'local-data.md'), 'utf8');

describe('the page on data of one’s own copy', () => {
  it.each(localSources.map((s) => [s.card.name, s] as const))(
    'tells what %s is, and every table and variable that it adds',
    (name, { tables }) => {
      const rows = page.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
      expect(rows).toHaveLength(2);
      for (const { name: table, variables } of tables)
        for (const added of [table, ...variables.map((v) => v.name)])
          expect(rows[1]).toContain(`\`${added}\``);
    },
  );

  it('is found from the README, and says where tables are kept and that Git leaves them alone', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(docs/local-data.md)');
    expect(page).toContain('`.local/world/NAME/`');
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('.local/');
    for (const [, file] of page.matchAll(/\]\((\.\.?\/[^)]+)\)/g))
      expect(existsSync(join(root, 'docs', file!))).toBe(true);
  });
});
