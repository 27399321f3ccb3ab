import type { ManifestSource } from './cards.js';

const surname = String.raw`(?:\p{Ll}+ )*\p{Lu}[\p{L}’' -]*`;
const person = new RegExp(String.raw`^${surname}, \p{Lu}\p{L}?\.(?:[ -]?\p{Lu}\p{L}*\.?)*$`, 'u');

/** `Authors (Year). Title. Rest` as citations here are written; undefined parts where one is written otherwise. */
export function parseCitation(citation: string): { authors?: string; year?: string; title?: string } {
  const match = /^(.+?) \((\d{4})[a-z]?\)\.\s+(.+?)[.?!](?:\s|$)/.exec(citation);
  if (match && (people(match[1]!) || !/[.:;]/.test(match[1]!)))
    return { authors: match[1]!, year: match[2]!, title: match[3]! };
  // No author and year before the first full stop: an institution stands there, or nothing that is surely a name.
  const institution = /^([^.,;:()]+)\. /.exec(citation)?.[1];
  return institution === undefined ? {} : { authors: institution };
}

/** The authors one by one, the last `others` where more are meant; undefined where these are no persons. */
function people(authors: string): readonly string[] | undefined {
  const list = authors
    .replace(/,? et al\.$/, ', others')
    .replace(/,? & /g, ', ')
    .split(new RegExp(String.raw`(?<=\.), (?=${surname},|others$)`, 'u'));
  return list.every((a) => a === 'others' || person.test(a)) ? list : undefined;
}

/** `Surname, A. B., Other, C. & Third, D.` as BibTeX writes it: `Surname, A. B. and Other, C. and Third, D.` */
export const bibtexAuthors = (authors: string): string => people(authors)?.join(' and ') ?? `{${authors}}`;

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
