import type { ManifestSource } from './cards.js';

/** `Authors (Year). Title. Rest` as citations here are written; undefined parts where one is written otherwise. */
export function parseCitation(citation: string): { authors?: string; year?: string; title?: string } {
  const match = /^(.+?) \((\d{4})[a-z]?\)\.\s+(.+?)[.?!](?:\s|$)/.exec(citation);
  return match ? { authors: match[1]!, year: match[2]!, title: match[3]! } : {};
}

/** `Surname, A. B., Other, C. & Third, D.` as BibTeX writes it: `Surname, A. B. and Other, C. and Third, D.` */
export function bibtexAuthors(authors: string): string {
  if (!/, \p{Lu}\./u.test(authors)) return `{${authors}}`; // an institution
  return authors
    .replace(/,? & /g, ', ')
    .split(/(?<=\.), (?=\p{Lu}[\p{L}’' -]+,)/u)
    .join(' and ');
}

const escaped = (text: string): string => text.replace(/[&%$#_]/g, (c) => `\\${c}`);

/** A source as a BibTeX entry: the first work of its citation, the whole of it in the note, with version and terms. */
export function bibtex(source: ManifestSource): string {
  const { authors, year, title } = parseCitation(source.citation);
  const fields: [string, string | undefined][] = [
    ['author', authors && bibtexAuthors(authors)],
    ['title', `{${title ?? source.title}}`],
    ['year', year],
    ['version', source.version],
    ['note', `${source.citation} Terms: ${source.terms}.`],
  ];
  const body = fields.filter(([, value]) => value).map(([key, value]) => `  ${key} = {${escaped(value!)}}`);
  return `@misc{${source.name.replaceAll(/[^a-z0-9]/gi, '_')},\n${body.join(',\n')}\n}`;
}
