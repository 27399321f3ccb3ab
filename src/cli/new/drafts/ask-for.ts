import type { Option } from '../../../claims/claim.js';
import type { Years } from '../../../kernel/years.js';
import type { Level, ManifestVariable } from '../../../world/cards.js';
import { checkPossible, type Drafting, type TestDraft } from '../draft.js';
import {
  cardLine,
  commonYears,
  spansIn,
  spanText,
  stateIn,
  stateNames,
  variableNames,
  variablesIn,
  within,
} from '../readers.js';

/** The variables between which a fair analyst could choose; `check` throws where one will not do. */
export async function askVariables(
  { asker, world }: Drafting,
  asks: string,
  levels: readonly Level[],
  check: (variable: ManifestVariable) => void = () => {},
): Promise<readonly ManifestVariable[]> {
  const variables = await asker.ask({
    flag: 'variable',
    asks,
    help: [
      'Several, separated by commas, are alternatives: other fair ways to measure the same.',
      'Tab completes; a word such as democracy or trade finds what has it on its card.',
    ],
    such: levels.includes('state-year') ? 'polyarchy,polity2' : 'beijing_recognised_by',
    words: variableNames(world, ...levels),
    read(text) {
      const found = variablesIn(world, ...levels)(text);
      for (const v of found) check(v);
      return found;
    },
  });
  for (const v of variables) asker.tell(`  ${cardLine(v, world)}`);
  return variables;
}

export const askState = ({ asker, world }: Drafting, flag: string, asks: string): Promise<string> =>
  asker.ask({ flag, asks, such: 'USA', words: stateNames(world), read: stateIn(world) });

/** A choice of a test: the option itself where there is one, `$name` and its options where there are several. */
export const choice = (
  name: string,
  options: readonly Option[],
): { readonly written: Option; readonly among: Readonly<Record<string, readonly Option[]>> } =>
  options.length === 1
    ? { written: options[0]!, among: {} }
    : { written: `$${name}`, among: { [name]: options } };

/**
 * The spans of years of a test, with those offered that the author's period and the variables allow; asked again where
 * the record could serve none of them.
 */
export async function askYears(
  drafting: Drafting,
  variables: readonly ManifestVariable[],
  least: number,
  draftWith: (years: readonly Years[]) => Pick<TestDraft, 'design' | 'test' | 'readings' | 'alternatives'>,
): Promise<readonly Years[]> {
  const { asker, world, period } = drafting;
  const bounds = commonYears(variables);
  return asker.ask({
    flag: 'years',
    asks: 'Over which years?',
    help: [
      `The author speaks of ${spanText(period)}; the variables have ${spanText(bounds)}.`,
      'Another window that is as fair is an alternative: what the answer owes to where one begins then shows.',
    ],
    such: '2000-2020,2005-2020',
    otherwise: offered(within(period, bounds), bounds, least).map(spanText).join(','),
    read(text) {
      const years = spansIn(text);
      checkPossible(draftWith(years), world);
      return years;
    },
  });
}

/** The author's years, long enough for the design, and the same from five years earlier or later. */
function offered(period: Years, bounds: Years, least: number): readonly Years[] {
  const from = Math.max(Math.min(period.from, period.to - least + 1), bounds.from);
  const span = { from, to: period.to };
  const earlier = { from: from - 5, to: span.to };
  const later = { from: from + 5, to: span.to };
  return [
    span,
    ...(earlier.from >= bounds.from ? [earlier] : []),
    ...(span.to - later.from + 1 >= Math.max(least, 8) ? [later] : []),
  ];
}

/** The author's last year that all variables have, or the author's whole period. */
export function commonOr(period: Years, variables: readonly ManifestVariable[], whole: boolean): string {
  const span = within(period, commonYears(variables));
  return whole ? spanText(span) : String(span.to);
}
