import { codesOf, type Kind, type Loading } from './loading.js';

const classes: Readonly<Record<Kind, string>> = {
  whole: 'integer',
  number: 'numeric',
  text: 'character',
  date: 'Date',
};

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** R: base R for CSV, arrow for Parquet, haven for Stata files; labels as haven keeps them. */
export function rCode({ file, format, columns }: Loading): string {
  const list = (entries: readonly (readonly [string, string])[]): string =>
    `c(\n${entries.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n)`;
  const read = {
    csv: `classes <- ${list(columns.map((c) => [c.name, quoted(classes[c.kind])]))}
panel <- read.csv(${quoted(file)}, colClasses = classes, na.strings = "", fileEncoding = "UTF-8")`,
    parquet: `panel <- as.data.frame(arrow::read_parquet(${quoted(file)}))`,
    dta: `panel <- haven::read_dta(${quoted(file)})`,
  }[format];
  if (format === 'dta') return `${read}\n`;
  const codes = columns.flatMap((c) => {
    const meaning = codesOf(c).map(([code, of]) => `${quoted(of)} = ${code}L`);
    return meaning.length === 0 ? [] : [`attr(panel$${c.name}, "labels") <- c(${meaning.join(', ')})`];
  });
  return [
    read,
    `labels <- ${list(columns.map((c) => [c.name, quoted(c.title)]))}`,
    'for (name in names(labels)) attr(panel[[name]], "label") <- labels[[name]]',
    ...codes,
    '',
  ].join('\n');
}
