/**
 * SQL that turns Gapminder’s code of an economy (`deu`, `kos`, `nld_curacao`) into the World Bank’s (`DEU`, `XKX`,
 * `CUW`), by which `world-bank-gdp/names.csv` goes.
 */
export const worldBankCode = (column: string): string =>
  `CASE ${column} WHEN 'kos' THEN 'XKX' WHEN 'nld_curacao' THEN 'CUW' ELSE upper(${column}) END`;
