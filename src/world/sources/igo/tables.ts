import type { TableCard } from '../../cards.js';

const years = { from: 1816, to: 2014 };

const bodies: TableCard = {
  name: 'igo_bodies',
  level: 'episode',
  key: ['igo'],
  says: 'Intergovernmental organisations by COW’s abbreviation, in lower case (un, nato, eec, eu, loas is the Arab League). `from_year` and `to_year` are the first and last year in which it existed, 2014 where it existed when the data end; `members` is the largest number of full and associate members in a year; `unknown` lists years in which members are not known (1968–1971, 1980), empty where there are none.',
  years,
  variables: [],
};

const members: TableCard = {
  name: 'igo_members',
  level: 'membership',
  key: ['igo', 'ccode', 'from_year'],
  says: 'Who belonged to which intergovernmental organisation, in spells of years under one `status`: full, associate or observer. `to_year` is 2014 where the membership held when the data end; a year in which the body’s members are unknown ends a spell (see `unknown` in `igo_bodies`).',
  years,
  variables: [],
};

const stateYears: TableCard = {
  name: 'igo_state_years',
  level: 'state-year',
  key: ['ccode', 'year'],
  says: 'Number of intergovernmental organisations to which a state belongs.',
  years,
  variables: [
    {
      name: 'igo_memberships',
      title: 'Memberships in intergovernmental organisations',
      definition:
        'Intergovernmental organisations in which the state is a full or associate member in the year. Bodies count alike, the United Nations as a fisheries commission; clubs without a treaty (G7, BRICS, Quad) are not among them. Members of some bodies are unknown in some years (`igo_unknown`), so it is a lower bound.',
      unit: 'organisations',
      scale: { low: 0, higher: 'belongs to more' },
      defects: [
        'Bodies whose members are unknown grow in number towards 2014: do not read a fall since 2010.',
      ],
    },
    {
      name: 'igo_unknown',
      title: 'Organisations with unknown members',
      definition:
        'Intergovernmental organisations that existed in the year and of which it is not known whether the state was a member.',
      unit: 'organisations',
      scale: { low: 0, higher: 'more is unknown' },
    },
  ],
};

export const igoTables: readonly TableCard[] = [bodies, members, stateYears];
