import type { StataFile } from '../../../src/cli/stata/columns.js';
import type { Cell } from '../../../src/world/database.js';

/** A table of every kind of column, with the ends of every type, missing values and letters beyond ASCII. */
export const exampleFile: StataFile = {
  label: 'dyad-year panel, Entente',
  notes: [
    'Goemans, H. E., Gleditsch, K. S. & Chiozza, G. (2009). Introducing Archigos.',
    'Entente, world 0123.',
  ],
  sortedBy: ['ccode', 'year'],
  rows: 4,
  columns: [
    { name: 'ccode', type: 'int', label: 'Correlates of War number' },
    { name: 'year', type: 'int', label: 'Calendar year', notes: ['unit: years'] },
    { name: 'name', type: { text: 16 }, label: 'Name of the year' },
    {
      name: 'contiguity',
      type: 'byte',
      label: 'Type of contiguity',
      values: { 1: 'border on land', 2: '≤ 12 miles', 5: '' },
    },
    { name: 'at_war', type: 'byte', label: 'At war', values: { 0: 'no', 1: 'yes' } },
    { name: 'population', type: 'long', label: 'Population' },
    {
      name: 'cinc',
      type: 'double',
      label: 'Composite Index of National Capability, which is the mean of six shares of the whole system',
      notes: ['unit: share of the system (0–1)', 'source: National Material Capabilities, 7.0'],
    },
    { name: 'begins', type: 'long', label: 'First day in office', date: true },
    { name: 'größe', type: 'double', label: '' },
  ],
};

export const exampleCells: readonly (readonly Cell[])[] = [
  [2, 437, 990, 32740],
  [1816, 1960, -32767, null],
  ['United States', 'Côte d’Ivoire', null, 'Samoa'],
  [1, null, 2, 100],
  [0, 1, null, -127],
  [2147483620, null, -2147483647, 0],
  [0.1, 1 / 3, null, -1.5e300],
  [0, -32803, null, 23010],
  [5e-324, Number.NaN, 8.988465674311579e307, null],
];
