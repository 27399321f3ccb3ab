import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntenteError } from '../../kernel/errors.js';
import type { ManifestVariable } from '../../world/cards.js';
import type { Catalogue } from '../../world/open.js';
import { identifier } from '../../world/sql.js';

/** Keys of a claim under which its test and its choices stand. */
const tested = ['test', 'readings', 'alternatives', 'since-then'];

/**
 * The claims of a library that name a variable in their test or in its choices and whose test asks the world for it:
 * `population` may name a yardstick and not the variable. A claim that cannot be loaded counts where it names it.
 */
export async function usedIn(
  card: ManifestVariable,
  library: string,
  catalogue: Catalogue,
): Promise<string[]> {
  // Parsers and designs are loaded only where a text has the name at all: most variables stand in no claim.
  const word = wordOf(card.name);
  const naming = claimFiles(library)
    .map((file) => ({ ...file, text: readFileSync(file.path, 'utf8') }))
    .filter(({ text }) => text.includes(card.name) && word.test(text));
  if (naming.length === 0) return [];
  const { parse } = await import('yaml');
  const found: string[] = [];
  for (const { id, path, text } of naming)
    if (namesInTest(text, word, parse) && (await asksFor(path, card, catalogue))) found.push(id);
  return found;
}

/** A name as a word of its own. */
const wordOf = (name: string): RegExp => new RegExp(`(?<![\\w-])${name}(?![\\w-])`);

function claimFiles(library: string): { readonly id: string; readonly path: string }[] {
  if (!existsSync(library)) return [];
  const folders = readdirSync(library, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap(({ name }) =>
      readdirSync(join(library, name))
        .filter((file) => file.endsWith('.yaml') && file !== 'argument.yaml')
        .map((file) => ({ id: `${name}/${file.slice(0, -5)}`, path: join(library, name, file) })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a text of a claim has the word in a test or its choices. */
function namesInTest(text: string, word: RegExp, parse: (text: string) => unknown): boolean {
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return word.test(value);
    return value !== null && typeof value === 'object' && Object.values(value).some(holds);
  };
  try {
    const claim = parse(text) as Record<string, unknown> | null;
    const parts = Object.values((claim?.['parts'] ?? {}) as Record<string, Record<string, unknown>>);
    return [claim ?? {}, ...parts].some((part) => tested.some((key) => holds(part[key])));
  } catch {
    return false; // no YAML: `entente check` says so
  }
}

async function asksFor(path: string, card: ManifestVariable, catalogue: Catalogue): Promise<boolean> {
  const [{ designs }, { loadClaim }, { multiverse }] = await Promise.all([
    import('../../designs/index.js'),
    import('../../claims/load.js'),
    import('../../claims/multiverse.js'),
  ]);
  const column = new RegExp(`(?<![\\w"])${card.name}(?![\\w"])`);
  try {
    const claim = loadClaim(path, designs);
    return claim.parts.some((part) =>
      multiverse(claim, part, designs, catalogue).specifications.some((s) =>
        JSON.stringify(s.choices).includes(card.name) || JSON.stringify(s.parameters).includes(card.name)
          ? Object.values(designs[s.design]!.needs(s.parameters, catalogue)).some(
              (q) =>
                q.tables.includes(card.table) &&
                (q.sql.includes(identifier(card.name)) || column.test(q.sql)),
            )
          : false,
      ),
    );
  } catch (error) {
    if (error instanceof EntenteError) return true;
    throw error;
  }
}
