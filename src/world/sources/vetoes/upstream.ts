import type { Reading } from '../source.js';

/** What the mending of the list rests on; a list that differs stops the build (`world/source-changed`). Needs `raw`. */
export async function checkVetoes(reading: Reading): Promise<void> {
  await reading.check(
    '214 drafts from 16 February 1946 to 8 July 2022',
    `SELECT count(*) || ' ' || arg_min(date, line) || ' ' || arg_max(date, line) FROM raw`,
    '214 2/16/1946 7/8/2022',
  );
  await reading.check(
    'the 0/1 columns disagree with the names in 26 rows',
    `SELECT count(*)::INTEGER FROM raw WHERE (SELECT list_sort(list_transform(list_filter([member_veto1, member_veto2, member_veto3], m -> trim(m) <> ''), m -> trim(m))))
     <> list_sort(list_filter([CASE WHEN China = '1' THEN 'China' END, CASE WHEN France = '1' THEN 'France' END, CASE WHEN Russia = '1' THEN 'Russia' END,
       CASE WHEN USSR = '1' THEN 'USSR' END, CASE WHEN USA = '1' THEN 'USA' END, CASE WHEN UK = '1' THEN 'UK' END], m -> m IS NOT NULL))`,
    26,
  );
  await reading.check(
    'S/2001/270 is dated 12 April 2001',
    `SELECT string_agg(date) FROM raw WHERE draft = 'S/2001/270'`,
    '4/12/2001',
  );
  await reading.check(
    'one draft of 1948 is called S/PV.3038',
    `SELECT string_agg(date) FROM raw WHERE draft = 'S/PV.3038'`,
    '5/24/1948',
  );
}
