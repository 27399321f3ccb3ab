import type { TableCard, VariableCard } from '../../../cards.js';

const years = { from: 1816, to: 2014 };

const absent =
  'The data hold every militarised event between members of the state system: two members without a row in a year of 1816–2014 had none.';

const level = '2 threat of force, 3 display of force, 4 use of force, 5 war';

const number = (name: string, title: string, unit: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} Events count in the year in which they begin.`,
  unit,
  scale: { low: 0, higher: `more ${unit}` },
  absentIsZero: absent,
});

export const mieTables: readonly TableCard[] = [
  {
    name: 'mie_dyad_years',
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: 'Militarised events of each directed pair and year: what ccode1 did to ccode2.',
    years,
    variables: [
      number(
        'mie_events',
        'Militarised events',
        'events',
        'Threats, displays and uses of force by ccode1 against ccode2.',
      ),
      number(
        'mie_uses_of_force',
        'Militarised uses of force',
        'events',
        'Uses of force by ccode1 against ccode2, battles of wars included. Clashes count for the state that the data name first.',
      ),
      {
        name: 'mie_hostility',
        title: 'Hostility of militarised events',
        definition: `Highest level of the events by ccode1 against ccode2 that began in the year: ${level}; 0 without an event.`,
        unit: 'level, 0–5',
        scale: { low: 0, high: 5, higher: 'more hostile' },
        absentIsZero: absent,
      },
      number(
        'mie_deaths_low',
        'Military deaths, lowest estimate',
        'deaths',
        'Lowest estimate of the military deaths of ccode1 in events with ccode2, whoever acted.',
      ),
      number(
        'mie_deaths_high',
        'Military deaths, highest estimate',
        'deaths',
        'Highest estimate of the military deaths of ccode1 in events with ccode2, whoever acted.',
      ),
    ],
  },
  {
    name: 'mie_episodes',
    level: 'episode',
    key: ['confrontation', 'event'],
    says: `Each militarised event: what \`ccode1\` did to \`ccode2\`, from \`begins\` to \`ends\` (to the month where the day is unknown), in which \`confrontation\` (the number of the dispute); \`side_a\` 1 if ccode1 is on the side that acted first in it; \`action\` (1–5 threats, 7 show of force, 8 alert, 10 mobilisation, 11 fortified border, 12 border violation, 13 blockade, 14 occupation, 15 seizure, 16 attack, 17 clash, 19 chemical, biological or radiological weapons, 22 battle of a war); \`hostility\` ${level}; lowest and highest estimates of the military deaths of both in it.`,
    years,
    variables: [],
  },
];
