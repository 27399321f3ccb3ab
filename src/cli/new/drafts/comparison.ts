import { fail } from '../../../kernel/errors.js';
import type { World } from '../../../world/open.js';
import { checkPossible, type Drafting, type DraftTest, type TestDraft } from '../draft.js';
import { inSentence, spansIn, spanText, stateIn, stateNames, variablesIn, wordsIn } from '../readers.js';
import { askState, askVariables, askYears, choice } from './ask-for.js';

type Probe = Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'>;

interface Other {
  /** What stands under `other`; nothing where a state is held against its own past. */
  readonly written: unknown;
  readonly says: string;
}

/** Whether something stands higher, or moved more, in one state than in another: `comparison`. */
export const draftComparison: DraftTest = async (drafting) => {
  const variables = await askVariables(drafting, 'Which variable is compared?', ['state-year']);
  const { written, among } = choice(
    'variable',
    variables.map((v) => v.name),
  );
  const one = await askState(drafting, 'one', 'Of which state is it said?');
  const other = await askOther(drafting);
  const sides = {
    of: { variable: written },
    one,
    ...(other.written !== undefined && { other: other.written }),
  };
  const probe = (test: object, alternatives: Probe['alternatives']): Probe => ({
    design: 'comparison',
    test: { ...sides, ...test },
    readings: {},
    alternatives: { ...among, ...alternatives },
  });
  const change = await askChange(drafting, other, probe);
  const draft = change
    ? probe(change.test, change.among)
    : await (async () => {
        const levels = (years: readonly string[]): Probe => probe({ years: '$years' }, { years });
        const years = await askYears(drafting, variables, 6, (spans) => levels(spans.map(spanText)));
        return levels(years.map(spanText));
      })();
  const units = new Map(variables.map((v) => [v.name, v.unit]));
  const title = variables.map((v) => inSentence(v.title)).join(' or ');
  return {
    ...draft,
    notes: {
      design: 'does one stand higher, or move more, than the other? its effect is a difference',
      of: 'what is compared, in its own unit',
      other: 'against a group every member takes the place of the one in turn',
      from: 'a change: the mean of the later years less that of the earlier',
    },
    labels: {
      ...(variables.length > 1 && { variable: 'what is measured' }),
      ...(change ? { from: 'the earlier years', to: 'the later years' } : { years: 'the years' }),
    },
    variables: variables.map((v) => v.name),
    unit: (variable) => units.get(variable) ?? '',
    measured: `${change ? 'The change' : 'The mean'} of the ${title} of ${one}${change ? ' between the earlier and the later years' : ''}${other.says}.`,
    against: {
      above: 'No difference, or one the other way.',
      below: 'No difference, or one the other way.',
      neither: 'A difference that matters.',
    },
  };
};

async function askOther({ asker, world }: Drafting): Promise<Other> {
  return asker.ask({
    flag: 'other',
    asks: 'Compared with whom?',
    help: [
      'A state; several, separated by commas, as a group; or allies-of USA; or where oecd_member,',
      'or where polyarchy >= 0.5: the states of which that was so in the first year.',
      'Nothing: with its own past.',
    ],
    such: '"where oecd_member"',
    otherwise: '',
    words: ['allies-of', 'where', ...stateNames(world)],
    read: (text) => readOther(text, world),
  });
}

function readOther(text: string, world: World): Other {
  if (text === '') return { written: undefined, says: ', against its own past' };
  const state = stateIn(world);
  const [, kind, rest = ''] = /^(allies-of|where)\s+(.+)$/.exec(text) ?? [];
  if (kind === 'allies-of')
    return {
      written: { 'allies-of': state(rest), by: 'defence' },
      says: `, against that of the allies of ${rest}`,
    };
  if (kind === 'where') {
    const [, name] = /^([a-z][a-z0-9_]*)(?:\s*>=\s*-?\d+(?:\.\d+)?)?$/.exec(rest) ?? [];
    if (name === undefined)
      fail('cli/wrong-value', `not a condition: ${rest}`, {
        hint: 'write a variable that is 1, or one and its least value: polyarchy >= 0.5',
      });
    variablesIn(world, 'state-year')(name);
    return { written: { where: rest }, says: `, against that of the states with ${rest}` };
  }
  const states = wordsIn(text).map(state);
  const [first] = states;
  return states.length === 1
    ? { written: first, says: `, against that of ${first}` }
    : { written: { states }, says: `, against that of ${states.join(', ')}` };
}

interface Change {
  readonly test: object;
  readonly among: Probe['alternatives'];
}

/** The two spans of a change, or nothing where levels are compared. */
async function askChange(
  { asker, world, period }: Drafting,
  other: Other,
  probe: (test: object, alternatives: Probe['alternatives']) => Probe,
): Promise<Change | undefined> {
  const must = other.written === undefined;
  const from = await asker.ask({
    flag: 'from',
    asks: must
      ? 'Against which earlier years?'
      : 'Is a change compared? Then from which earlier years; nothing: levels are compared.',
    help: ['At least three years; several spans, separated by commas, are alternatives.'],
    such: `${period.from - 5}-${period.from - 1}`,
    otherwise: must ? undefined : '',
    read: (text) => (text === '' && !must ? undefined : spansIn(text).map(spanText)),
  });
  if (!from) return undefined;
  const changeTo = (to: readonly string[]): Change => {
    const [a, b] = [choice('from', from), choice('to', to)];
    return { test: { from: a.written, to: b.written }, among: { ...a.among, ...b.among } };
  };
  return asker.ask({
    flag: 'to',
    asks: 'To which later years?',
    such: spanText(period),
    otherwise: spanText(period),
    read(text) {
      const to = spansIn(text);
      const last = Math.max(...spansIn(from.join(',')).map((s) => s.to));
      const early = to.find((s) => s.from <= last);
      if (early)
        fail(
          'cli/wrong-value',
          `the later years ${spanText(early)} begin before the earlier end, in ${last}`,
          {
            hint: `write years after ${last}`,
          },
        );
      const change = changeTo(to.map(spanText));
      const { test, among } = change;
      checkPossible(probe(test, among), world);
      return change;
    },
  });
}
