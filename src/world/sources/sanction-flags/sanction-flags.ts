import type { VariableCard } from '../../cards.js';
import type { Source } from '../source.js';
import { gsdbFile, readCases } from './cases.js';

/** Whose sanctions a flag is about, by the names that the base gives to senders. */
const groups: Readonly<
  Record<
    'us' | 'eu' | 'un' | 'china' | 'russia',
    { readonly title: string; readonly before?: string; readonly senders: readonly string[] }
  >
> = {
  us: { title: 'the United States', senders: ['United States'] },
  eu: { title: 'the European Union', before: 'the EEC', senders: ['EU', 'EEC'] },
  un: { title: 'the United Nations', senders: ['UN'] },
  china: { title: 'China', senders: ['China'] },
  russia: { title: 'Russia', before: 'the Soviet Union', senders: ['Russia', 'Soviet Union'] },
};
const named = Object.values(groups).flatMap((g) => g.senders);
const quoted = (names: readonly string[]): string => names.map((n) => `'${n}'`).join(', ');

/** A flag: its card, and the condition on a case against the state that raises it. */
interface Flag {
  readonly card: VariableCard;
  readonly when: string;
}

const flag = (name: string, title: string, definition: string, when: string): Flag => ({
  card: {
    name,
    title,
    definition: `${definition} Threats are not in the base. A sanction through an organisation (NATO, the G7, CoCom) is that organisation’s.`,
    unit: '0/1',
    scale: { low: 0, high: 1, higher: 'sanctioned' },
  },
  when,
});

const flags: readonly Flag[] = [
  ...Object.entries(groups).map(([key, { title, before }]) =>
    flag(
      `sanctioned_by_${key}`,
      `Sanctioned by ${title}`,
      `1 if a sanction of any kind by ${title}${before ? ` or ${before} before it` : ''}, alone or with others, was in force against the state in the year, else 0.`,
      `f.by_${key}`,
    ),
  ),
  flag(
    'sanctioned_by_others',
    'Sanctioned by others',
    '1 if a sanction by any other state or organisation was in force against the state, else 0; members of the European Union by themselves too.',
    'f.by_others',
  ),
  ...(['us', 'eu', 'un'] as const).map((key) =>
    flag(
      `sanctioned_for_democracy_or_rights_by_${key}`,
      `Sanctioned for democracy or human rights by ${groups[key].title}`,
      `1 if one of those sanctions of ${groups[key].title} had democracy or human rights among its objectives as the base codes them, else 0. The objective is that of the whole case, as stated by its senders.`,
      `f.by_${key} AND f.for_rights`,
    ),
  ),
];

/** Which states were under sanctions, by whom and, for three senders, for democracy or rights; 1950–2023. */
export const sanctionFlags: Source = {
  folder: 'sanction-flags',
  card: {
    name: 'sanction-flags',
    title: 'Global Sanctions Data Base, flags by target and year',
    version: 'Release 4 (1950–2023)',
    citation:
      'Syropoulos, C., Felbermayr, G., Kirilakha, A., Yalcin, E. & Yotov, Y. V. (2024). The Global Sanctions Data Base–Release 3. Review of International Economics 32(1):12–48. Yalcin, E. et al. (2025). The Global Sanctions Data Base–Release 4. The World Economy. Flags computed by Entente.',
    terms: 'cite',
    files: [gsdbFile],
    defects: [
      'States are named, often by a former name of the same state: “South Vietnam” after 1975 is Viet Nam (so China’s cases of 1978), “Yemen, North” after 1990 Yemen, “Malaya” Malaysia, “Ceylon” Sri Lanka, “Transjordan” Jordan.',
      'Two cases begin in 1949, for they lasted beyond it; the base starts in 1950, and so do the flags.',
      'A case still open at the end carries 2023 as its last year: in 2023 open and ended cases look alike. Seven cases are called ongoing and end earlier.',
      'China as a sender is thin: seventeen cases to 2023, for it seldom declares its sanctions.',
      'Targets that are groups of states (the European Union, the Arab League, Comecon) or armed groups do not enter.',
    ],
  },
  tables: [
    {
      name: 'sanction_flags',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Whether each member of the state system was a target of sanctions, by sender. Only these flags are in the world: the cases behind them are given out by their producers on request, and `entente world add gsdb FILE` reads your own copy of them.',
      years: { from: 1950, to: 2023 },
      variables: flags.map((f) => f.card),
    },
  ],
  async read(reading) {
    await readCases(reading);
    await reading.run(
      `CREATE TABLE target_years AS SELECT t.line, t.case_id, t.name, unnest(range(c.first, c.last + 1))::SMALLINT AS year FROM targets t JOIN cases c USING (case_id)`,
    );
    await reading.resolve({
      from: 'target_years',
      into: 'placed',
      key: 'name',
      year: 'year',
      file: gsdbFile,
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    const before = await reading.rows(`SELECT count(*)::INTEGER AS n FROM members WHERE year < 1950`);
    reading.lose('1949, before the base starts', Number(before[0]!['n']));
    const by = Object.entries(groups).map(
      ([key, g]) => `bool_or(name IN (${quoted(g.senders)})) AS by_${key}`,
    );
    await reading.run(`CREATE TABLE sent AS SELECT case_id, ${by.join(', ')}, bool_or(name NOT IN (${quoted(named)})) AS by_others FROM senders GROUP BY case_id;
      CREATE TABLE flagged AS SELECT m.ccode, m.year, s.*, list_has_any(c.objectives, ['democracy', 'human_rights']) AS for_rights
        FROM members m JOIN sent s USING (case_id) JOIN cases c USING (case_id)`);
    const columns = flags.map((f) => `coalesce(bool_or(${f.when}), false)::TINYINT AS ${f.card.name}`);
    await reading.write(
      'sanction_flags',
      `SELECT s.ccode::SMALLINT AS ccode, s.year::SMALLINT AS year, ${columns.join(', ')}
       FROM state_years s LEFT JOIN flagged f ON f.ccode = s.ccode AND f.year = s.year WHERE s.year BETWEEN 1950 AND 2023 GROUP BY s.ccode, s.year`,
    );
  },
};
