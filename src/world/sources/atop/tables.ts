import type { TableCard, VariableCard } from '../../cards.js';

const obligation = (name: string, title: string, promise: string): VariableCard => ({
  name,
  title,
  definition: `1 if ccode1 promises ccode2 ${promise}, by any alliance between them in force on any day of the year. ATOP’s alliances begin with signature. The promise of ccode1 alone: the other direction is a row of its own.`,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'the promise holds' },
  absentIsZero:
    'ATOP lists every alliance of 1816–2018: two members of the state system without a row in a year of that span had none.',
});

/** What ATOP says, directed, in its own years. */
const dyadYears: TableCard = {
  name: 'atop_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Alliance obligations that ccode1 owes to ccode2 (directed), as ATOP codes them.',
  years: { from: 1816, to: 2018 },
  variables: [
    obligation('atop_defence', 'Owes defence (ATOP)', 'active military help when it is attacked'),
    obligation(
      'atop_offence',
      'Owes offence (ATOP)',
      'active military help in wars that do not begin with an attack on it',
    ),
    obligation(
      'atop_neutrality',
      'Owes neutrality (ATOP)',
      'to stay neutral or not to help its enemy when it is at war',
    ),
    obligation('atop_nonaggression', 'Owes non-aggression (ATOP)', 'not to use force against it'),
    obligation(
      'atop_consultation',
      'Owes consultation (ATOP)',
      'to consult with it in crises that might become military',
    ),
  ],
};

const carried =
  'To 2018 as ATOP codes it (from signature). For 2019–2025, what was in force on 31 December 2018 is carried forward, treaty by treaty, and changed only by what the reviewed table facts/alliance_changes_after_2018.csv records as having entered or left force: what neither ATOP nor that table records did not change. A year counts if the obligation held on any day of it.';

const absent =
  'Two members of the state system without a row in a year of 1816–2025 have no alliance that ATOP (to 2018) or the table of later changes records.';

/** The undirected reading, carried to the present. */
const allianceYears: TableCard = {
  name: 'alliance_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Whether two states are bound by an alliance, the same in both directions; ATOP to 2018, carried forward and mended from 2019.',
  years: { from: 1816, to: 2025 },
  variables: [
    {
      name: 'defence_pact',
      title: 'Defence pact',
      definition: `1 if either of the two owes the other defence, so also where only one does (the United States and Japan). ${carried}`,
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'bound by a defence pact' },
      symmetric: true,
      absentIsZero: absent,
      defects: [
        'ATOP codes the Charter of the Organisation of American States (1948) and the Treaty on European Union (1992) as defence pacts: of the 66 partners of the United States in 2018, 16 are partners by the former alone.',
        'Venezuela’s exit from the Organisation of American States (2019) is disputed and not applied.',
      ],
    },
    {
      name: 'any_alliance',
      title: 'Alliance of any kind',
      definition: `1 if either of the two owes the other defence, offence, neutrality, non-aggression or consultation. Wide: the Charter of Paris (1990) makes every member of the OSCE an ally of every other, and ASEAN’s Treaty of Amity joins the United States to China and North Korea, by a promise of non-aggression. ${carried} Accessions since 2018 to treaties of non-aggression alone, such as ASEAN’s, are not compiled.`,
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'bound by some alliance' },
      symmetric: true,
      absentIsZero: absent,
    },
  ],
};

const members: TableCard = {
  name: 'atop_members',
  level: 'membership',
  key: ['atopid', 'ccode', 'entered', 'phase'],
  says: 'Who belonged to which alliance and when, as ATOP codes it to 31 December 2018. `atopid` is ATOP’s number of the alliance (3180 is the North Atlantic Treaty); a change of terms, or the division of a partner, opens a new `phase` (0 where there was none, of `phases` in all) and a new row, and only members in the same phase are bound to each other; `entered` and `exited` are days (YYYY-MM-DD, or YYYY-MM where ATOP has no day; entry is signature), `exited` missing where the membership held on 31 December 2018; `bilateral` is 1 for an alliance of two; `defence`, `offence`, `neutrality`, `nonaggression`, `consultation` are 1 where this member promises it to at least one partner.',
  years: { from: 1816, to: 2018 },
  variables: [],
};

export const allianceTables: readonly TableCard[] = [dyadYears, allianceYears, members];
