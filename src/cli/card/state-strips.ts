import type { Row } from '../../world/database.js';
import { grouped, unitsOfMark } from './sparkline.js';

/** What a year of a state is: a value, none, or no member. */
type Kind = 'value' | 'none' | 'absent';

const marks: Readonly<Record<Kind, string>> = { value: '█', none: '·', absent: ' ' };

/**
 * One strip a state: a full block where every year of the mark has a value, half where some have, a dot where none
 * has, a blank where the state was no member. `rows` are those of a state-year panel with its one variable.
 */
export function stateStrips(
  rows: readonly Row[],
  variable: string,
  nameOf: (ccode: number, year: number) => string,
): string {
  if (rows.length === 0) return '';
  const years = rows.map((r) => Number(r['year']));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const states = [...new Set(rows.map((r) => Number(r['ccode'])))];
  const kinds = new Map(
    rows.map(
      (r) => [`${String(r['ccode'])} ${String(r['year'])}`, r[variable] === null ? 'none' : 'value'] as const,
    ),
  );
  const size = unitsOfMark(to - from + 1);
  const strip = (ccode: number): string => {
    const all = Array.from(
      { length: to - from + 1 },
      (_, i): Kind => kinds.get(`${ccode} ${from + i}`) ?? 'absent',
    );
    return grouped(all, size).map(markOf).join('').trimEnd();
  };
  const names = states.map((ccode) => nameOf(ccode, to));
  const width = Math.max(...names.map((n) => [...n].length));
  const lines = states.map((ccode, i) => `${names[i]!.padEnd(width)}  ${strip(ccode)}`);
  const key = `${from}–${to}, ${size === 1 ? 'one mark a year' : `one mark for ${size} years`}: █ a value, ${size > 1 ? '▒ in some years, ' : ''}· none, blank no member`;
  return `\n${lines.join('\n')}\n${key}\n`;
}

function markOf(group: readonly Kind[]): string {
  const present = group.filter((kind) => kind !== 'absent');
  if (present.length === 0) return marks.absent;
  if (present.every((kind) => kind === 'value')) return marks.value;
  return present.includes('value') ? '▒' : marks.none;
}
