import type { Picture, Point } from '../../designs/picture.js';
import type { ManifestSource, ManifestVariable } from '../../world/cards.js';
import { type CoverageByYear, countedIn } from './coverage.js';

/** How many states (or pairs) have a value in each year, beside the number of members of the state system. */
export function coveragePicture(
  card: ManifestVariable,
  source: ManifestSource,
  found: CoverageByYear,
): Picture {
  const { years, counts, members } = found;
  const what = countedIn(card);
  const points = (values: readonly number[]): Point[] => values.map((y, i) => ({ x: years.from + i, y }));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const at = years.from + counts.indexOf(most);
  const part = (i: number): string =>
    members ? `${counts.at(i)!} of ${members.at(i)!} states` : `${counts.at(i)!} ${what}`;
  return {
    title: `${card.title}: ${what} with a value`,
    subtitle: `${card.name}, ${years.from}–${years.to}; at most ${most} ${what}, in ${at}`,
    source: `${source.title}, ${source.version}`,
    alt: `Line of the number of ${what} with a value of ${card.name} by year: ${part(0)} in ${years.from}, ${part(-1)} in ${years.to}, at most ${most} in ${at}.`,
    x: { label: 'Year', kind: 'year' },
    y: { label: `Number of ${what}`, zero: true },
    marks: [
      ...(members
        ? [
            {
              kind: 'line',
              role: 'comparison',
              name: 'members',
              points: points(members),
              dashed: true,
            } as const,
          ]
        : []),
      { kind: 'line', role: 'main', name: 'with a value', points: points(counts) },
    ],
  };
}
