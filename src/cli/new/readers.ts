import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import { parseYears, showYears, type Years } from '../../kernel/years.js';
import type { Level, ManifestVariable } from '../../world/cards.js';
import { findVariables, tableOf } from '../../world/catalogue.js';
import type { World } from '../../world/open.js';

/** Text that must be there. Throws `cli/empty`. */
export const sentence = (text: string): string =>
  text !== '' ? text.replace(/\s+/g, ' ') : fail('cli/empty', 'nothing was said');

/** Words between commas, at least one. */
export const wordsIn = (text: string): readonly string[] => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length > 0 ? words : fail('cli/empty', 'nothing was said');
};

/** One of some words. Throws `cli/wrong-value` with the nearest. */
export const oneOf =
  <T extends string>(...known: readonly T[]) =>
  (text: string): T =>
    known.find((one) => one === text) ??
    fail('cli/wrong-value', `not one of ${known.join(', ')}: ${text === '' ? 'nothing' : text}`, {
      hint: didYouMean(text, known),
    });

/** Spans of years between commas, each once. */
export const spansIn = (text: string): readonly Years[] => {
  const spans = wordsIn(text).map(parseYears);
  return spans.filter((s, i) => spans.findIndex((t) => t.from === s.from && t.to === s.to) === i);
};

export const spanText = ({ from, to }: Years): string => (from === to ? `${from}` : `${from}-${to}`);

/** A state by any of its names, as the user wrote it. Throws `states/unknown` with the nearest. */
export const stateIn =
  ({ states }: World) =>
  (text: string): string => {
    states.resolve(sentence(text));
    return text;
  };

/** Variables by name between commas, all of one of these levels. Throws `world/unknown-variable` with what is near or has the word on its card. */
export const variablesIn =
  (world: World, ...levels: readonly Level[]) =>
  (text: string): readonly ManifestVariable[] => {
    const found = wordsIn(text).map((name) => variableIn(world, name, levels));
    const other = found.find((v) => v.level !== found[0]!.level);
    if (other)
      fail(
        'world/wrong-level',
        `${found[0]!.name} is about a ${found[0]!.level}, ${other.name} about a ${other.level}`,
        {
          hint: 'alternatives ask the same question: take variables of one level',
        },
      );
    return found.filter((v, i) => found.indexOf(v) === i);
  };

function variableIn({ manifest }: World, name: string, levels: readonly Level[]): ManifestVariable {
  const fit = manifest.variables.filter((v) => levels.includes(v.level));
  const found = manifest.variables.find((v) => v.name === name);
  if (found && fit.includes(found)) return found;
  if (found)
    fail('world/wrong-level', `${name} is of level ${found.level}`, {
      hint: `this design takes a variable of level ${levels.join(' or ')}`,
    });
  const holding = findVariables(manifest, name.split(/\s+/)).filter((v) => fit.includes(v));
  const names = fit.map((v) => v.name);
  const onCard = holding
    .slice(0, 8)
    .map((v) => v.name)
    .join(', ');
  const hint = didYouMean(name, names, 0, 'entente variables WORD lists what there is');
  return fail('world/unknown-variable', `unknown variable: ${name}`, {
    hint:
      holding.length > 0 && !/^did you mean/.test(hint) ? `${name} stands on the cards of ${onCard}` : hint,
  });
}

/** Names that complete what is typed. */
export const variableNames = ({ manifest }: World, ...levels: readonly Level[]): readonly string[] =>
  manifest.variables.filter((v) => levels.includes(v.level)).map((v) => v.name);

export const stateNames = ({ states }: World): readonly string[] => [
  ...new Set(states.spells.flatMap((s) => [s.iso3c, s.name]).filter(Boolean)),
];

/** A line about a variable, for who must choose. */
export const cardLine = (v: ManifestVariable, { manifest }: World): string =>
  `${v.name}: ${v.title}; ${v.unit}; ${showYears(v.coverage)}${tableOf(manifest, v.table).licence === 'local' ? '; your own' : ''}`;

/** The years that all variables have. */
export function commonYears(variables: readonly ManifestVariable[]): Years {
  return {
    from: Math.max(...variables.map((v) => v.coverage.from)),
    to: Math.min(...variables.map((v) => v.coverage.to)),
  };
}

/** A span brought within another; as it was where they share no year. */
export function within(span: Years, bounds: Years): Years {
  const [from, to] = [Math.max(span.from, bounds.from), Math.min(span.to, bounds.to)];
  return from <= to ? { from, to } : span;
}

/** A name as it stands in a sentence. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) && !/^(Polity|Freedom|V-Dem)/.test(title)
    ? title[0]!.toLowerCase() + title.slice(1)
    : title;
