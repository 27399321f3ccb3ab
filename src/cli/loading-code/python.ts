import { codesOf, type Kind, type Loading } from './loading.js';

const types: Readonly<Record<Kind, string>> = {
  whole: 'Int64',
  number: 'float64',
  text: 'string',
  date: 'string',
};

/** Python: pandas; labels and codes in `panel.attrs`. JSON’s texts are Python’s. */
export function pythonCode({ file, format, columns }: Loading): string {
  const dictionary = (entries: readonly (readonly [string, string])[]): string =>
    `{\n${entries.map(([name, value]) => `    ${JSON.stringify(name)}: ${value},`).join('\n')}\n}`;
  const path = JSON.stringify(file);
  const dates = columns.filter((c) => c.kind === 'date').map((c) => JSON.stringify(c.name));
  const read = {
    csv: `types = ${dictionary(columns.map((c) => [c.name, JSON.stringify(types[c.kind])]))}
panel = pd.read_csv(${path}, dtype=types, keep_default_na=False, na_values=[""]${dates.length > 0 ? `, parse_dates=[${dates.join(', ')}]` : ''})`,
    parquet: `panel = pd.read_parquet(${path})`,
    dta: `panel = pd.read_stata(${path}, convert_categoricals=False)`,
  }[format];
  const codes = columns.flatMap((c) => {
    const meaning = codesOf(c).map(([code, of]) => `${code}: ${JSON.stringify(of)}`);
    return meaning.length === 0 ? [] : [[c.name, `{${meaning.join(', ')}}`] as const];
  });
  return [
    'import pandas as pd',
    '',
    read,
    `panel.attrs["labels"] = ${dictionary(columns.map((c) => [c.name, JSON.stringify(c.title)]))}`,
    ...(codes.length > 0 ? [`panel.attrs["codes"] = ${dictionary(codes)}`] : []),
    '',
  ].join('\n');
}
