/** Where a mistake stands: a file, and the line and column in it (both from 1). */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The one family of errors. `code` is stable and meant for programs (`claims/unknown-key`), `message` says what
 * is wrong and with which value, `at` where it stands, `hint` what to do, with the nearest valid name.
 */
export class EntenteError extends Error {
  override readonly name = 'EntenteError';
  readonly code: string;
  readonly at: Place | undefined;
  readonly hint: string | undefined;

  constructor(
    code: string,
    message: string,
    detail: { at?: Place | undefined; hint?: string | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.at = detail.at;
    this.hint = detail.hint;
  }
}

export function fail(
  code: string,
  message: string,
  detail: { at?: Place | undefined; hint?: string | undefined } = {},
): never {
  throw new EntenteError(code, message, detail);
}

export function renderPlace(at: Place): string {
  return [at.file, at.line, at.line === undefined ? undefined : at.column]
    .filter((x) => x !== undefined)
    .join(':');
}

/** The text a person sees: place, what is wrong, then one hint; each on one line, whatever names they hold. */
export function renderError(error: EntenteError): string {
  const place = error.at ? renderPlace(error.at) : '';
  const first = seen(place ? `${place}: ${error.message}` : error.message);
  return error.hint ? `${first}\n  ${seen(error.hint)}` : first;
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const spelt: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text on one line in which everything shows: line breaks, control characters (which would move a terminal’s cursor),
 * marks that turn the direction of reading or have no width as `\n`, `\u001b`, `\u202e`; very long words without their
 * middle.
 */
export const seen = (text: string): string =>
  text
    .replace(unseen, (c) => spelt[c] ?? `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)
    .replace(/\S{201,}/g, (word) => `${word.slice(0, 120)}…${word.slice(-40)}`);
