import { parseExpectation } from '../../claims/expectation.js';
import { parseStated } from '../../claims/stated.js';
import { designs } from '../../designs/index.js';
import { fail } from '../../kernel/errors.js';
import type { Asker } from './ask.js';
import type { TestDraft } from './draft.js';
import { sentence } from './readers.js';

/** What is expected of a test, as it stands under `expect`. */
export interface Expected {
  readonly written: Readonly<Record<string, unknown>>;
  readonly side: keyof TestDraft['against'];
}

const nowhere = () => ({});

/** What the claim expects, from where on it matters, and why. Throws `claims/…`. */
export async function askExpected(asker: Asker, draft: TestDraft): Promise<Expected> {
  return draft.design === 'figure' ? askStated(asker) : askEffect(asker, draft);
}

async function askEffect(asker: Asker, draft: TestDraft): Promise<Expected> {
  const { effect } = designs[draft.design]!;
  const { none, name } = effect;
  const said = await asker.ask({
    flag: 'expect',
    asks: `What does the claim say of the ${name}? Without an effect it is ${none}.`,
    help: [
      `above ${none}, below ${none}: it is more, or less`,
      `not above ${none}, not below ${none}: it is no more, or no less`,
      `no different from ${none}: it is neither`,
    ],
    such: `"above ${none}"`,
    words: [
      `above ${none}`,
      `below ${none}`,
      `not above ${none}`,
      `not below ${none}`,
      `no different from ${none}`,
    ],
    read(text) {
      const side = /\bbelow\b/.test(text) ? -1 : 1;
      const beyond = effect.scale === 'log' ? none * 2 ** side : none + side * 1e9;
      parseExpectation({ [name]: text, 'matters-from': beyond, because: 'x' }, effect, [], nowhere);
      return text;
    },
  });
  const down = /\bbelow\b/.test(said);
  const matters = await asker.ask({
    flag: 'matters',
    asks: `From where on would the ${name} matter? Decide before you see a result, and keep to it.`,
    help: mattersHelp(draft, effect.scale === 'log', down),
    such: oneUnit(draft)
      ? effect.scale === 'log'
        ? '1.1'
        : '1'
      : draft.variables.map((v) => `${v}=1`).join(','),
    read(text) {
      const from = mattersFrom(text, draft, down && effect.scale === 'linear');
      const choices = [{ name: 'variable', slots: draft.variables.map((v) => [v]) }];
      parseExpectation({ [name]: said, 'matters-from': from, because: 'x' }, effect, choices, nowhere);
      return from;
    },
  });
  const because = await askBecause(
    asker,
    'Why would less than that not matter? With a source, if there is one.',
  );
  const neither = /^no(t\b| )/.test(said);
  return {
    written: { [name]: said, 'matters-from': matters, because },
    side: /^no different/.test(said) ? 'neither' : neither === down ? 'above' : 'below',
  };
}

function mattersHelp(draft: TestDraft, ratio: boolean, down: boolean): string[] {
  if (ratio) return [`A ratio ${down ? 'under 1: 0.9 is a tenth less' : 'over 1: 1.1 is a tenth more'}.`];
  const units = draft.variables.map((v) => `${v} in ${draft.unit(v)}`);
  return oneUnit(draft)
    ? [`Its unit: ${draft.unit(draft.variables[0]!)}.`]
    : [`One number each: ${units.join('; ')}.`];
}

const oneUnit = ({ variables, unit }: TestDraft): boolean => new Set(variables.map(unit)).size === 1;

/** One number, or one for each variable: `polyarchy=0.05,polity2=1`; on the claimed side, where a sign was left out. */
function mattersFrom(text: string, draft: TestDraft, down: boolean): unknown {
  const number = (said: string, what: string): number => {
    const x = said.trim() === '' ? Number.NaN : Number(said);
    if (!Number.isFinite(x))
      fail('cli/wrong-value', `not a number${what}: ${said.trim() || 'nothing'}`, {
        hint: 'write 0.5, with a point',
      });
    return down ? -Math.abs(x) : x;
  };
  if (!text.includes('=')) {
    const x = number(text, '');
    if (!oneUnit(draft))
      fail('cli/wrong-value', 'the variables have different units: one number will not do for all', {
        hint: `write ${draft.variables.map((v) => `${v}=${text}`).join(',')}`,
      });
    return x;
  }
  const pairs = text.split(',').map((pair) => {
    const [name = '', said = ''] = pair.split('=');
    return [name.trim(), number(said, ` for ${name.trim()}`)] as const;
  });
  return draft.variables.length === 1 && pairs.length === 1 && pairs[0]![0] === draft.variables[0]
    ? pairs[0]![1]
    : { by: 'variable', ...Object.fromEntries(pairs) };
}

async function askStated(asker: Asker): Promise<Expected> {
  const read = (figure: string, margin: number): string => {
    parseStated({ figure, margin, because: 'x' }, 'figure', nowhere);
    return figure;
  };
  const figure = await asker.ask({
    flag: 'expect',
    asks: 'What is stated?',
    help: ['44; at least 80; more than 50; at most 10; first'],
    such: '"at least 80"',
    read: (text) => read(sentence(text), 0),
  });
  const margin = await asker.ask({
    flag: 'margin',
    asks: 'How far may a record lie off and still agree?',
    such: '0',
    otherwise: '0',
    read(text) {
      const x = Number(text);
      if (!Number.isFinite(x) || x < 0 || text === '')
        fail('cli/wrong-value', `not a margin: ${text || 'nothing'}`, { hint: 'write a number from 0' });
      return x;
    },
  });
  const because = await askBecause(asker, 'Who states the figure, and why is the margin fair?');
  const number = Number(figure);
  return { written: { figure: Number.isFinite(number) ? number : figure, margin, because }, side: 'above' };
}

const askBecause = (asker: Asker, asks: string): Promise<string> =>
  asker.ask({ flag: 'because', asks, such: '"Over ten years it moves …"', read: sentence });
