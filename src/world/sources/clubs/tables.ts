import type { TableCard } from '../../cards.js';
import { clubs } from './bodies.js';

const spells: TableCard = {
  name: 'clubs',
  level: 'membership',
  key: ['body', 'ccode', 'spell'],
  says: 'Who belongs to which club: G7, G8, G20, Quad, BRICS, SCO, NATO, EU, OECD, ASEAN, CST (the treaty of 1992), CSTO, AUKUS, Five Eyes, AIIB. `status` is member, observer, dialogue partner, partner, approved (admitted, not known to have joined), signatory, disputed or declined; `since` and `until` are dates as read (YYYY-MM-DD or shorter), missing where none was read; `dated_by` says what happened at `since` (signature, deposit, accession, first summit …). `from_year` and `to_year` are the years in which this state held it, `to_year` missing where it still does: a membership that passes from West Germany to Germany is two spells with one `since`.',
  years: { from: 1946, to: 2025 },
  variables: [],
};

const flags: TableCard = {
  name: 'club_state_years',
  level: 'state-year',
  key: ['ccode', 'year'],
  says: 'Membership in the main clubs by state and year: 1 if the state was a member on any day of the year, 0 if it was not, missing in years in which the club did not exist.',
  years: { from: 1946, to: 2025 },
  variables: clubs.map((c) => ({
    name: c.variable,
    title: c.title,
    definition: `1 if the state was a member on any day of the year. ${c.says}`,
    unit: '0/1',
    scale: { low: 0, high: 1, higher: 'a member' },
    years: c.years,
  })),
};

export const clubTables: readonly TableCard[] = [spells, flags];
