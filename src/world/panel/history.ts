import { fail } from '../../kernel/errors.js';
import type { Manifest, ManifestVariable } from '../cards.js';
import { tableOf } from '../catalogue.js';
import { identifier } from '../sql.js';
import { cell, type Holding } from './join.js';
import { met } from './rows.js';

/**
 * The history of a holding, one row a year in which the state was a member (or the two states met), from the first
 * year of the state system to the last of the source: the keys of the row, `year`, and `value`, NULL where it is not
 * known. Only of the states or pairs that stand in the panel, but over all of their years, so that no clock depends on
 * which years or pairs are asked for. Needs the relations `members` and `b`.
 */
export function historyOf({ variable, keys }: Holding): string {
  const rows = keys.map(([, row]) => row);
  const same = keys.map(([table, row]) => `t.${table} = r.${row}`);
  const years = `year <= ${variable.years.to}`;
  const asked = `(SELECT DISTINCT ${rows.join(', ')} FROM b)`;
  const [first, second] = rows;
  const base =
    second === undefined
      ? `SELECT m.ccode AS ${first}, m.year FROM members m WHERE m.${years} AND m.ccode IN ${asked}`
      : `SELECT d.ccode1, d.ccode2, m1.year FROM ${asked} d JOIN members m1 ON m1.ccode = d.ccode1
         JOIN members m2 ON m2.ccode = d.ccode2 AND m2.year = m1.year WHERE m1.${years} AND ${met('m1', 'm2')}`;
  return `SELECT ${rows.map((k) => `r.${k}`).join(', ')}, r.year, ${cell(variable, 't', 'r.year')} AS value
    FROM (${base}) r LEFT JOIN ${identifier(variable.table)} t ON ${[...same, 't.year = r.year'].join(' AND ')}`;
}

/** Throws `world/no-history` for a variable that is not of states or of pairs. */
export function checkHistory(variable: ManifestVariable, option: string): void {
  if (variable.level === 'state-year' || variable.level === 'dyad-year') return;
  fail('world/no-history', `--${option} wants a variable of states or of pairs: ${variable.name}`, {
    hint: `${variable.name} is of level ${variable.level}`,
  });
}

/** Throws `world/not-an-event` for a variable that does not count or mark events: whole numbers from 0. */
export function checkEvent(variable: ManifestVariable, manifest: Manifest): void {
  const type = tableOf(manifest, variable.table).columns.find((c) => c.name === variable.name)?.type ?? '';
  if (/INT|BOOLEAN/.test(type) && variable.scale?.low === 0) return;
  fail('world/not-an-event', `years of peace need an event, and this is none: ${variable.name}`, {
    hint: `an event is marked 0 or 1, or counted from 0; ${variable.name} is in ${variable.unit}`,
  });
}
