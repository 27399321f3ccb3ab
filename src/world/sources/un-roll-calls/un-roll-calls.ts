import type { TableCard } from '../../cards.js';
import { refuseCut } from '../refuse-cut.js';
import type { Reading, Source } from '../source.js';
import { readCastVotes } from './cast-votes.js';
import { issues } from './issues.js';

const file = 'un/voeten-roll-calls-1946-2021.csv.gz';

const tables: readonly TableCard[] = [
  {
    name: 'un_roll_calls',
    level: 'vote',
    key: ['rcid'],
    says: `Roll calls of the General Assembly in plenary, adopted or not: Voeten’s number \`rcid\`, \`session\` and \`session_year\` (the calendar year in which the session opened), \`unres\`, \`date_printed\` (to session 51 only its month is right), \`yes\`, \`no\`, \`abstain\` as printed (missing in 147 rows), \`passed_simple\` 1 if more states voted yes than no (not whether the text was adopted: some questions need two thirds), \`importantvote\` 1 if the US Department of State called the vote important (1983–2017; the reason of a missing one in \`importantvote_missing\`), \`amend\` 1 for an amendment, \`para\` 1 for a part of a text, issues ${Object.entries(
      issues,
    )
      .map(([code, what]) => `\`${code}\` ${what}`)
      .join(
        ', ',
      )}, \`short\` and \`descr\`. Which roll calls it holds changes: in sessions 30–51, 68–70 and 73–75 every one passed, so that rejected texts are in sessions 1–29 and, few, in 52–67, 71 and 72; amendments and paragraphs are marked in 1–39, 52–67, 71 and 72, and from session 40 to 74 \`amend\` and \`para\` are blank, not 0, wherever they are not 1. It ends before the last months of session 75. A series over all of them mixes these periods.`,
    years: { from: 1946, to: 2021 },
    variables: [],
  },
  {
    name: 'un_roll_call_votes',
    level: 'vote',
    key: ['rcid', 'ccode'],
    says: 'How each member of the United Nations voted in each roll call: `vote` 1 yes, 2 abstain, 3 no, 8 absent or not voting. No row: not a member, or not coded. Codes are COW numbers; Germany is 255 and Yemen 679 from session 45 on; China is 713 to the vote of 25 October 1971 and 710 after.',
    years: { from: 1946, to: 2021 },
    variables: [],
  },
];

/** Voeten’s roll calls of the General Assembly, 1946 to March 2021: every roll call with issue codes and each state’s vote. */
export const unRollCalls: Source = {
  folder: 'un-roll-calls',
  card: {
    name: 'un-roll-calls',
    title: 'United Nations General Assembly Voting Data',
    version: '1946 to March 2021',
    citation:
      'Voeten, E. (2013). Data and Analyses of Voting in the United Nations General Assembly. In B. Reinalda (ed.), Routledge Handbook of International Organization. Voeten, E., Strezhnev, A. & Bailey, M. United Nations General Assembly Voting Data, doi:10.7910/DVN/LEJUQZ. Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
    terms: 'CC0',
    files: [file],
    defects: [
      'To session 51 the day of the month never passes 7: it is not the day. `date_printed` is as printed; the month is right.',
      'Three roll calls stand under a neighbouring session: 505 (admission of Malaya) belongs to the 12th, 961 to the 21st, 9018 (fifth special session) counts with the 22nd.',
      '`importantvote` is 0, not blank, before 1983: it is missing there.',
      'For 19 states “8?” stands for absent or not yet a member: absent from the state’s first vote on, left out before it.',
      'Seven states are coded absent before they were admitted (Switzerland 94 times): left out.',
      'The People’s Republic of China is coded absent in nine roll calls of 1971 in which the Republic of China held the seat: left out.',
      'West Germany (260) and North Yemen (678) run to the end of session 45, after unification: mended to 255 and 679.',
      'Viet Nam is coded “not a member” in 128 and Yemen in one roll call while a member: left out, like 205 blanks of seven states.',
      'The states’ votes differ from the printed result in 378 roll calls, never by more than two votes.',
    ],
  },
  tables,
  async read(reading) {
    await readRollCalls(reading);
    await readCastVotes(reading, file);
    await reading.write(
      'un_roll_calls',
      `SELECT rcid, session, session_year, unres, date_printed, yes, no, abstain, (y > n)::TINYINT AS passed_simple,
        CASE WHEN year(date_printed) BETWEEN 1983 AND 2017 THEN importantvote END AS importantvote,
        CASE WHEN year(date_printed) NOT BETWEEN 1983 AND 2017 THEN 'out-of-years' WHEN importantvote IS NULL THEN 'not-coded' END AS importantvote_missing,
        amend, para, ${Object.keys(issues).join(', ')}, short, descr FROM calls JOIN tallies USING (rcid)`,
    );
  },
};

async function readRollCalls(reading: Reading): Promise<void> {
  const flags = ['importantvote', 'amend', 'para', ...Object.keys(issues)];
  const columns = ['rcid', 'year', 'session', 'date', 'unres', 'yes', 'no', 'abstain', 'short', 'descr'];
  await reading.csv(file, 'wide', { columns: [...columns, ...flags] });
  await refuseCut(reading, { from: 'wide', file, rows: 6299, field: '990', last: '1' });
  await reading.check(
    'three roll calls stand under a neighbouring session',
    `SELECT string_agg(rcid || ' ' || session || ' ' || date, ', ' ORDER BY line) FROM wide WHERE rcid IN ('505', '961', '9018')`,
    '505 11 1957-09-03, 961 22 1966-12-07, 9018 23 1967-05-07',
  );
  await reading.check(
    'no other roll call is dated before its session’s year or after the next',
    `SELECT count(*) FROM wide WHERE rcid NOT IN ('961', '9018') AND as_integer(year) - as_integer(session) NOT IN (1945, 1946)`,
    0,
  );
  await reading.check(
    'importantvote is 0 before 1983 and blank after 2017',
    `SELECT count(*) FROM wide WHERE (year < '1983' AND importantvote <> '0') OR (year > '2017' AND importantvote <> 'NA')`,
    0,
  );
  await reading.run(`CREATE TABLE calls AS SELECT line, rcid::SMALLINT AS rcid, s.session::TINYINT AS session, (1945 + s.session)::SMALLINT AS session_year,
    nullif(unres, 'NA') AS unres, date::DATE AS date_printed, ${['yes', 'no', 'abstain'].map((c) => `as_integer(${c})::SMALLINT AS ${c}`).join(', ')},
    ${flags.map((c) => `as_integer(${c})::TINYINT AS ${c}`).join(', ')}, nullif(trim(short), 'NA') AS short, nullif(trim(descr), 'NA') AS descr
    FROM (SELECT * EXCLUDE (session), CASE rcid WHEN '505' THEN 12 WHEN '961' THEN 21 WHEN '9018' THEN 22 ELSE as_integer(session) END AS session FROM wide) s`);
}
