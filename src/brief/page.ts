import { type Html, html, raw } from '../figures/html.js';
import { style } from './style.js';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly nav?: Html;
  readonly body: Html;
}

/** A whole page: its own style, no script, and a policy under which nothing is loaded from anywhere. */
export function page({ title, description, nav, body }: PageParts): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${raw(style)}</style></head>
<body><a class="skip" href="#main">Skip to the content</a>
<div class="${nav ? 'frame with-nav' : 'frame'}">${nav}<main id="main">${body}</main></div></body></html>
`.html;
}
