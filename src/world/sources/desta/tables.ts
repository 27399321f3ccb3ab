import type { TableCard } from '../../cards.js';

const years = { from: 1948, to: 2020 };
const universe =
  'DESTA sets out to hold every agreement since 1948 that may liberalise trade between some states more than between all, notified or not.';

const agreements: TableCard = {
  name: 'desta_agreements',
  level: 'episode',
  key: ['agreement'],
  says: 'Preferential trade agreements signed in 1948–2020, with later accessions, protocols and withdrawals as rows of their own. `agreement` is DESTA’s number, `base` that of the treaty it belongs to; `kind` is base treaty, accession, protocol or withdrawal; `signed` and `in_force_from` are years, the latter missing where it is not known (most accessions) or the agreement never entered into force; `shape` is bilateral, plurilateral, plurilateral and third state, between groups, accession, accession to a group’s agreement, or withdrawal. DESTA does not say when an agreement ends.',
  years,
  variables: [],
};

const members: TableCard = {
  name: 'desta_members',
  level: 'membership',
  key: ['agreement', 'ccode'],
  says: 'States that are parties to an agreement, accession or withdrawal of `desta_agreements`, members of the state system when it was signed. `side` tells who faces whom: in agreements between a group and a state, or between groups, only states of different sides are partners; in accessions and withdrawals 1 is who enters or leaves and 2 who was there (for a group’s agreement 2 enters and 3 is the other party); 0 for all where there are no sides.',
  years,
  variables: [],
};

const dyadYears: TableCard = {
  name: 'desta_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Preferential trade agreements between the two, both directions.',
  years,
  variables: [
    {
      name: 'trade_agreements_signed',
      title: 'Trade agreements signed',
      definition:
        'Preferential trade agreements that the two signed in the year, or that came to bind them to each other by an accession signed in the year. Protocols and consolidated texts do not count.',
      unit: 'agreements',
      scale: { low: 0, higher: 'more agreements signed' },
      symmetric: true,
      absentIsZero: universe,
    },
    {
      name: 'trade_agreement_ever',
      title: 'Has signed a trade agreement',
      definition:
        '1 if the two have signed, or acceded to, at least one common preferential trade agreement since 1948, this year among them. It does not say that one is in force: some never entered into force, others have ended. The code of a state that succeeds another (Germany, Czechia, Serbia, Yemen, Russia) takes the agreements along.',
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'has signed one' },
      symmetric: true,
      absentIsZero: universe,
    },
  ],
};

export const destaTables: readonly TableCard[] = [agreements, members, dyadYears];
