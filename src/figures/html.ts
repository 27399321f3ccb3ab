/** Text that is markup already; everything else is escaped where it enters a page. */
export interface Html {
  readonly html: string;
}

export type Content = Html | string | number | null | undefined | false | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are not allowed in HTML and are dropped
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** A text with the five characters that mean something in HTML and SVG replaced, in content and in attributes. */
export const escapeText = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (c) => entities[c]!);

/** Markup that is trusted as it stands: only what our own functions made. */
export const raw = (markup: string): Html => ({ html: markup });

/** What a value becomes in a page: markup stays, text is escaped, lists are joined, absent values are nothing. */
export function render(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map(render).join('');
}

/** A tagged template for HTML and SVG that escapes every value by default. Attributes must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return raw(strings.reduce((page, text, i) => page + render(values[i - 1]) + text));
}
