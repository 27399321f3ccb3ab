import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPlace, type Place } from './entente.js';
import { barriers, cutLabels, hasBrowser, openPage, startBrowser, unfold, widthOf } from './pages.js';

/** The pages of the whole library, as anybody makes them. */
describe('the pages of the library', () => {
  let place: Place;
  let browser: Browser | undefined;
  let files: string[];
  const path = (file: string): string => join(place.folder, 'pages', file);

  beforeAll(async () => {
    place = newPlace();
    const { code, err } = await place.entente('brief', '--out', 'pages');
    expect(code, err).toBe(0);
    files = readdirSync(join(place.folder, 'pages')).sort();
    if (hasBrowser) browser = await startBrowser();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    place.remove();
  });

  it('are a brief an argument and the index, each under four megabytes', () => {
    expect(files).toContain('index.html');
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files) expect(statSync(path(file)).size, file).toBeLessThan(4_000_000);
  });

  it('open with the answer, say of every tested claim what it hangs on, and give no bare p', () => {
    for (const file of files.filter((f) => f !== 'index.html')) {
      const { document } = parseHTML(readFileSync(path(file), 'utf8'));
      const said = (element: { readonly textContent: string | null } | null): string =>
        element?.textContent?.replace(/\s+/g, ' ') ?? '';
      expect(said(document.querySelector('.lead')), file).toMatch(/claims? (the record|has been tested)/);
      for (const claim of document.querySelectorAll('section.claim')) {
        const numbers = claim.querySelector('.numbers');
        if (!numbers) continue;
        const shares = claim.querySelector('.verdict svg.bar') !== null;
        if (shares)
          expect(said(claim.querySelector('.verdict')), claim.id).toMatch(
            /hangs? most on|No choice|one fair way/,
          );
        for (const p of said(claim).matchAll(/.{20}\bp = [\d.]+/g))
          expect(p[0], claim.id).toMatch(/claim \(p = |effect \(p = /);
        for (const figure of claim.querySelectorAll('figure')) {
          expect(figure.querySelectorAll('details.data table').length, claim.id).toBeGreaterThan(0);
          expect(figure.querySelectorAll('a[download]'), claim.id).toHaveLength(2);
        }
      }
    }
  });

  it.skipIf(!hasBrowser).each([1200, 768, 390])(
    'fit a window %d wide with every label inside its figure, and load nothing',
    async (width) => {
      for (const file of files) {
        const { page, seen } = await openPage(browser!, path(file), { width });
        await unfold(page);
        expect(await widthOf(page), file).toBeLessThanOrEqual(width);
        expect(await cutLabels(page), file).toEqual([]);
        expect(seen, file).toEqual([]);
        await page.context().close();
      }
    },
    180_000,
  );

  it.skipIf(!hasBrowser).each([
    ['light', 'all'],
    ['dark', 'colour'],
  ] as const)(
    'have nothing that keeps anybody out, %s',
    async (scheme, rules) => {
      for (const file of files) {
        const { page } = await openPage(browser!, path(file), { width: 1200, scheme });
        expect(await barriers(page, rules), file).toEqual([]);
        await page.context().close();
      }
    },
    300_000,
  );
});
