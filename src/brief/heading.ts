import { type Html, html, raw } from '../figures/html.js';

/** A heading of the level that fits where it stands. */
export type Heading = (text: string) => Html;

/** Headings of a level; with the place where they stand, each can be led to by a link. */
export const headings =
  (level: 3 | 4, place?: string): Heading =>
  (text) =>
    raw(
      html`<h${level}${place !== undefined && html` id="${anchor(place, text)}"`}>${text}</h${level}>\n`.html,
    );

/** The address of a heading within a page: `us-nearly-alone.what-decides-it`. */
export const anchor = (place: string, text: string): string =>
  `${place}.${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
