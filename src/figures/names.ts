import type { Option } from '../claims/claim.js';

/** Nicer words for ids: by option (`polyarchy`), by choice (`pact`), or by both (`pact=defence`). */
export type Labels = Readonly<Record<string, string>>;

/** How ids of choices, options, readings and parts are shown to a reader. */
export interface Names {
  /** A choice: `years` or what the labels make of it. */
  choice(name: string): string;
  option(choice: string, option: Option): string;
  /** A reading as verdicts name it: an option (of `choice`, where known), or `choice=option, choice=option`. */
  reading(name: string, choice?: string): string;
  part(name: string): string;
  /** Whether the labels have words of their own for a choice. */
  knows(name: string): boolean;
}

/** Ids as words: dashes and underscores as spaces, a span of years with its dash. */
export function spelled(id: string): string {
  return /^\d{4}-\d{4}$/.test(id) ? id.replace('-', '–') : id.replace(/[-_]/g, ' ');
}

export function namesFrom(labels: Labels = {}): Names {
  const look = (key: string): string | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);
  const option = (choice: string, o: Option): string =>
    look(`${choice}=${String(o)}`) ??
    look(String(o)) ??
    (o === true ? 'yes' : o === false ? 'no' : spelled(String(o)));
  const pair = (text: string): string => {
    const at = text.indexOf('=');
    return at < 0
      ? option('', text)
      : `${spelled(text.slice(0, at))}: ${option(text.slice(0, at), text.slice(at + 1))}`;
  };
  return {
    choice: (name) => look(name) ?? spelled(name),
    option,
    reading: (name, choice) =>
      choice !== undefined && !name.includes('=')
        ? option(choice, name)
        : (look(name) ?? name.split(', ').map(pair).join(', ')),
    part: (name) => look(name) ?? spelled(name),
    knows: (name) => look(name) !== undefined,
  };
}
