import { issues } from '../un-roll-calls/issues.js';
import type { Points } from './issue-rule.js';
import { issueCodes, type Tried } from './learn-points.js';

/** The least precision and recall of a rule that can be relied on. */
export const reliableFrom = 0.9;

export const isReliable = ({ precision, recall }: Pick<Tried, 'precision' | 'recall'>): boolean =>
  precision >= reliableFrom && recall >= reliableFrom;

/** The points of words as `issue-words.csv` holds them: by issue, the constant first, then from most to least. */
export function pointsCsv(points: Points): string {
  const lines = issueCodes.flatMap((issue) =>
    [...points[issue]]
      .sort(([a, x], [b, y]) => Number(b === '') - Number(a === '') || y - x || (a < b ? -1 : 1))
      .map(([word, p]) => `${issue},${word},${p.toFixed(2)}`),
  );
  return `issue,words,points\n${lines.join('\n')}\n`;
}

/** How the rule fared, as the table of docs/votes.md. */
export function figuresOf(tried: readonly Tried[]): string {
  const rows = tried.map((t) =>
    [
      `\`${t.issue}\` ${issues[t.issue]}`,
      String(t.both),
      String(t.ruleOnly),
      String(t.voetenOnly),
      t.precision.toFixed(3),
      t.recall.toFixed(3),
      isReliable(t) ? 'yes' : '**no**',
    ].join(' | '),
  );
  const head = 'issue | coded by both | by the rule only | by Voeten only | precision | recall | reliable';
  return ['', head, '--- | ---: | ---: | ---: | ---: | ---: | ---', ...rows, ''].join('\n');
}
