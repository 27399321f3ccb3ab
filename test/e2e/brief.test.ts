import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBrief } from '../../src/brief/render-brief.js';
import { renderIndex } from '../../src/brief/render-index.js';
import { briefInput, indexInput } from '../brief/fixture.js';

const executablePath = '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there) console.warn(`no ${executablePath}: the pages are not opened in a browser`);

const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe.skipIf(!there)('the pages in a browser', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-brief-'));
    writeFileSync(join(folder, 'summit-for-democracy.html'), await renderBrief(briefInput()));
    writeFileSync(join(folder, 'index.html'), renderIndex(indexInput()));
    browser = await chromium.launch({ executablePath, args: args.split(' ') });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(
    file: string,
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<{ page: Page; seen: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const seen: string[] = [];
    page.on('request', (r) => seen.push(r.url()));
    page.on('console', (m) => seen.push(m.text()));
    await page.goto(pathToFileURL(join(folder, file)).href);
    return { page, seen };
  }

  it.each([1280, 768, 390])(
    'fit a window %d wide, opened or folded, and load only themselves',
    async (width) => {
      for (const file of ['summit-for-democracy.html', 'index.html']) {
        const { page, seen } = await open(file, width, 'light');
        const wide = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
        expect(await wide()).toBeLessThanOrEqual(width);
        await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
        expect(await wide()).toBeLessThanOrEqual(width);
        expect(seen.filter((s) => !s.endsWith(file))).toEqual([]);
        await page.context().close();
      }
    },
  );

  it.each([1280, 390])('keep every label of every figure inside its frame, %d wide', async (width) => {
    const { page } = await open('summit-for-democracy.html', width, 'light');
    await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
    const cut = await page.evaluate(`[...document.querySelectorAll('main svg')].flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) return [];
      return [...svg.querySelectorAll('text')].filter((t) => {
        const box = t.getBoundingClientRect();
        return box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5;
      }).map((t) => t.textContent);
    })`);
    expect(cut).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('have nothing that keeps anybody out, %s', async (scheme) => {
    for (const file of ['summit-for-democracy.html', 'index.html']) {
      const { page } = await open(file, 1280, scheme);
      await page.evaluate(readFileSync(axe, 'utf8'));
      const found = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string }[] };
      expect(found.violations.map((v) => `${v.impact} ${v.id}`)).toEqual([]);
      await page.context().close();
    }
  });

  it('lead from the index to the section of a claim', async () => {
    const { page } = await open('index.html', 1280, 'light');
    await page.click('a[href$="#us-nearly-alone"]');
    expect(page.url()).toMatch(/summit-for-democracy\.html#us-nearly-alone$/);
    expect(await page.textContent('#us-nearly-alone h2')).toContain('stands alone');
  });
});
