import { refuseDoubles } from '../refuse-doubles.js';
import type { Reading, Source } from '../source.js';
import { writeDyadYears } from './dyad-years.js';
import { destaTables } from './tables.js';
import { checkUpstream } from './upstream.js';

const file = 'agreements/desta-trade-agreements.csv';
const slots = Array.from({ length: 91 }, (_, i) => i + 1);

/**
 * Preferential trade agreements by Dür, Baccini & Elsig: who signed what with whom, 1948–2020. Parties are columns, up
 * to 91 an agreement, each with the side it is on; here they are rows.
 */
export const desta: Source = {
  folder: 'desta',
  card: {
    name: 'desta',
    title: 'Design of Trade Agreements',
    version: 'list of agreements 1948–2020',
    citation:
      'Dür, A., Baccini, L. & Elsig, M. (2014). The Design of International Trade Agreements: Introducing a New Dataset. Review of International Organizations 9(3):353–375.',
    terms: 'cite',
    files: [file],
    defects: [
      'When agreements end is not recorded, and entry into force is missing for 437 of 1,217: no variable says that an agreement is in force.',
      'Three parties have no side (Tanzania in two rows on Seychelles and SADC, Armenia in the agreement of the Eurasian Economic Union with Viet Nam): they are on the side of most.',
      'In PACER Plus Australia stands on a side of its own: there are no sides in it.',
      'Four entries into force lie before signature (Libya and South Sudan in COMESA, El Salvador–Panama, Bosnia–Türkiye): dropped.',
      'Parties under today’s codes: Czechia’s code holds Czechoslovakia to 1992, Germany’s the Federal Republic to 1989.',
    ],
  },
  tables: destaTables,
  async read(reading) {
    await reading.csv(file, 'raw', {
      delimiter: ';',
      columns: [
        ...['number', 'base_treaty', 'name', 'entry_type', 'year', 'entryforceyear', 'typememb'],
        ...slots.flatMap((i) => [`c${i}`, `mc${i}`]),
      ],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['number'], file });
    await checkUpstream(reading);
    await lose(reading, 'under negotiation, not signed', `entry_type = 'negotiation'`);
    await lose(
      reading,
      'a consolidated text of an agreement that has its own row',
      `entry_type = 'consolidated'`,
    );
    await reading.run(
      `CREATE TABLE signed AS FROM raw WHERE entry_type NOT IN ('negotiation', 'consolidated')`,
    );
    await reading.write(
      'desta_agreements',
      `SELECT number AS agreement, base_treaty::SMALLINT AS base, name, CASE entry_type WHEN 'base_treaty' THEN 'base treaty' WHEN 'protocol or amendment' THEN 'protocol' ELSE entry_type END AS kind,
       year::SMALLINT AS signed, CASE WHEN as_integer(entryforceyear) >= year::INT THEN as_integer(entryforceyear)::SMALLINT END AS in_force_from,
       ['bilateral', 'plurilateral', 'plurilateral and third state', 'between groups', 'accession', 'accession to a group’s agreement', 'withdrawal'][typememb::INT] AS shape FROM signed`,
    );
    await readParties(reading);
    await writeDyadYears(reading);
  },
};

async function readParties(reading: Reading): Promise<void> {
  const list = (prefix: string): string => `[${slots.map((i) => prefix + i).join(', ')}]`;
  await reading.run(`CREATE TABLE parties AS SELECT line, number, base_treaty, entry_type, typememb, year::INT AS signed, p.code, coalesce(nullif(p.side, 'NA'),
      CASE WHEN typememb = '2' THEN '0' ELSE mode(nullif(p.side, 'NA')) OVER (PARTITION BY number) END) AS side
    FROM (SELECT *, unnest(list_transform(list_zip(${list('c')}, ${list('mc')}), x -> {'code': x[1], 'side': x[2]})) AS p FROM signed) WHERE p.code <> 'NA'`);
  await reading.run(`UPDATE parties SET side = '0' WHERE typememb = '2'`);
  await reading.resolve({ from: 'parties', into: 'placed', key: 'code', year: 'signed', file });
  await reading.inSystem({ from: 'placed', into: 'members', year: 'signed' });
  await reading.write(
    'desta_members',
    `SELECT number AS agreement, ccode::SMALLINT AS ccode, side::TINYINT AS side FROM members`,
  );
}

async function lose(reading: Reading, reason: string, where: string): Promise<void> {
  const [counted] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM raw WHERE ${where}`);
  reading.lose(reason, Number(counted?.['n']));
}
