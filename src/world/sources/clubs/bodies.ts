import type { Years } from '../../../kernel/years.js';

/** A club whose members are known in every year of `years`: it yields a flag by state and year. */
export interface Club {
  /** As in the table of facts. */
  readonly body: string;
  readonly variable: string;
  readonly title: string;
  readonly says: string;
  readonly years: Years;
}

const last = 2025;
const club = (
  body: string,
  variable: string,
  from: number,
  title: string,
  says: string,
  to = last,
): Club => ({
  body,
  variable,
  title,
  says,
  years: { from, to },
});

/** The clubs whose roster of members is complete, by year of foundation. The bank AIIB is not one: too few of its dates were read. */
export const clubs: readonly Club[] = [
  club(
    'Five Eyes',
    'five_eyes_member',
    1946,
    'Member of Five Eyes',
    'Signals intelligence under the UKUSA agreement; no promise of defence. Years, not days, for Canada, Australia and New Zealand.',
  ),
  club(
    'NATO',
    'nato_member',
    1949,
    'Member of NATO',
    'Founders from signature in 1949, the others from accession. France is a member throughout, outside the integrated command or not.',
  ),
  club(
    'EU',
    'eu_member',
    1958,
    'Member of the European Union',
    'The European Economic Community to 1993, the Union since. Britain is a member in 2020, to 31 January.',
  ),
  club(
    'OECD',
    'oecd_member',
    1961,
    'Member of the OECD',
    'From deposit of the ratification of its Convention; the body that preceded it (OEEC) does not count.',
  ),
  club('ASEAN', 'asean_member', 1967, 'Member of ASEAN', 'Members; observers do not count.'),
  club(
    'G7',
    'g7_member',
    1975,
    'Member of the G7',
    'The seven; six in 1975. Russia in the G8 of 1998–2014 is not counted here (`g8_member`), nor the European Union.',
  ),
  club(
    'G8',
    'g8_member',
    1998,
    'Member of the G8',
    'The seven and Russia, from Birmingham 1998 to March 2014.',
    2014,
  ),
  club(
    'G20',
    'g20_member',
    1999,
    'Member of the G20',
    'Nineteen states, by finance ministers from 1999 and leaders from 2008; members of the European and the African Union are not members by that.',
  ),
  club(
    'SCO',
    'sco_member',
    2001,
    'Member of the Shanghai Cooperation Organisation',
    'Full members; observers and dialogue partners do not count (see `clubs`). The Shanghai Five of 1996 does not count.',
  ),
  club(
    'CSTO',
    'csto_member',
    2002,
    'Member of the CSTO',
    'Signatories of the charter of 2002 and Uzbekistan 2006–2012; Armenia counts although its participation is frozen since 2024. The treaty of 1992 by itself is CST in `clubs`.',
  ),
  club(
    'Quad',
    'quad_member',
    2007,
    'Member of the Quad',
    'The dialogue of Australia, India, Japan and the United States; 0 for all in 2009–2016, when it did not meet.',
  ),
  club(
    'BRICS',
    'brics_member',
    2009,
    'Member of BRICS',
    'Members; partners do not count. Missing for Saudi Arabia since 2024: invited, counted by some, never confirmed.',
  ),
  club(
    'AUKUS',
    'aukus_member',
    2021,
    'Member of AUKUS',
    'The partnership on capabilities of Australia, Britain and the United States.',
  ),
];
