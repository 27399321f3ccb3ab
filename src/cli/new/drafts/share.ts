import { pacts } from '../../../designs/share/parameters.js';
import { yardsticks } from '../../../designs/share/yardstick.js';
import { fail } from '../../../kernel/errors.js';
import type { ManifestVariable } from '../../../world/cards.js';
import type { World } from '../../../world/open.js';
import type { Drafting, DraftTest, TestDraft } from '../draft.js';
import { inSentence, oneOf, spanText, stateIn, stateNames, wordsIn } from '../readers.js';
import { askVariables, askYears, choice } from './ask-for.js';

type Change = 'fall' | 'rise' | 'total';

/** The part of a total, or of all falls or rises, that fell on a group: `share`. */
export const draftShare: DraftTest = async (drafting) => {
  const { asker } = drafting;
  const change: Change = await asker.ask({
    flag: 'change',
    asks: 'The share of what?',
    help: [
      'fall: of all falls in a score',
      'rise: of all rises in a score',
      'total: of an amount, in one year',
    ],
    such: 'fall',
    otherwise: 'fall',
    words: ['fall', 'rise', 'total'],
    read: oneOf('fall', 'rise', 'total'),
  });
  const variables = await askVariables(
    drafting,
    change === 'total' ? 'Which amount?' : 'Which score?',
    ['state-year'],
    (v) => {
      if (change === 'total' && !((v.scale?.low ?? -1) >= 0))
        fail('designs/open-scale', `${v.name} can be below 0: it has no shares`, {
          hint: 'take an amount that cannot, such as milex',
        });
    },
  );
  const { written, among } = choice(
    'variable',
    variables.map((v) => v.name),
  );
  const group = await askGroup(drafting);
  const against = await asker.ask({
    flag: 'against',
    asks: 'Against which yardstick is it large or small?',
    help: [
      'Each is a question of its own, and gets its own verdict; the one that the author most plainly meant first.',
      `known: ${Object.keys(yardsticks).join(', ')}`,
    ],
    such: 'states,population',
    otherwise: yardsticksFor(change, variables).join(','),
    words: Object.keys(yardsticks),
    read: (text) => wordsIn(text).map(oneOf(...Object.keys(yardsticks))),
  });
  const yardstick = choice('against', against);
  const draft = (
    years: readonly string[],
  ): Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'> => ({
    design: 'share',
    test: {
      of:
        change === 'total'
          ? { total: written, in: '$years' }
          : { [`${change}-in`]: written, over: '$years', as: '$counted' },
      group: group.written,
      against: yardstick.written,
    },
    readings: yardstick.among,
    alternatives: {
      ...among,
      years: change === 'total' ? years.map(Number) : years,
      ...(change !== 'total' && { counted: ['endpoints', 'yearly', 'from-peak'] }),
      ...group.among,
    },
  });
  const years = await askYears(drafting, variables, change === 'total' ? 1 : 5, (spans) => {
    if (change === 'total') for (const s of spans) oneYear(s);
    return draft(spans.map(spanText));
  });
  const what = change === 'total' ? 'all ' : `all ${change}s in the `;
  return {
    ...draft(years.map(spanText)),
    notes: {
      design: 'the part that fell on a group, divided by what a yardstick gives it; its effect is a ratio',
      of:
        change === 'total'
          ? 'an amount in one year'
          : `endpoints: first year against last; yearly: every ${change} on the way`,
      ...(group.allies && { group: 'allies are those of the first year' }),
      against: 'a reading: another yardstick is another question',
    },
    labels: {
      ...(variables.length > 1 && { variable: 'what is measured' }),
      ...(against.length > 1 && { against: 'what the share is measured against' }),
      years: 'the years',
      ...(change !== 'total' && { counted: `how a ${change} is counted` }),
      ...(Object.keys(group.among).length > 0 && { pact: 'which states count as allies' }),
      ...wordsFor(change),
    },
    variables: variables.map((v) => v.name),
    unit: () => 'times its share',
    measured: `The part of ${what}${variables.map((v) => inSentence(v.title)).join(' or ')} that ${change === 'total' ? 'falls' : 'fell'} on ${group.says}, divided by the part that the yardstick gives ${group.many ? 'them' : 'it'}.`,
    against: {
      above: 'A share at or below what the yardstick gives.',
      below: 'A share at or above what the yardstick gives.',
      neither: 'A share well above or below what the yardstick gives.',
    },
  };
};

/** Words for the options, as the library has them. */
const wordsFor = (change: Change): TestDraft['labels'] => ({
  states: 'the number of states',
  population: 'their population',
  people: 'their people, each counted with the change of their state',
  'room-to-fall': 'how far they could still fall',
  'room-to-rise': 'how far they could still rise',
  endpoints: 'first against last year',
  yearly: `every ${change} on the way`,
  'from-peak': change === 'rise' ? 'from the lowest' : 'from the peak',
  defence: 'any defence pact',
  'treaty-allies-2021': 'treaty allies of 2021',
  'treaty-allies-without-rio': 'the same without the Rio Treaty',
});

const oneYear = ({ from, to }: { from: number; to: number }): number =>
  from === to
    ? from
    : fail('cli/wrong-value', `a total is of one year, not of ${from}-${to}`, { hint: 'write 2020,2015' });

function yardsticksFor(change: Change, variables: readonly ManifestVariable[]): string[] {
  const end = change === 'fall' ? 'low' : 'high';
  const room = change !== 'total' && variables.every((v) => v.scale?.[end] !== undefined);
  return ['states', 'population', ...(room ? [`room-to-${change}`] : [])];
}

interface Group {
  readonly written: unknown;
  readonly among: Readonly<Record<string, readonly string[]>>;
  readonly says: string;
  readonly many: boolean;
  readonly allies: boolean;
}

async function askGroup({ asker, world }: Drafting): Promise<Group> {
  return asker.ask({
    flag: 'group',
    asks: 'On which group of states?',
    help: ['States separated by commas; or: allies-of USA, with the state itself among them.'],
    such: '"allies-of USA"',
    words: ['allies-of', ...stateNames(world)],
    read: (text) => readGroup(text, world),
  });
}

function readGroup(text: string, world: World): Group {
  const state = stateIn(world);
  const ally = /^allies-of\s+(.+)$/.exec(text);
  if (!ally) {
    const states = wordsIn(text).map(state);
    return {
      written: { states },
      among: {},
      says: states.join(', '),
      many: states.length > 1,
      allies: false,
    };
  }
  const whose = state(ally[1]!);
  const ours = world.states.resolve(whose) === 2;
  const by = choice('pact', ours ? pacts.filter((p) => p !== 'any-alliance') : ['defence']);
  return {
    written: { 'allies-of': whose, by: by.written, and: [whose] },
    among: by.among as Record<string, readonly string[]>,
    says: `${whose} and its allies`,
    many: true,
    allies: true,
  };
}
