import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderBrief } from '../../src/brief/render-brief.js';
import { renderIndex } from '../../src/brief/render-index.js';
import { briefInput, indexInput } from '../brief/fixture.js';
import {
  barriers,
  cutLabels,
  hasBrowser,
  type Look,
  openPage,
  startBrowser,
  unfold,
  widthOf,
} from './pages.js';

const brief = 'summit-for-democracy.html';

describe.skipIf(!hasBrowser)('the pages in a browser', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-brief-'));
    writeFileSync(join(folder, brief), await renderBrief(briefInput()));
    writeFileSync(join(folder, 'index.html'), renderIndex(indexInput()));
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (file: string, look: Look) => openPage(browser, join(folder, file), look);

  it.each([1280, 768, 390])(
    'fit a window %d wide, opened or folded, and load only themselves',
    async (width) => {
      for (const file of [brief, 'index.html']) {
        const { page, seen } = await open(file, { width });
        expect(await widthOf(page)).toBeLessThanOrEqual(width);
        await unfold(page);
        expect(await widthOf(page)).toBeLessThanOrEqual(width);
        expect(seen).toEqual([]);
        await page.context().close();
      }
    },
  );

  it.each([1280, 390])('keep every label of every figure inside its frame, %d wide', async (width) => {
    const { page } = await open(brief, { width });
    await unfold(page);
    expect(await cutLabels(page)).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('have nothing that keeps anybody out, %s', async (scheme) => {
    for (const file of [brief, 'index.html']) {
      const { page } = await open(file, { width: 1280, scheme });
      await unfold(page);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    }
  });

  it('lead from the index to the section of a claim', async () => {
    const { page } = await open('index.html', { width: 1280 });
    await page.click('a[href$="#us-nearly-alone"]');
    expect(page.url()).toMatch(/summit-for-democracy\.html#us-nearly-alone$/);
    expect(await page.textContent('#us-nearly-alone h2')).toContain('stands alone');
    await page.context().close();
  });

  async function saved(page: Page, what: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(what)]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  it.each([true, false])('give a figure as SVG and its numbers as CSV, scripts on: %s', async (scripts) => {
    const { page, seen } = await open(brief, { width: 1280, scripts });
    const svg = await saved(page, '#us-nearly-alone a.svg');
    expect(svg.name).toBe('us-nearly-alone-as-stated-evidence.svg');
    expect(svg.bytes.toString()).toContain('The share of votes with the United States nearly alone rose');
    const csv = await saved(page, '#us-nearly-alone a[download$=".csv"]');
    expect(csv.bytes.toString().split('\r\n')[1]).toMatch(/^1971,8\.81\d+,12\.81\d+/);
    expect(await page.locator('.take button').count()).toBe(scripts ? 9 : 0);
    expect(seen).toEqual([]);
    await page.context().close();
  });

  it('give a figure as PNG, twice as large, on light paper in either theme', async () => {
    const { page, seen } = await open(brief, { width: 390, scheme: 'dark' });
    const svg = await saved(page, '#us-nearly-alone a.svg');
    const png = await saved(page, '#us-nearly-alone .take button');
    expect(png.name).toBe('us-nearly-alone-as-stated-evidence.png');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [, width, height] = / width='(\d+)' height='(\d+)'/.exec(svg.bytes.toString())!.map(Number);
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);
    const corner = await page.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.bytes.toString('base64')}';
      await image.decode();
      const context = document.createElement('canvas').getContext('2d');
      context.drawImage(image, 0, 0);
      return [...context.getImageData(3, 3, 1, 1).data];
    })()`);
    expect(corner).toEqual([0xfd, 0xfc, 0xf9, 255]);
    expect(seen).toEqual([]);
    await page.context().close();
  });

  it('can be walked by keyboard: past the head, into the claims, through a folded table and on, with the place marked', async () => {
    const { page } = await open(brief, { width: 1280 });
    const focused = (): Promise<string> =>
      page.evaluate(
        `(() => { const e = document.activeElement; return (e.id || e.textContent).trim().slice(0, 40); })()`,
      );
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    expect((await page.locator('.skip').boundingBox())!.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^The United States and its allies account/);
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
    await page.focus('#us-nearly-alone details.data summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('#us-nearly-alone details.data').first().getAttribute('open')).toBe('');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('scroll');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).not.toBe('scroll');
    await page.context().close();
  });

  it('are printed on light paper, without what only a screen can use', async () => {
    const { page } = await open(brief, { width: 794, scheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const shown = (what: string): Promise<number> => page.locator(`${what}:visible`).count();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await shown('.take')).toBe(0);
    expect(await shown('nav')).toBe(0);
    expect(await shown('figure svg')).toBe((await page.locator('.wide svg').count()) - 3);
    await page.context().close();
  });
});
