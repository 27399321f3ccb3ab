import type { Manifest } from './cards.js';

/** The page of terms that stands beside the tables: each with its licence and citation. */
export function termsPage(manifest: Manifest): string {
  const parts = manifest.sources.map((source) => {
    const tables = manifest.tables.filter((t) => t.source === source.name);
    const lines = [
      `## ${source.title} (${source.version})`,
      '',
      `Tables: ${tables.map((t) => `\`${t.file}\``).join(', ')}. Terms: **${source.terms}**.`,
      '',
      `Cite: ${source.citation}`,
    ];
    return lines.join('\n');
  });
  return [
    '# Terms of the data',
    '',
    'The code of Entente is under the MIT licence (`LICENSE`). The figures in this folder are not: each table keeps the terms of the source it was made from, re-coded to one set of states and years. “cite” means free for research use with the citation given. Tables under share-alike or non-commercial terms stand by themselves and are merged with no other.',
    '',
    parts.join('\n\n'),
    '',
  ].join('\n');
}
