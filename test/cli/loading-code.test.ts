import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Loading } from '../../src/cli/loading-code/loading.js';
import { checkLanguage, parseLanguage } from '../../src/cli/loading-code/loading-code.js';
import { pythonCode } from '../../src/cli/loading-code/python.js';
import { rCode } from '../../src/cli/loading-code/r.js';
import { stataCode } from '../../src/cli/loading-code/stata.js';
import type { EntenteError } from '../../src/kernel/errors.js';

const loading = (file: string, format: Loading['format']): Loading => ({
  file,
  format,
  columns: [
    { name: 'ccode', title: 'Correlates of War number', kind: 'whole' },
    { name: 'name', title: 'Name of the "year"', kind: 'text' },
    { name: 'cinc', title: 'Capability', unit: 'share', kind: 'number' },
    { name: 'contiguity', title: 'Contiguity', kind: 'whole', values: { 1: 'on land', 2: '≤ 12 miles' } },
    { name: 'war', title: 'At war', kind: 'whole', values: { 0: 'no', 1: 'yes' } },
    { name: `${'a'.repeat(30)}_missing`, title: 'Why missing', kind: 'text' },
  ],
});

describe('code that loads a panel', () => {
  it('in R tells the types, the labels and the meaning of codes', () => {
    expect(rCode(loading('p.csv', 'csv'))).toBe(`classes <- c(
  ccode = "integer",
  name = "character",
  cinc = "numeric",
  contiguity = "integer",
  war = "integer",
  ${'a'.repeat(30)}_missing = "character"
)
panel <- read.csv("p.csv", colClasses = classes, na.strings = "", fileEncoding = "UTF-8")
labels <- c(
  ccode = "Correlates of War number",
  name = "Name of the \\"year\\"",
  cinc = "Capability",
  contiguity = "Contiguity",
  war = "At war",
  ${'a'.repeat(30)}_missing = "Why missing"
)
for (name in names(labels)) attr(panel[[name]], "label") <- labels[[name]]
attr(panel$contiguity, "labels") <- c("on land" = 1L, "≤ 12 miles" = 2L)
`);
    expect(rCode(loading('p.parquet', 'parquet'))).toContain('arrow::read_parquet("p.parquet")');
    expect(rCode(loading('p.dta', 'dta'))).toBe('panel <- haven::read_dta("p.dta")\n');
  });

  it('in Python keeps missing whole numbers missing', () => {
    expect(pythonCode(loading('p.csv', 'csv'))).toBe(`import pandas as pd

types = {
    "ccode": "Int64",
    "name": "string",
    "cinc": "float64",
    "contiguity": "Int64",
    "war": "Int64",
    "${'a'.repeat(30)}_missing": "string",
}
panel = pd.read_csv("p.csv", dtype=types, keep_default_na=False, na_values=[""])
panel.attrs["labels"] = {
    "ccode": "Correlates of War number",
    "name": "Name of the \\"year\\"",
    "cinc": "Capability",
    "contiguity": "Contiguity",
    "war": "At war",
    "${'a'.repeat(30)}_missing": "Why missing",
}
panel.attrs["codes"] = {
    "contiguity": {1: "on land", 2: "≤ 12 miles"},
}
`);
    expect(pythonCode(loading('p.dta', 'dta'))).toContain(
      'pd.read_stata("p.dta", convert_categoricals=False)',
    );
  });

  it('in Stata names the columns itself, in names that Stata takes', () => {
    expect(
      stataCode(loading('p.csv', 'csv')),
    ).toBe(`import delimited using \`"p.csv"', clear varnames(nonames) rowrange(2) encoding("utf-8") numericcols(1 3 4 5) stringcols(2 6)
rename (v1 v2 v3 v4 v5 v6) (ccode name cinc contiguity war ${'a'.repeat(30)}_m)
label variable ccode \`"Correlates of War number"'
label variable name \`"Name of the "year""'
label variable cinc \`"Capability"'
label variable contiguity \`"Contiguity"'
label variable war \`"At war"'
label variable ${'a'.repeat(30)}_m \`"Why missing"'
label define contiguity 1 \`"on land"' 2 \`"≤ 12 miles"'
label values contiguity contiguity
`);
    expect(stataCode(loading('p.dta', 'dta'))).toBe('use `"p.dta"\', clear\nnotes _dta\n');
  });

  it('in another language, or of a kind of file that a language cannot read, is refused', () => {
    const codeOf = (act: () => unknown): string => {
      try {
        act();
      } catch (error) {
        return (error as EntenteError).code;
      }
      return 'accepted';
    };
    expect(parseLanguage('R')).toBe('r');
    expect(codeOf(() => parseLanguage('julia'))).toBe('cli/unknown-language');
    expect(codeOf(() => checkLanguage('stata', 'p.parquet'))).toBe('cli/unknown-language');
    expect(codeOf(() => checkLanguage('stata', 'p.csv'))).toBe('accepted');
  });

  const hasR = spawnSync('Rscript', ['--version']).status === 0;
  it.skipIf(!hasR)('in R runs, and keeps types, missing values and meanings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-r-'));
    try {
      const file = join(folder, 'p.csv');
      const head = loading(file, 'csv').columns.map((c) => c.name);
      writeFileSync(file, `${head.join(',')}\n2,"NA, ‘x’",0.25,1,0,\n437,,,,1,no-match\n`);
      const show =
        'cat(sapply(panel, typeof), is.na(panel$name), panel$name[1], attr(panel$contiguity, "labels"), sep = "|")';
      writeFileSync(join(folder, 'p.R'), `${rCode(loading(file, 'csv'))}${show}\n`);
      const done = spawnSync('Rscript', ['--vanilla', join(folder, 'p.R')], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
      expect(done.stderr).toBe('');
      expect(done.stdout).toBe('integer|character|double|integer|integer|character|FALSE|TRUE|NA, ‘x’|1|2');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
