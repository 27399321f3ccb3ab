import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import type { World } from '../../world/open.js';
import type { OutTable } from '../out-table.js';
import { formatOf } from '../write-table.js';
import type { Kind, Loading } from './loading.js';
import { pythonCode } from './python.js';
import { rCode } from './r.js';
import { stataCode } from './stata.js';

export const languages = ['r', 'python', 'stata'] as const;
export type Language = (typeof languages)[number];

const writers: Readonly<Record<Language, (loading: Loading) => string>> = {
  r: rCode,
  python: pythonCode,
  stata: stataCode,
};

/** Throws `cli/unknown-language`. */
export function parseLanguage(text: string): Language {
  return (
    languages.find((l) => l === text.toLowerCase()) ??
    fail('cli/unknown-language', `no code for this language: ${text}`, { hint: didYouMean(text, languages) })
  );
}

/** Stata reads no Parquet by itself. Throws `cli/unknown-language`. */
export function checkLanguage(language: Language, file: string): void {
  if (language === 'stata' && formatOf(file) === 'parquet')
    fail('cli/unknown-language', `Stata does not read Parquet: ${file}`, { hint: 'write .dta or .csv' });
}

/** The code that loads a written table, with the types of its columns, their labels and the meaning of their codes. */
export async function loadingCode(
  language: Language,
  table: OutTable,
  file: string,
  world: World,
): Promise<string> {
  const kinds = await kindsOf(table, world);
  const columns = table.columns.map((c) => ({ ...c, kind: kinds.get(c.name)! }));
  return writers[language]({ file, format: formatOf(file), columns });
}

async function kindsOf({ query }: OutTable, world: World): Promise<ReadonlyMap<string, Kind>> {
  const described = await world.ask({ ...query, sql: `DESCRIBE ${query.sql}` });
  return new Map(described.map((r) => [String(r['column_name']), kindOf(String(r['column_type']))]));
}

function kindOf(type: string): Kind {
  if (/^(TINY|SMALL)?INT(EGER)?$|^U(TINY|SMALL)INT$/.test(type)) return 'whole';
  if (/INT|DOUBLE|FLOAT|DECIMAL/.test(type)) return 'number'; // BIGINT is wider than R’s and Stata’s whole numbers
  return type === 'DATE' ? 'date' : 'text';
}
