import type { TableCard, VariableCard } from '../../cards.js';

const years = { from: 1875, to: 2015 };

const count = (name: string, title: string, definition: string, higher: string): VariableCard => ({
  name,
  title,
  definition,
  unit: 'leaders',
  scale: { low: 0, higher },
});

const flag = (name: string, title: string, definition: string, higher: string): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher },
});

/** Spells in office, from which a panel of leader-years follows, and what a state’s year has of them. */
export const archigosTables: readonly TableCard[] = [
  {
    name: 'leader_spells',
    level: 'episode',
    key: ['ccode', 'begins', 'spell'],
    says: 'Spells of effective leaders in office, to the day: join with `state_years` on `ccode` and years from that of `begins` to that of `ends` for a panel of leader-years. `spell` is Archigos’s identifier, `leader_id` the person’s (the same over several spells), `earlier_spells` how many there were before. `entry`: regular, irregular, foreign, unknown; `exit`: regular, irregular, foreign, natural_death, ill_health, suicide, still_in_office (at the end of the record, 31 December of 2015 or, in three cases, of 2014), unknown; `exit_how`: how an irregular or foreign exit came about; `fate`: ok, exile, imprisonment, death, suicide within a year of the exit (missing: not known, or died a natural death soon after). `woman`, `born`, `died`: of the person. Kohl’s and Saleh’s spells are cut where their states united: the parts have `exit` and `entry` state_succeeded.',
    years: { from: 1840, to: 2015 },
    variables: [],
  },
  {
    name: 'archigos',
    level: 'state-year',
    key: ['ccode', 'year'],
    says: 'Changes of effective leaders in a year and the leader in office at its end (`leader`, and `leader_spell`, which names the row of `leader_spells`), for members of the state system that Archigos covers.',
    years,
    variables: [
      count(
        'leaders_in_office',
        'Leaders in office',
        'Number of spells in office on any day of the year.',
        'more leaders',
      ),
      count(
        'leader_entries',
        'Leaders who came to office',
        'Number of leaders who entered office in the year, by whatever way; union with another state is no entry.',
        'more changes',
      ),
      count(
        'leader_exits',
        'Leaders who left office',
        'Number of leaders who left office in the year, by whatever way.',
        'more changes',
      ),
      count(
        'leader_exits_irregular',
        'Irregular exits',
        'Number of leaders who lost office in the year against the rules and customs of the state: coup, revolt, assassination and the like.',
        'more irregular exits',
      ),
      count(
        'leader_exits_foreign',
        'Exits by foreign force',
        'Number of leaders who were removed from office in the year by another state.',
        'more removals from abroad',
      ),
      {
        name: 'leader_tenure',
        title: 'Time of the leader in office',
        definition: 'Years since the leader of 31 December entered office, counted in this spell alone.',
        unit: 'years',
        scale: { low: 0, higher: 'longer in office' },
      },
      {
        name: 'leader_age',
        title: 'Age of the leader',
        definition: 'The year less the year of birth of the leader of 31 December.',
        unit: 'years',
        scale: { low: 0, higher: 'older' },
      },
      flag('leader_woman', 'Led by a woman', '1 if the leader of 31 December is a woman.', 'a woman leads'),
      flag(
        'leader_entered_irregularly',
        'Leader came to power irregularly',
        '1 if the leader of 31 December had entered office against the rules and customs of the state; 0 also where a foreign power installed the leader.',
        'an irregular entry',
      ),
    ],
  },
];
