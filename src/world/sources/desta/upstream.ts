import type { Reading } from '../source.js';

/** What the mending rests on: a version of DESTA that differs stops the build here (`world/source-changed`). */
export async function checkUpstream(reading: Reading): Promise<void> {
  await reading.check(
    'kinds of entries, and how many of each',
    `SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (SELECT entry_type AS kind, count(*) AS n FROM raw GROUP BY kind)`,
    'accession 199, base_treaty 842, consolidated 30, negotiation 82, protocol or amendment 34, withdrawal 30',
  );
  await reading.check(
    'what is not signed is under negotiation, and the rest was signed in 1948–2020',
    `SELECT count(*) FILTER (year = 'NA' AND entry_type <> 'negotiation') || ' ' || count(*) FILTER (year <> 'NA' AND entry_type = 'negotiation') || ' ' || min(nullif(year, 'NA')) || '-' || max(nullif(year, 'NA')) FROM raw`,
    '0 0 1948-2020',
  );
  await reading.check(
    'the shape of an agreement is one of seven',
    `SELECT count(*)::INTEGER FROM raw WHERE coalesce(typememb, '') NOT IN ('1', '2', '3', '4', '5', '6', '7')`,
    0,
  );
  const slots = Array.from(
    { length: 91 },
    (_, i) => `SELECT number, c${i + 1} AS c, mc${i + 1} AS side FROM raw`,
  );
  await reading.check(
    'three parties have no side',
    `SELECT string_agg(number || ':' || c, ' ' ORDER BY number) FROM (${slots.join(' UNION ALL ')}) WHERE c <> 'NA' AND side = 'NA'`,
    '672+5:834 672_1:834 915:51',
  );
  await reading.check(
    'four entries into force lie before signature',
    `SELECT string_agg(number, ' ' ORDER BY number) FROM raw WHERE as_integer(entryforceyear) < as_integer(year)`,
    '1011 243+2 243+4 419',
  );
}
