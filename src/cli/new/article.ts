import { existsSync, readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { argumentSchema } from '../../claims/schema.js';
import { readYaml } from '../../claims/yaml-file.js';
import { fail } from '../../kernel/errors.js';
import type { Asker } from './ask.js';
import { sentence } from './readers.js';

/** The article to which a claim belongs. */
export interface Article {
  readonly author: string;
  /** The file about it with the claim in its list, as it stands when it is written. */
  text(): string;
}

/**
 * The article of an argument: read from its file, with the claim added to its list and all else as it was, or asked
 * for. Throws what `readYaml` throws, `claims/list-not-plain`.
 */
export async function articleWith(
  file: string,
  claim: string,
  schema: string | undefined,
  asker: Asker,
): Promise<Article> {
  if (existsSync(file)) {
    const { author } = readYaml(file, argumentSchema).value;
    return { author, text: () => withClaim(readFileSync(file, 'utf8'), claim, file) };
  }
  return newArticle(claim, schema, asker);
}

async function newArticle(claim: string, schema: string | undefined, asker: Asker): Promise<Article> {
  const ask = (flag: string, asks: string, such: string): Promise<string> =>
    asker.ask({ flag, asks, such, read: sentence });
  const title = await ask('title', 'What is the title of the article?', '"The press is free no more"');
  const author = await ask('author', 'Who wrote it?', '"Jane Roe"');
  const outlet = await ask('outlet', 'Where did it appear?', '"The Daily"');
  const published = await asker.ask({
    flag: 'published',
    asks: 'When? A day, month or year; nothing, if it is not known.',
    such: '2021-11-27',
    otherwise: '',
    read: (text) =>
      text === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)
        ? text
        : fail('cli/wrong-value', `not a day, month or year: ${text}`, {
            hint: 'write 2021-11-27, 2021-11 or 2021',
          }),
  });
  const summary = await asker.ask({
    flag: 'summary',
    asks: 'What does it argue, in a sentence of your own?',
    such: '"The author argues that …"',
    otherwise: title,
    read: sentence,
  });
  const head = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const values = { title, author, outlet, ...(published && { published }), summary, claims: [claim] };
  return { author, text: () => `${head}${stringify(values, { lineWidth: 110 })}` };
}

/** The text of an argument with one more claim at the end of its list; comments and layout stay. */
function withClaim(text: string, claim: string, file: string): string {
  const list = claimsOf(text);
  if (list?.items.some((item) => isScalar(item) && item.value === claim)) return text;
  const last = list?.items[list.items.length - 1];
  const end = isScalar(last) ? last.range?.[1] : undefined;
  if (list && end !== undefined) {
    const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    const indent = /^\s*-\s*/.exec(text.slice(lineStart))?.[0] ?? '  - ';
    const added = list.flow
      ? `${text.slice(0, end)}, ${claim}${text.slice(end)}`
      : `${text.slice(0, lineEnd)}\n${indent}${claim}${text.slice(lineEnd)}`;
    const after = claimsOf(added)?.items.map((item) => (isScalar(item) ? item.value : undefined));
    if (after?.length === list.items.length + 1 && after[after.length - 1] === claim) return added;
  }
  return fail('claims/list-not-plain', `cannot add ${claim} to the claims of ${file}`, {
    at: { file },
    hint: 'write its claims as a plain list, a line each: - first-claim',
  });
}

function claimsOf(text: string) {
  const { contents, errors } = parseDocument(text);
  const list = isMap(contents) && errors.length === 0 ? contents.get('claims') : undefined;
  return isSeq(list) ? list : undefined;
}
