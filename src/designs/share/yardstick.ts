/** What a group’s part is measured against. */
export interface Yardstick {
  /** After “times its share” and “who are 30 %”. */
  readonly ofWhat: string;
  /** Whether states weigh by their people on the yardstick. */
  readonly byPeople: boolean;
  /** Whether a state’s amount counts once for each of its people, too. */
  readonly perPerson: boolean;
  /** The end of the scale from which room is measured, and the change that it is for. */
  readonly room?: { readonly end: 'low' | 'high'; readonly change: 'fall-in' | 'rise-in' };
}

export const yardsticks = {
  states: { ofWhat: 'of the states', byPeople: false, perPerson: false },
  /** A state’s fall counts the same whatever its size, set against the group’s share of the population. */
  population: { ofWhat: 'of the population', byPeople: true, perPerson: false },
  /** A state’s fall counts once for each person who lives there, set against the same. */
  people: {
    ofWhat: 'of the people, each counted with the fall of their state',
    byPeople: true,
    perPerson: true,
  },
  'room-to-fall': {
    ofWhat: 'of all that could fall',
    byPeople: false,
    perPerson: false,
    room: { end: 'low', change: 'fall-in' },
  },
  'room-to-rise': {
    ofWhat: 'of all that could rise',
    byPeople: false,
    perPerson: false,
    room: { end: 'high', change: 'rise-in' },
  },
} as const satisfies Record<string, Yardstick>;

export type YardstickName = keyof typeof yardsticks;

export const yardstickOf = (name: YardstickName): Yardstick => yardsticks[name];
