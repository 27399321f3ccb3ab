import { fail } from '../../../kernel/errors.js';
import { checkPossible, type DraftTest, type TestDraft } from '../draft.js';
import { inSentence, oneOf, spansIn, spanText } from '../readers.js';
import { askState, askVariables, commonOr } from './ask-for.js';

/** What a record says where a number, a bound or a place is stated: `figure`. */
export const draftFigure: DraftTest = async (drafting) => {
  const { asker, world, period } = drafting;
  const kind = await asker.ask({
    flag: 'asked',
    asks: 'Which figure is stated?',
    help: [
      'value: a number, or a bound such as at least 80',
      'rank: a place among all states, such as first',
    ],
    such: 'value',
    otherwise: 'value',
    words: ['value', 'rank'],
    read: oneOf('value', 'rank'),
  });
  const levels = kind === 'rank' ? (['state-year'] as const) : (['state-year', 'system-year'] as const);
  const variables = await askVariables(drafting, 'Which variables record it?', levels);
  const ofState = variables[0]!.level === 'state-year';
  const state = ofState ? await askState(drafting, 'state', 'Of which state?') : undefined;
  const question = (name: string, years: string): object =>
    kind === 'rank'
      ? { 'rank-of': state, by: name, years, complete: true }
      : { value: name, ...(state !== undefined && { of: state }), year: Number(years), complete: true };
  const unit = kind === 'rank' ? 'place' : variables[0]!.unit;
  const draft = (years: string): Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'> => ({
    design: 'figure',
    test: {
      unit,
      recorded: '$source',
      records: Object.fromEntries(variables.map((v) => [recordName(v.name), question(v.name, years)])),
    },
    readings: {},
    alternatives: { source: variables.map((v) => recordName(v.name)) },
  });
  const years = await asker.ask({
    flag: 'years',
    asks: kind === 'rank' ? 'Over which years? (their sum orders the states)' : 'In which year?',
    such: kind === 'rank' ? '2013-2017' : '2017',
    otherwise: commonOr(period, variables, kind === 'rank'),
    read(text) {
      const [span, ...more] = spansIn(text);
      if (more.length > 0 || (kind === 'value' && span!.from !== span!.to))
        fail('cli/wrong-value', `one ${kind === 'rank' ? 'span of years' : 'year'}, not ${text}`, {
          hint: kind === 'rank' ? 'write 2013-2017' : 'write 2017',
        });
      checkPossible(draft(spanText(span!)), world);
      return spanText(span!);
    },
  });
  const title = variables.map((v) => inSentence(v.title)).join(' or ');
  return {
    ...draft(years),
    notes: {
      design:
        'is what is stated what the record says? no percentages: borne out, not borne out, sources differ',
      unit: 'what the figure counts',
      recorded: '$name stands for a choice, under alternatives below',
      records: 'complete: false where the record lacks some of it: a count is then a lower bound',
    },
    labels: {
      source: 'the record',
      ...Object.fromEntries(variables.map((v) => [recordName(v.name), v.title])),
    },
    variables: variables.map((v) => v.name),
    unit: () => unit,
    measured:
      kind === 'rank'
        ? `The place of ${state} among all states by the ${title}, ${years}.`
        : `The ${title}${state === undefined ? '' : ` of ${state}`} in ${years}.`,
    against: against(kind),
  };
};

const recordName = (variable: string): string => variable.replaceAll('_', '-');

const against = (kind: 'value' | 'rank'): TestDraft['against'] => {
  const text = kind === 'rank' ? 'Another place.' : 'A figure outside what is stated.';
  return { above: text, below: text, neither: text };
};
