import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1946, to: 2025 };

const count = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition,
  unit: 'ballots',
  scale: { low: 0, higher: 'more' },
});

export const councilTables: readonly TableCard[] = [
  {
    name: 'council_ballots',
    level: 'vote',
    key: ['ballot'],
    says: 'Ballots of the Security Council on drafts, amendments, parts of drafts and candidates, adopted or not: the data base’s running number `ballot`, symbol, date, `outcome` (adopted, vetoed, failed for want of a majority), number of the resolution, `without_vote` 1 where the text was adopted without a vote (38, from 1991 on mostly admissions; upstream lists every member as not voting), `yes`, `no`, `abstain`, `nonvoting` as printed (missing in two), `vetoes` (noes of permanent members that stopped it), title (long ones are cut upstream, ending in […]). In ten adopted texts a permanent member voted no: they were procedural, where there is no veto. Resolution 2760 (2024) is missing.',
    years,
    variables: [],
  },
  {
    name: 'council_votes',
    level: 'vote',
    key: ['ballot', 'ccode'],
    says: 'How each member of the Security Council voted: `vote` 1 yes, 2 abstain, 3 no, 8 present but not voting, or absent (the codes of `un_votes`). No row: not a member, adopted without a vote, or not recorded by member (four ballots of 1947 and 1948). Members are those of the United Nations: Ukraine and Belarus vote before 1991. China is 713 to 25 October 1971 and 710 after; Yemen 680 to 21 May 1990 and 679 after; the United Arab Republic is 651.',
    years,
    variables: [],
  },
  {
    name: 'council_ballot_years',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Ballots of each member of the Security Council by year, those adopted without a vote left out. A row only for states that sat on the Council; before 1949 China is 710.',
    years,
    variables: [
      count(
        'council_ballots_cast',
        'Ballots in the Security Council',
        'Recorded ballots of the Security Council in the year in which the state was a member, its not voting included. Missing, not zero, for a state that did not sit.',
      ),
      count(
        'council_yes',
        'Yes in the Security Council',
        'Ballots in which the state voted yes. Texts that would fail are seldom put to the vote: a high share says little of agreement.',
      ),
      count(
        'council_no',
        'No in the Security Council',
        'Ballots in which the state voted no, on procedure too.',
      ),
      count(
        'council_abstained',
        'Abstentions in the Security Council',
        'Ballots in which the state abstained; not those in which it did not vote.',
      ),
      count(
        'ballots_vetoed',
        'Ballots stopped by the state’s veto',
        'Ballots that failed by the negative vote of a permanent member, this state among those who cast it. Counts every ballot on amendments, parts of drafts and candidates for membership or office, so it exceeds `vetoes_cast`, which counts drafts: 16 ballots were vetoed on one day of 1955.',
      ),
    ],
  },
];
