import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';

/**
 * The tutorial, done: its files are written, its commands typed, its changes made, in the order in which they stand,
 * and each must print what the page says. `TUTORIAL=write` puts into the page what they print.
 */
const root = projectRoot();
const page = join(root, 'docs', 'tutorial.md');
const bin = join(root, 'bin', 'entente.js');
if (!existsSync(join(root, 'dist', 'cli.js')))
  throw new Error('not built: `npm test` builds before it tests');

/** Where the page says that it all happens. */
const shownFolder = '/home/you/entente';

interface Block {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
}

const blocksOf = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', file = '', text = '']) => ({ kind, file, text }),
  );

const place = realpathSync(mkdtempSync(join(tmpdir(), 'entente-tutorial-')));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What a command prints, results and messages as they come, or what it prints when it refuses. */
function typed(command: string): string {
  const env = {
    ...process.env,
    ENTENTE_LIBRARY: join(place, 'arguments'),
    ENTENTE_CACHE: join(place, '.cache'),
    ENTENTE_LOCAL: join(place, '.local', 'world'),
    ENTENTE_WORLD: '',
  };
  const script = `npx() { shift; "${process.execPath}" "${bin}" "$@"; }\n{ ${command}\n} 2>&1 || true`;
  const out = execFileSync('bash', ['-c', script], { cwd: place, env, encoding: 'utf8' });
  return out.replaceAll(place, shownFolder).replace(/[ \t]+$/gm, '');
}

/** A block of the console with what its commands print now. */
function done(text: string): string {
  const lines = text.split('\n');
  const commands: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.startsWith('$ ')) continue;
    let command = lines[i]!.slice(2);
    while (command.endsWith('\\')) command += `\n${lines[++i]}`;
    commands.push(command);
  }
  return commands.map((command) => `$ ${command}\n${typed(command).trimEnd()}\n`).join('');
}

function changed(file: string, diff: string): void {
  const lines = diff.split('\n');
  const [before, after] = ['-', '+'].map((mark) => lines.find((l) => l.startsWith(mark))!.slice(1));
  const text = readFileSync(join(place, file), 'utf8');
  expect(text.split('\n')).toContain(before);
  writeFileSync(join(place, file), text.replace(before!, after!));
}

/** What a block should say. */
function now({ kind, file, text }: Block): string {
  if (kind === 'console') return done(text);
  if (kind === 'yaml') return readFileSync(join(place, file), 'utf8');
  if (kind === 'csv') writeFileSync(join(place, file), text);
  if (kind === 'diff') changed(file, text);
  return text;
}

describe('the tutorial', () => {
  const markdown = readFileSync(page, 'utf8');
  const blocks = blocksOf(markdown);

  it('has commands, files and changes', () => {
    expect(blocks.filter((b) => b.kind === 'console').length).toBeGreaterThan(8);
    expect(new Set(blocks.map((b) => b.kind))).toEqual(new Set(['console', 'yaml', 'csv', 'diff']));
  });

  it('prints what it says', () => {
    let written = markdown;
    const told = blocks.map((block) => {
      const text = now(block);
      const fence = (body: string): string =>
        `\`\`\`${block.kind}${block.file && ` ${block.file}`}\n${body}\`\`\``;
      written = written.replace(fence(block.text), () => fence(text));
      return { block, text };
    });
    if (process.env['TUTORIAL'] === 'write') writeFileSync(page, written);
    else for (const { block, text } of told) expect(block.text).toBe(text);
  }, 60_000);
});
