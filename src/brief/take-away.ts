import { type Html, html, raw } from '../figures/html.js';

/** What a reader may take away of a figure. */
export interface TakeAway {
  /** The name of the files, without their ending. */
  readonly name: string;
  readonly title: string;
  /** A sheet of its own. */
  readonly svg: string;
  readonly csv: string;
}

/**
 * Links that save a figure as SVG and its table as CSV. The files are in the links themselves, so that they need no
 * server and no script; the script of the page adds the PNG (`page-script.ts`).
 */
export function takeAway({ name, title, svg, csv }: TakeAway): Html {
  const drawing = address('image/svg+xml', svg.replace(/"/g, "'"));
  const numbers = address('text/csv', `\ufeff${csv}`);
  return html`<p class="take">Take it away<span class="unseen">, “${title}”</span>: <a class="svg" download="${name}.svg" href="${drawing}">SVG</a> <a download="${name}.csv" href="${numbers}">CSV</a></p>`;
}

/** A file as the address of itself. Letters that would end or bend an address are written as percent signs and digits. */
const address = (kind: string, text: string): Html =>
  raw(
    `data:${kind};charset=utf-8,${text.replace(/[%#"\r\n\t]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}`
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;'),
  );

/** A name for a file from words: `85-of-90-fair-ways`; whole words, at most sixty letters. */
export function fileName(...words: readonly string[]): string {
  const plain = words
    .join(' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const kept = (plain.match(/[a-z0-9]+/g) ?? ['figure']).reduce((name, word) =>
    name.length + word.length < 60 ? `${name}-${word}` : name,
  );
  return kept.slice(0, 60);
}
