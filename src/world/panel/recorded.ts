import { identifier } from '../sql.js';
import { cell, type Holding, type Join, own, type PanelColumn, reason } from './join.js';

/** The join that brings the table of a holding to the rows `b`. */
export function joinOf({ variable, keys }: Holding): Join {
  const alias = `t_${variable.table}_${keys.map(([, row]) => row).join('_')}`;
  const same = keys.map(([table, row]) => `${alias}.${table} = b.${row}`);
  return {
    alias,
    of: identifier(variable.table),
    on: [...same, `${alias}.year = b.year`].join(' AND '),
  };
}

/** A variable in the year of the row. */
export function recorded(holding: Holding): PanelColumn {
  const { variable, name, title } = holding;
  const join = joinOf(holding);
  const value = cell(variable, join.alias, 'b.year');
  return {
    name,
    title,
    sql: value,
    joins: [join],
    ...own(variable),
    reason: reason(variable, join.alias, { value, year: 'b.year' }),
  };
}
