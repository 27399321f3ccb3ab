import type { Reading } from '../source.js';

/** Who is a partner of whom: everyone where there are no sides, else states of different sides, and those who enter together. */
const partners = `(a.typememb IN ('1', '2') OR a.sides = 1 OR a.side <> b.side OR (a.typememb = '5' AND a.side = '1'))`;

/**
 * Pairs that an agreement or accession binds, by DESTA’s own codes, from the year of signature to the last. Codes are
 * placed anew in every year, so that united Germany has what West Germany signed. Needs `parties`.
 */
export async function writeDyadYears(reading: Reading): Promise<void> {
  await reading.ownCsv('names.csv', 'named', ['key', 'from', 'to', 'ccode']);
  await reading.run(`CREATE TABLE bound AS WITH s AS (SELECT *, count(DISTINCT side) OVER (PARTITION BY number) AS sides FROM parties WHERE entry_type IN ('base_treaty', 'accession'))
    SELECT DISTINCT a.base_treaty, a.code AS code1, b.code AS code2, a.signed FROM s a JOIN s b ON b.number = a.number AND a.code < b.code AND ${partners}`);
  await reading.run(
    `CREATE TABLE pairs AS SELECT code1, code2, min(signed) AS first FROM bound GROUP BY ALL`,
  );
  await reading.run(`CREATE TABLE state_codes AS SELECT n.key AS code, s.ccode, s.year FROM named n JOIN state_years s ON s.ccode = n.ccode::INT
    AND s.year BETWEEN coalesce(n."from"::INT, 0) AND coalesce(n."to"::INT, 9999) AND s.year BETWEEN 1948 AND 2020`);
  await reading.run(`CREATE TABLE one_way AS SELECT x.ccode AS a, y.ccode AS b, x.year, count(n.base_treaty) AS signed FROM pairs p
    JOIN state_codes x ON x.code = p.code1 AND x.year >= p.first JOIN state_codes y ON y.code = p.code2 AND y.year = x.year
    LEFT JOIN bound n ON n.code1 = p.code1 AND n.code2 = p.code2 AND n.signed = x.year GROUP BY ALL`);
  await reading.write(
    'desta_dyad_years',
    `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, year::SMALLINT AS year, signed::TINYINT AS trade_agreements_signed, 1::TINYINT AS trade_agreement_ever FROM
     (SELECT a AS ccode1, b AS ccode2, year, signed FROM one_way UNION ALL SELECT b, a, year, signed FROM one_way)`,
  );
}
