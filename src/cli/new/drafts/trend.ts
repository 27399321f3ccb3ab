import { fail } from '../../../kernel/errors.js';
import { concentrationWays } from '../../../measures/concentration-ways.js';
import { dispersionWays } from '../../../measures/dispersion-ways.js';
import type { ManifestVariable } from '../../../world/cards.js';
import type { Drafting, DraftTest, TestDraft } from '../draft.js';
import { inSentence, oneOf, spanText } from '../readers.js';
import { askState, askVariables, askYears, choice } from './ask-for.js';

/** What makes a yearly series of a variable. */
interface Series {
  readonly series: Readonly<Record<string, unknown>>;
  readonly measured: string;
  unit(variable: string): string;
}

const ways = {
  'state-value': 'the figure of one state',
  concentration: 'how an amount is spread over the states, or the part of one of them',
  dispersion: 'how far the states lie apart on a scale',
} as const;

/** A yearly series that rises or falls: `trend`. */
export const draftTrend: DraftTest = async (drafting) => {
  const variables = await askVariables(
    drafting,
    'Which variable makes the series? One about states, or one about the system as it stands.',
    ['state-year', 'system-year'],
  );
  const { written, among } = choice(
    'variable',
    variables.map((v) => v.name),
  );
  const { series, measured, unit } =
    variables[0]!.level === 'system-year'
      ? recorded(variables, written)
      : await ofStates(drafting, variables, written);
  const draft = (
    years: readonly string[],
  ): Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'> => ({
    design: 'trend',
    test: { series, years: '$years' },
    readings: {},
    alternatives: { ...among, years },
  });
  const years = await askYears(drafting, variables, 10, (spans) => draft(spans.map(spanText)));
  return {
    ...draft(years.map(spanText)),
    notes: {
      design: 'does a yearly series rise or fall? its effect is a slope, per decade',
      series: 'what the series is made of',
      years: '$name stands for a choice, under alternatives below',
    },
    labels: { ...(variables.length > 1 && { variable: 'what is measured' }), years: 'the years' },
    variables: variables.map((v) => v.name),
    unit: (variable) => `${unit(variable)}, a decade`,
    measured: `${measured}, year by year, and whether it rises or falls.`,
    against: {
      above: 'A flat or falling series.',
      below: 'A flat or rising series.',
      neither: 'A series that rises or falls.',
    },
  };
};

function recorded(variables: readonly ManifestVariable[], written: unknown): Series {
  const [first] = variables;
  return {
    series: { measure: 'recorded-series', of: written, unit: first!.unit },
    measured: `The ${titles(variables)}`,
    unit: () => first!.unit,
  };
}

const titles = (variables: readonly ManifestVariable[]): string =>
  variables.map((v) => inSentence(v.title)).join(' or ');

async function ofStates(
  drafting: Drafting,
  variables: readonly ManifestVariable[],
  written: unknown,
): Promise<Series> {
  const { asker } = drafting;
  const measure = await asker.ask({
    flag: 'measure',
    asks: 'What of it, year by year?',
    help: Object.entries(ways).map(([name, says]) => `${name}: ${says}`),
    such: 'state-value',
    otherwise: 'state-value',
    words: Object.keys(ways),
    read(text) {
      const one = oneOf('state-value', 'concentration', 'dispersion')(text);
      const open = variables.find((v) => v.scale?.low === undefined || v.scale.high === undefined);
      if (one === 'dispersion' && open)
        fail('measures/open-scale', `the scale of ${open.name} has no two ends`, {
          hint: 'dispersion compares scores on a common scale; take another measure, or a score with both ends',
        });
      return one;
    },
  });
  if (measure === 'state-value') {
    const state = await askState(drafting, 'state', 'Of which state?');
    const units = new Map(variables.map((v) => [v.name, v.unit]));
    return {
      series: { measure, of: written, state },
      measured: `The ${titles(variables)} of ${state}`,
      unit: (variable) => units.get(variable) ?? '',
    };
  }
  const table = measure === 'concentration' ? concentrationWays : dispersionWays;
  const as = await asker.ask({
    flag: 'as',
    asks: 'Measured how?',
    help: Object.entries(table).map(
      ([name, { says }]) => `${name}: ${says.replace('{}', 'it').replace('{state}', 'one state')}`,
    ),
    such: measure === 'concentration' ? 'share-of' : 'sd',
    otherwise: measure === 'concentration' ? 'share-of' : 'sd',
    words: Object.keys(table),
    read: oneOf(...Object.keys(table)),
  });
  const { says, unit } = (table as Record<string, { says: string; unit: string }>)[as]!;
  const named = as === 'share-of' || as === 'beyond-named';
  const state = named ? await askState(drafting, 'state', 'Whose share?') : undefined;
  const rest = measure === 'dispersion' ? { set: 'constant' } : state === undefined ? {} : { state };
  return {
    series: { measure, of: written, as, ...rest },
    measured:
      measure === 'concentration'
        ? `The ${says.replace('{}', titles(variables)).replace('{state}', state ?? '')}`
        : `The ${says} of all states with a value in every year, in their ${titles(variables)}`,
    unit: () => unit,
  };
}
