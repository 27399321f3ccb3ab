import { type Html, html } from '../figures/html.js';

const pattern =
  /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:]|\bdoi:\s?(10\.\d{4,}\/[^\s<>"')\]]*[^\s<>"')\].,;:])/gi;

/** A text from the data, with its web addresses and DOIs as links; nothing is loaded from them. */
export function linked(text: string): Html {
  const parts: Html[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const address = match[1] ? `https://doi.org/${match[1]}` : match[0];
    parts.push(html`${text.slice(from, match.index)}<a href="${address}" rel="noreferrer">${match[0]}</a>`);
    from = match.index + match[0].length;
  }
  return html`${parts}${text.slice(from)}`;
}
