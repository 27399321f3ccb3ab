import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether pages can be opened here. */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) console.warn(`no ${executablePath}: the pages are not opened in a browser`);

const args =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: args.split(' ') });

export interface Look {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
}

/** A page from its file, with all that it asked for and all that it complained of beside itself. */
export async function openPage(
  browser: Browser,
  file: string,
  { width, scheme = 'light', scripts = true }: Look,
): Promise<{ page: Page; seen: string[] }> {
  const options: BrowserContextOptions = {
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  };
  const page = await (await browser.newContext(options)).newPage();
  const seen: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('request', (r) => r.url() !== address && !r.url().startsWith('data:') && seen.push(r.url()));
  page.on('console', (m) => seen.push(m.text()));
  page.on('pageerror', (e) => seen.push(e.message));
  await page.goto(address);
  return { page, seen };
}

export const unfold = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");

export const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');

/** Letters of figures that stand outside their frame. */
export const cutLabels = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main svg')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) return [];
    return [...svg.querySelectorAll('text')].filter((t) => {
      const box = t.getBoundingClientRect();
      return box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5;
    }).map((t) => t.textContent);
  })`);

/** Takes away what axe cannot judge or has judged: the strokes of drawings, rows after the third, what is folded. */
const trim = `
  for (const e of document.querySelectorAll('svg[role=img]')) e.replaceChildren();
  for (const e of document.querySelectorAll('.data tbody tr:nth-child(n+4), details:not([open]) > :not(summary)')) e.remove();`;

/** What axe can find otherwise in another scheme of colours: all else it finds in the same elements, in the same places. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What keeps somebody out of the page as it is unfolded, by axe (by its rules of colour alone, if so told), with the first place of each. */
export async function barriers(page: Page, rules: 'all' | 'colour' = 'all'): Promise<string[]> {
  await page.evaluate(trim);
  await page.evaluate(axe);
  const options = rules === 'all' ? {} : { runOnly: rulesOfColour };
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  return violations.map((v) => `${v.impact} ${v.id}: ${v.nodes[0]!.html.slice(0, 200)}`);
}
