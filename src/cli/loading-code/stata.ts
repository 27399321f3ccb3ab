import { stataNames } from '../stata/names.js';
import { codesOf, type Loading } from './loading.js';

/** Stata’s own quotes, which a text cannot break out of; it has no way to write a backquote in one. */
const quoted = (text: string): string => `\`"${text.replaceAll('`', "'")}"'`;

/** Stata: a .dta file brings its labels; for CSV they are set here. Columns are named here too, for Stata cuts long names. */
export function stataCode({ file, format, columns }: Loading): string {
  if (format === 'dta') return `use ${quoted(file)}, clear\nnotes _dta\n`;
  const names = stataNames(columns.map((c) => c.name));
  const numbers = (text: boolean): string =>
    columns
      .flatMap((c, i) => ((c.kind === 'text' || c.kind === 'date') === text ? [String(i + 1)] : []))
      .join(' ');
  const texts = numbers(true);
  return [
    `import delimited using ${quoted(file)}, clear varnames(nonames) rowrange(2) encoding("utf-8") numericcols(${numbers(false)})${texts && ` stringcols(${texts})`}`,
    `rename (${names.map((_, i) => `v${i + 1}`).join(' ')}) (${names.join(' ')})`,
    ...columns.map((c, i) => `label variable ${names[i]!} ${quoted([...c.title].slice(0, 80).join(''))}`),
    ...columns.flatMap((c, i) => {
      const meaning = codesOf(c).map(([code, of]) => `${code} ${quoted(of)}`);
      const name = names[i]!;
      return meaning.length === 0
        ? []
        : [`label define ${name} ${meaning.join(' ')}`, `label values ${name} ${name}`];
    }),
    '',
  ].join('\n');
}
