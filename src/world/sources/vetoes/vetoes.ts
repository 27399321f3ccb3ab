import type { Reading, Source } from '../source.js';
import { checkVetoes } from './upstream.js';

const file = 'un/sc-vetoes-1946-2022.csv';
export const laterFile = 'facts/sc_vetoes_after_2022_07.csv';

/**
 * Vetoes in the Security Council, 1946–2025, counted as the Dag Hammarskjöld Library counts them: by draft. For every
 * ballot, votes on amendments and parts included, see `ballots_vetoed` of council-votes.
 */
export const vetoes: Source = {
  folder: 'vetoes',
  card: {
    name: 'vetoes',
    title: 'Security Council vetoes',
    version: '16 February 1946 to 8 July 2022, carried to the end of 2025',
    citation:
      'Yordan, C. L. (2022). List of UN Security Council Vetoes, from the veto list of the Dag Hammarskjöld Library, https://research.un.org/en/docs/sc/quick/veto. Continued by Entente (2026), facts/sc_vetoes_after_2022_07.csv, with a citation in every row.',
    terms: 'cite',
    files: [file, laterFile],
    defects: [
      'The 0/1 columns of the list are wrong in 26 rows (18 name no state, seven leave out France, one the United States): who cast a veto is read from the columns of names.',
      'S/2001/270 is dated 12 April 2001; the vote was on 27 March. Three votes are dated a day from the record of the votes (1950, 1983, December 2001), as printed.',
      'One draft of 1948 has the symbol S/PV.3038, where its meeting is S/PV.303.',
      'Against the record of the votes the list lacks 37 ballots to July 2022: parts of drafts and amendments voted by themselves, all 17 of December 1955 on admissions, recommendations of a Secretary-General (1953, 1996), France’s of 1947 on Indonesia, and China’s and the Soviet Union’s of 10 September 1972.',
    ],
  },
  tables: [
    {
      name: 'vetoes',
      level: 'vote',
      key: ['veto', 'ccode'],
      says: 'Drafts vetoed, a row for each state that vetoed: number of the draft in the list `veto` (from 215 on ours), date, symbol of the draft, meeting, subject.',
      years: { from: 1946, to: 2025 },
      variables: [],
    },
    {
      name: 'veto_years',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Vetoes of the permanent members by year, zeros included. China is 710 to 1948, 713 from 1949 to 1971, 710 from 1971 on.',
      years: { from: 1946, to: 2025 },
      variables: [
        {
          name: 'vetoes_cast',
          title: 'Vetoes cast',
          definition:
            'Drafts that the state vetoed in the year, alone or with others, by the list of the Dag Hammarskjöld Library: a draft counts once, however many of its parts were put to the vote. `ballots_vetoed` counts ballots.',
          unit: 'drafts',
          scale: { low: 0, higher: 'more vetoes' },
          absentIsZero: 'Only the five permanent members have a veto: any other state cast none.',
        },
      ],
    },
  ],
  async read(reading) {
    await readVetoes(reading);
    for (const [from, name] of [
      [file, 'listed'],
      [laterFile, 'later'],
    ] as const) {
      await reading.resolve({
        from: name,
        into: `${name}_placed`,
        key: 'member',
        year: 'year(date)',
        file: from,
      });
    }
    await reading.run(
      `CREATE TABLE cast_vetoes AS SELECT * EXCLUDE (line, member) FROM (FROM listed_placed UNION ALL BY NAME FROM later_placed)`,
    );
    await reading.write(
      'vetoes',
      `SELECT veto, ccode::SMALLINT AS ccode, date, draft, meeting, subject FROM cast_vetoes`,
    );
    const seats = [2, 200, 220, 365].map((c) => `(${c}, 1946, 2025)`).join(', ');
    await reading.write(
      'veto_years',
      `WITH seats AS (SELECT ccode, unnest(range(first, last + 1)) AS year FROM (VALUES ${seats}, (710, 1946, 1948), (713, 1949, 1971), (710, 1971, 2025)) p(ccode, first, last))
       SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, count(v.veto)::SMALLINT AS vetoes_cast
       FROM seats s LEFT JOIN cast_vetoes v ON v.ccode = s.ccode AND year(v.date) = s.year GROUP BY ALL`,
    );
  },
};

async function readVetoes(reading: Reading): Promise<void> {
  const members = ['member_veto1', 'member_veto2', 'member_veto3'];
  await reading.csv(file, 'raw', { columns: ['date', 'draft', 'meeting_record', 'agenda_item', ...members] });
  await checkVetoes(reading);
  await reading.run(`CREATE TABLE listed AS SELECT line, line::SMALLINT AS veto, CASE draft WHEN 'S/2001/270' THEN DATE '2001-03-27' ELSE strptime(date, '%m/%d/%Y')::DATE END AS date,
    CASE draft WHEN 'S/PV.3038' THEN 'S/PV.303' ELSE trim(draft) END AS draft, regexp_replace(trim(meeting_record), '\\r?\\n', '; ', 'g') AS meeting, trim(agenda_item) AS subject, trim(member) AS member
    FROM (SELECT line, date, draft, meeting_record, agenda_item, unnest([${members.join(', ')}]) AS member FROM raw) WHERE trim(member) <> ''`);
  await reading.csv(laterFile, 'facts', {
    columns: ['date', 'draft', 'subject', 'iso3', 'meeting', 'source', 'read_at'],
  });
  await reading.run(
    `CREATE TABLE later AS SELECT line, (214 + line)::SMALLINT AS veto, date::DATE AS date, draft, meeting, subject, unnest(string_split(iso3, ';')) AS member FROM facts`,
  );
}
