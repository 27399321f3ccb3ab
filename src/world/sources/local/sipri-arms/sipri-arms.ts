import { literal } from '../../../sql.js';
import type { Reading, Source } from '../../source.js';
import { parseRegister } from './register.js';
import { armsTables } from './tables.js';

const file = 'arms/sipri-trade-register-1950-2024.csv.gz';

const columns = [
  'recipient',
  'supplier',
  'order_year',
  'order_estimated',
  'ordered',
  'ordered_estimated',
  'weapon',
  'description',
  'delivered',
  'delivered_estimated',
  'delivery_years',
  'condition',
  'comments',
  'tiv_each',
  'tiv_ordered',
  'tiv_delivered',
] as const;

/** SIPRI’s register of arms transfers, from the user’s own copy: SIPRI does not allow it to be passed on. */
export const sipriArms: Source = {
  folder: 'local/sipri-arms',
  card: {
    name: 'sipri-arms',
    title: 'SIPRI Arms Transfers Database, trade register',
    version: '1950–2024',
    citation:
      'Stockholm International Peace Research Institute (2025). SIPRI Arms Transfers Database. https://www.sipri.org/databases/armstransfers',
    terms: 'local',
    files: [file],
    defects: [
      'Two deals are broken over a line end in their comments: put together again.',
      'Deals with armed groups, organisations and unknown parties do not enter.',
    ],
  },
  tables: armsTables,
  async read(reading) {
    await readDeals(reading);
    await reading.resolve({
      from: 'deals',
      into: 'supplied',
      key: 'supplier',
      year: 'first',
      as: 'ccode1',
      file,
    });
    await reading.resolve({
      from: 'supplied',
      into: 'placed',
      key: 'recipient',
      year: 'first',
      as: 'ccode2',
      file,
    });
    const number = (name: string): string => `try_cast(nullif(${name}, '') AS DOUBLE) AS ${name}`;
    const estimated = (name: string): string => `(${name} = '?')::TINYINT AS ${name}`;
    await reading.write(
      'sipri_transfers',
      `SELECT deal, ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, order_year::SMALLINT AS order_year, ${estimated('order_estimated')}, ${number('ordered')}, ${estimated('ordered_estimated')},
       weapon, description, ${number('delivered')}, ${estimated('delivered_estimated')}, delivery_years, condition, comments, tiv_delivered::DOUBLE AS tiv_delivered FROM placed`,
    );
    await writeDyadYears(reading);
  },
};

async function readDeals(reading: Reading): Promise<void> {
  // SIPRI writes Latin-1; a copy saved by another program may be in UTF-8, which reads as Latin-1 too, with wrong letters.
  const text = await reading.text(file).catch(() => reading.text(file, 'latin-1'));
  const deals = parseRegister(text, file);
  await reading.run(`CREATE TABLE lines (line INTEGER, deal VARCHAR)`);
  for (let from = 0; from < deals.length; from += 5000) {
    const rows = deals.slice(from, from + 5000).map((d) => `(${d.line}, ${literal(d.fields.join(','))})`);
    await reading.run(`INSERT INTO lines VALUES ${rows.join(', ')}`);
  }
  const fields = columns.map((c, i) => `trim(f[${i + 1}]) AS ${c}`);
  await reading.run(
    `CREATE TABLE printed AS SELECT line, ${fields.join(', ')} FROM (SELECT line, string_split(deal, ',') AS f FROM lines)`,
  );
  await reading.check(
    'at least the 28,347 deals of 1950–2024, each delivered in a year from 1950 on',
    `SELECT count(*) FILTER (NOT regexp_full_match(delivery_years, '\\d{4}(; \\d{4})*') OR left(delivery_years, 4) < '1950') || ' ' || (count(*) >= 28347) FROM printed`,
    '0 true',
  );
  await reading.check(
    'volumes are numbers, conditions known',
    `SELECT count(*)::INTEGER FROM printed WHERE try_cast(tiv_delivered AS DOUBLE) IS NULL OR condition NOT IN ('New', 'Second hand', 'Second hand but modernized')`,
    0,
  );
  await reading.run(
    `CREATE TABLE deals AS SELECT *, line AS deal, left(delivery_years, 4)::INTEGER AS first FROM printed`,
  );
}

/** A state’s name is resolved by each year of delivery: “Germany” is one state in 1980 and another in 2000. */
async function writeDyadYears(reading: Reading): Promise<void> {
  await reading.run(`CREATE TABLE delivered AS SELECT p.line, d.supplier, d.recipient, unnest(string_split(d.delivery_years, '; '))::INTEGER AS year,
    d.tiv_delivered::DOUBLE / len(string_split(d.delivery_years, '; ')) AS tiv FROM placed p JOIN deals d USING (line)`);
  await reading.run(
    `CREATE TABLE summed AS SELECT min(line) AS line, supplier, recipient, year, sum(tiv ORDER BY line) AS tiv FROM delivered GROUP BY supplier, recipient, year`,
  );
  await reading.resolve({
    from: 'summed',
    into: 'from_supplier',
    key: 'supplier',
    year: 'year',
    as: 'ccode1',
    file,
  });
  await reading.resolve({
    from: 'from_supplier',
    into: 'to_recipient',
    key: 'recipient',
    year: 'year',
    as: 'ccode2',
    file,
  });
  await reading.inSystem({ from: 'to_recipient', into: 'one', year: 'year', state: 'ccode1' });
  await reading.inSystem({ from: 'one', into: 'members', year: 'year', state: 'ccode2' });
  await reading.write(
    'sipri_arms_dyad_years',
    `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, year::SMALLINT AS year, sum(tiv ORDER BY supplier, recipient) AS sipri_arms_tiv
     FROM members WHERE ccode1 <> ccode2 GROUP BY ccode1, ccode2, year`,
  );
}
