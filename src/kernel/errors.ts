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

/** The text a person sees: place, what is wrong, then one hint. */
export function renderError(error: EntenteError): string {
  const place = error.at ? renderPlace(error.at) : '';
  const first = place ? `${place}: ${error.message}` : error.message;
  return error.hint ? `${first}\n  ${error.hint}` : first;
}
