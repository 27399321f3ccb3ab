import { fail } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import type { Manifest, ManifestVariable } from '../cards.js';
import { tableOf } from '../catalogue.js';
import { yesNo } from './join.js';

/** A state-year variable of the source of the leaders: its years are those for which leaders are recorded. */
const recorded = 'leaders_in_office';

/** The card by whose source leaders are cited. Throws `world/no-leaders` where the world has none. */
export function leaderCard(manifest: Manifest): ManifestVariable {
  const card = manifest.variables.find((v) => v.name === recorded);
  if (card && manifest.tables.some((t) => t.name === 'leader_spells')) return card;
  return fail('world/no-leaders', 'this world has no leaders', {
    hint: 'entente world build --sources DIR makes one that has them',
  });
}

/** The years of leaders: those asked for, or all. Throws `world/year-out-of-range`. */
export function leaderYears(years: Years | undefined, manifest: Manifest): Years {
  const all = leaderCard(manifest).years;
  if (!years) return all;
  if (years.from >= all.from && years.to <= all.to) return years;
  return fail('world/year-out-of-range', `leaders are not recorded for all of ${showYears(years)}`, {
    hint: `they are for ${showYears(all)}`,
  });
}

/** What a row of leader-years says of the leader, beside the state and the year. */
export const leaderColumns: readonly {
  readonly name: string;
  readonly title: string;
  readonly unit?: string;
  readonly values?: Readonly<Record<number, string>>;
}[] = [
  { name: 'spell', title: 'Spell in office (Archigos’s identifier)' },
  { name: 'leader_id', title: 'The person (the same in all spells)' },
  { name: 'leader', title: 'Name of the leader' },
  { name: 'begins', title: 'First day in office' },
  { name: 'ends', title: 'Last day in office, or of the record' },
  { name: 'entry', title: 'How the leader entered office' },
  { name: 'days_in_office', title: 'Days of the year in office', unit: 'days' },
  {
    name: 'year_in_office',
    title: 'Year in office, the calendar year of entry being the first',
    unit: 'years',
  },
  { name: 'entered', title: 'Entered office in the year', ...yesNo },
  { name: 'left_office', title: 'Left office in the year', ...yesNo },
  { name: 'exit', title: 'How the leader left office, in the year of leaving' },
];

/**
 * Leader-years: one row a spell in office, state and calendar year in which the leader held office for at least a day
 * and the state was a member of the system; a year of change has a row for each leader. After Goemans, Gleditsch &
 * Chiozza (2009). The end of the record and the union of two states are no exits, that union no entry. Needs the
 * relation `named`, members with their names.
 */
export function leaderRows(manifest: Manifest): string {
  tableOf(manifest, 'leader_spells');
  const ended = `year(l.ends) = m.year AND l.exit NOT IN ('still_in_office', 'state_succeeded')`;
  return `SELECT m.ccode, m.iso3c, m.name, m.year, l.spell, l.leader_id, l.leader, l.begins, l.ends, l.entry,
    (date_diff('day', greatest(l.begins, make_date(m.year, 1, 1)), least(l.ends, make_date(m.year, 12, 31))) + 1)::INTEGER AS days_in_office,
    (m.year - year(l.begins) + 1)::INTEGER AS year_in_office,
    (year(l.begins) = m.year AND l.entry <> 'state_succeeded')::INTEGER AS entered,
    (${ended})::INTEGER AS left_office, CASE WHEN ${ended} THEN l.exit END AS exit
    FROM named m JOIN leader_spells l ON l.ccode = m.ccode AND m.year BETWEEN year(l.begins) AND year(l.ends)`;
}
