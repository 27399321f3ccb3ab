import type { Claim } from '../claims/claim.js';
import { type Labels, type Names, namesFrom } from '../figures/names.js';
import { listed } from '../kernel/words.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';

/** A claim’s own words for ids, and those common to all for the rest. */
export const namesOf = (claim: Claim, labels: Labels = {}): Names =>
  namesFrom({ ...labels, ...claim.labels });

/** What the answer depends on, or nothing: `The answer depends on which states count as allies.` */
export function dependsSentence(dependsOn: readonly string[], names: Names = namesFrom()): string {
  if (dependsOn.length === 0) return '';
  const known = dependsOn.filter(names.knows).map(names.choice);
  const others = dependsOn.filter((name) => !names.knows(name)).map(names.choice);
  const choice = others.length > 0 ? [`the choice of ${listed(others)}`] : [];
  const both = known.length > 0 && choice.length > 0;
  return `The answer depends on ${both ? `${known.join(', on ')} and on ${choice[0]}` : listed([...known, ...choice])}.`;
}

/** The words of a reading, with the labels of its choice where it is named by an option alone. */
export function readingWords(verdict: ReadingVerdict, names: Names): string {
  const choices = Object.entries(verdict.graded[0]?.choices ?? {});
  const choice = choices.find(([, option]) => String(option) === verdict.reading)?.[0];
  return names.reading(verdict.reading, choice);
}
