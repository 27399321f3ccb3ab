import type { Years } from '../../../kernel/years.js';
import { voteSets } from '../../../measures/assembly-votes.js';
import { continuing } from '../../../measures/continuing-states.js';
import { originOf } from '../../../measures/rows-without.js';
import { onUkraine } from '../../../measures/texts-on-ukraine.js';
import type { Row } from '../../../world/database.js';
import type { Answers, Needs } from '../../../world/open.js';

/** Sets of votes of the reconciled record. */
export const assemblySets = ['all', 'adopted', 'all-once'] as const;
export type AssemblySet = (typeof assemblySets)[number];

/** A text on which there was a vote: its session, what it is called by, and to which votes it belongs. */
export interface Text {
  readonly year: number;
  readonly heading: string;
  readonly of: ReadonlySet<AssemblySet>;
  readonly middleEast: boolean;
  readonly ukraine: boolean;
}

/** What a state did in each text: 0 absent or no member, 1 yes, 2 abstain, 3 no. */
export interface Voter {
  readonly state: number;
  readonly choices: Uint8Array;
}

export interface Ballots {
  readonly texts: readonly Text[];
  readonly voters: readonly Voter[];
}

/** A text and a choice are one letter: four times the place of the text, and the choice. */
const bits = 2;

/** All votes of the sessions of some years, a row a text, and the choices of each state as one word of letters. */
export function ballotNeeds({ from, to }: Years): Needs {
  const { texts, tables } = voteSets.all;
  const sets = assemblySets.map((set) => `(${voteSets[set].where})::INTEGER AS "${set}"`).join(', ');
  const within = `session_year BETWEEN ${from} AND ${to}`;
  const places = `SELECT rollcall, row_number() OVER (ORDER BY rollcall)::INTEGER AS place FROM ${texts} WHERE ${within}`;
  return {
    texts: {
      sql: `SELECT session_year AS year, heading, ${sets}, coalesce(me, 0) AS me, (record IN (SELECT record FROM un_resolutions WHERE ${onUkraine}))::INTEGER AS ukraine
        FROM ${texts} WHERE ${within} ORDER BY rollcall`,
      tables: [tables.texts, 'un_resolutions'],
    },
    choices: {
      sql: `WITH places AS (${places})
        SELECT ccode, string_agg(chr(place * ${1 << bits} + CASE WHEN choice IN (1, 2, 3) THEN choice ELSE 0 END), '') AS choices
        FROM assembly_choices JOIN places ON rollcall = vote GROUP BY ccode ORDER BY ccode`,
      tables: [tables.texts, tables.cast],
    },
  };
}

const read = new WeakMap<readonly Row[], Ballots>();

/** The answers, read once however many specifications ask. */
export function ballotsOf({ texts = [], choices = [] }: Answers): Ballots {
  const known = read.get(choices) ?? left(texts, choices) ?? ballotsIn(texts, choices);
  read.set(choices, known);
  return known;
}

/** Of an answer without a state: the others, as they are. */
function left(texts: readonly Row[], choices: readonly Row[]): Ballots | undefined {
  const origin = originOf(choices);
  if (!origin) return undefined;
  const whole = ballotsOf({ texts, choices: origin.rows });
  return { texts: whole.texts, voters: whole.voters.filter(({ state }) => state !== origin.state) };
}

function ballotsIn(rows: readonly Row[], choices: readonly Row[]): Ballots {
  const texts = rows.map(
    (row): Text => ({
      year: Number(row['year']),
      heading: String(row['heading']),
      of: new Set(assemblySets.filter((set) => row[set] === 1)),
      middleEast: row['me'] === 1,
      ukraine: row['ukraine'] === 1,
    }),
  );
  const voters = new Map<number, Uint8Array>();
  for (const row of choices) {
    const state = continuing(Number(row['ccode']));
    const own = voters.get(state) ?? new Uint8Array(texts.length);
    voters.set(state, own);
    const letters = String(row['choices']);
    for (let i = 0; i < letters.length; i++) {
      const letter = letters.charCodeAt(i);
      const choice = letter & ((1 << bits) - 1);
      if (choice > 0) own[(letter >> bits) - 1] = choice;
    }
  }
  return { texts, voters: [...voters].map(([state, own]) => ({ state, choices: own })) };
}
