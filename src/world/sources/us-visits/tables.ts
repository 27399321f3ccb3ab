import type { TableCard } from '../../cards.js';

export const visits: TableCard = {
  name: 'us_visits',
  level: 'episode',
  key: ['visit'],
  says: 'Stays of American presidents and secretaries of state in other states: number of the entry `visit`, state visited, `office` (president, secretary), person, first and last day, `as_elect` 1 for a president not yet in office, country as printed, places, remarks. An arrival is an entry: a shuttle of one month can be twenty. States outside the state system (the Holy See, the Palestinian territories, Germany 1945–1954) are not in it.',
  years: { from: 1866, to: 2025 },
  variables: [],
};

export const dyadYears: TableCard = {
  name: 'us_visit_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Visits of the United States (2) to every member of the state system by year in which they began, zeros included: the lists are complete by their editors’ rule. Other pairs have no rows.',
  years: { from: 1866, to: 2024 },
  variables: [
    {
      name: 'us_president_visits',
      title: 'Visits of the President of the United States',
      definition:
        'Stays of the President in the state that began in the year: official, private and for meetings of many. Visits before taking office are not counted. Missing for pairs that do not begin with the United States.',
      unit: 'stays',
      scale: { low: 0, higher: 'more visits' },
      years: { from: 1906, to: 2024 },
    },
    {
      name: 'us_secretary_visits',
      title: 'Visits of the US Secretary of State',
      definition:
        'Stays of the Secretary of State in the state that began in the year: official, private, for meetings of many, and in company of the President. Missing for pairs that do not begin with the United States.',
      unit: 'stays',
      scale: { low: 0, higher: 'more visits' },
      defects: ['Without the trips of Lawrence Eagleburger, August 1992 to January 1993.'],
    },
  ],
};
