import { showYears } from '../../kernel/years.js';
import { sourceOf, variableOf } from '../../world/catalogue.js';
import type { Answers, Catalogue } from '../../world/open.js';
import type { Picture } from '../picture.js';
import { type ShareParameters, sharedOut } from './parameters.js';
import { shares } from './ratio.js';
import { unitsOf } from './units.js';
import { yardstickOf } from './yardstick.js';

/** How many states the picture names. */
const named = 20;

const percent = (x: number): string => `${Math.round(100 * x)} %`;

/** What the group is called. */
function groupName({ group }: ShareParameters, year: number, { states }: Catalogue): string {
  const named = (name: string): string => states.nameOf(states.resolve(name, year), year);
  if ('states' in group) return group.states.map(named).join(', ');
  const whose = named(group['allies-of']);
  const and = (group.and ?? []).map(named);
  return and.includes(whose) ? `${whose} and its allies` : `allies of ${whose}`;
}

/** The states on which most fell, the group's and the others', and what part fell on the group. */
export function sharePicture(p: ShareParameters, answers: Answers, catalogue: Catalogue): Picture {
  const { variable, over, kind } = sharedOut(p);
  const card = variableOf(catalogue.manifest, variable);
  const source = sourceOf(catalogue.manifest, card.source);
  const { units } = unitsOf(p, answers, catalogue);
  const found = shares(units);
  const yardstick = yardstickOf(p.against);
  const unit = yardstick.perPerson ? `${card.unit} × million people` : card.unit;
  const who = groupName(p, over.from, catalogue);
  const word = kind === 'total' ? 'total' : `${kind} in the`;
  const largest = [...units]
    .filter((u) => u.amount > 0)
    .sort((a, b) => b.amount - a.amount || a.ccode - b.ccode)
    .slice(0, named);
  const point = (u: (typeof units)[number]) => ({
    x: catalogue.states.nameOf(u.ccode, over.to),
    y: u.amount,
  });
  const title = `${percent(found.shareOfAmount)} of the ${word} ${card.title} fell on the ${who}, who are ${percent(found.shareOfYardstick)} ${yardstick.ofWhat}`;
  const list = largest
    .slice(0, 5)
    .map((u) => `${point(u).x} (${u.amount.toFixed(2)}${u.inGroup ? ', in the group' : ''})`)
    .join(', ');
  return {
    title,
    subtitle: `The ${largest.length} largest of ${units.filter((u) => u.amount > 0).length} states, ${showYears(over)}, in ${unit}`,
    source: `${source.title} ${source.version}`,
    alt: `${title}. The largest: ${list}. ${units.length} states are compared, ${units.filter((u) => u.inGroup).length} of them in the group.`,
    x: { label: '', kind: 'category' },
    y: { label: `${kind === 'total' ? '' : `${kind}, `}${unit}`, zero: true },
    horizontal: true,
    marks: [
      { kind: 'bars', role: 'main', name: who, points: largest.filter((u) => u.inGroup).map(point) },
      { kind: 'bars', role: 'context', name: 'others', points: largest.filter((u) => !u.inGroup).map(point) },
    ],
  };
}
