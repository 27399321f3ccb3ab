import { type Html, html, raw } from '../figures/html.js';
import { pageScript, pageScriptHash } from './page-script.js';
import { style } from './style.js';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly nav?: Html;
  readonly body: Html;
}

/**
 * A whole page: its own style, one script where there are figures to take away, and a policy under which nothing is
 * loaded from anywhere and no other script runs.
 */
export function page({ title, description, nav, body }: PageParts): string {
  const figures = body.html.includes('class="svg"');
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...(figures ? [`script-src '${pageScriptHash}'`, 'img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${raw(style)}</style></head>
<body><a class="skip" href="#main">Skip to the content</a>
<div class="${nav ? 'frame with-nav' : 'frame'}">${nav}<main id="main" tabindex="-1">${body}</main></div>${figures && html`<script>${raw(pageScript)}</script>`}</body></html>
`.html;
}
