import { type Html, html, raw } from '../figures/html.js';

/** A heading of the level that fits where it stands. */
export type Heading = (text: string) => Html;

export const headings =
  (level: 3 | 4): Heading =>
  (text) =>
    raw(html`<h${level}>${text}</h${level}>\n`.html);
