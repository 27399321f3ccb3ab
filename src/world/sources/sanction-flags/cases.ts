import type { Reading } from '../source.js';

export const gsdbFile = 'sanctions/gsdb-r4.csv';

const flags = ['trade', 'arms', 'military', 'financial', 'travel', 'other', 'target_mult', 'sender_mult'];
export const gsdbColumns = [
  'case_id',
  'sanctioned_state',
  'sanctioning_state',
  'begin',
  'end',
  ...flags,
  'objective',
  'success',
];

/** A list of states whose own names may hold a comma (“Korea, North”), as an SQL array of names. */
const listOf = (column: string): string =>
  `list_transform(regexp_split_to_array(regexp_replace(${column}, ', (North|South|Democratic Republic of the|Arab Rep\\.|The)(,|$)', '# \\1\\2', 'g'), ',\\s*'),
    n -> replace(trim(n), '# ', ', '))`;

/**
 * Reads the Global Sanctions Data Base into three tables: `cases` (a case a row), `targets` and `senders` (a case and
 * a name). A case runs from its first to its last year, both included; one open when the base was closed has 2023.
 */
export async function readCases(reading: Reading): Promise<void> {
  await reading.csv(gsdbFile, 'raw', { columns: gsdbColumns });
  await reading.run(`CREATE TABLE cases AS SELECT line, case_id::SMALLINT AS case_id, "begin"::SMALLINT AS first, "end"::SMALLINT AS last,
    ${['trade', 'arms', 'military', 'financial', 'travel', 'other'].map((f) => `${f}::TINYINT AS ${f}`).join(', ')},
    string_split(objective, ',') AS objectives, string_split(success, ',') AS outcomes FROM raw;
    CREATE TABLE targets AS SELECT line, case_id::SMALLINT AS case_id, unnest(${listOf('sanctioned_state')}) AS name FROM raw;
    CREATE TABLE senders AS SELECT line, case_id::SMALLINT AS case_id, unnest(${listOf('sanctioning_state')}) AS name FROM raw`);
  await checkCases(reading);
}

/** What reading rests on; a base that differs stops here (`world/source-changed`). */
async function checkCases(reading: Reading): Promise<void> {
  await reading.check(
    '1,547 cases, numbered from 1, that begin in 1949–2023 and end by 2023',
    `SELECT count(*) || ' ' || count(*) FILTER (case_id = line) || ' ' || min(first) || ' ' || max(first) || ' ' || max(last) || ' ' || count(*) FILTER (last < first) FROM cases`,
    '1547 1547 1949 2023 2023 0',
  );
  await reading.check(
    'objectives are of nine kinds',
    `SELECT string_agg(DISTINCT o, ' ' ORDER BY o) FROM (SELECT unnest(objectives) AS o FROM cases)`,
    'democracy destab_regime end_war human_rights other policy_change prevent_war territorial_conflict terrorism',
  );
  await reading.check(
    'no state stands twice in a list',
    `SELECT count(*)::INTEGER FROM ((SELECT case_id, name FROM targets GROUP BY ALL HAVING count(*) > 1) UNION ALL (SELECT case_id, name FROM senders GROUP BY ALL HAVING count(*) > 1))`,
    0,
  );
  await reading.check(
    'China’s cases of 1978 against Viet Nam name South Vietnam',
    `SELECT string_agg(case_id, ' ' ORDER BY case_id) FROM cases c WHERE first = 1978 AND case_id IN (SELECT case_id FROM targets WHERE name = 'South Vietnam') AND case_id IN (SELECT case_id FROM senders WHERE name = 'China')`,
    '231 232',
  );
}
