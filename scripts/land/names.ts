/** Names of Natural Earth that the record does not know, and the state that each means. */
export const statesOf: Readonly<Record<string, number>> = {
  'Antigua and Barb.': 58,
  'Bosnia and Herz.': 346,
  'Central African Rep.': 482,
  'Dem. Rep. Congo': 490,
  'Dominican Rep.': 42,
  'Eq. Guinea': 411,
  'Marshall Is.': 983,
  'S. Sudan': 626,
  'Solomon Is.': 940,
  'St. Vin. and Gren.': 57,
};

/** Land that is no state’s own: territories that have no vote, and ground that more than one claims. */
export const othersOf: readonly string[] = [
  ...['American Samoa', 'Anguilla', 'Aruba', 'Ashmore and Cartier Is.', 'Bermuda', 'Br. Indian Ocean Ter.'],
  ...[
    'British Virgin Is.',
    'Cayman Is.',
    'Cook Is.',
    'Curaçao',
    'Faeroe Is.',
    'Falkland Is.',
    'Fr. Polynesia',
  ],
  ...['Fr. S. Antarctic Lands', 'Greenland', 'Guam', 'Guernsey', 'Heard I. and McDonald Is.', 'Hong Kong'],
  ...['Indian Ocean Ter.', 'Isle of Man', 'Jersey', 'Macao', 'Montserrat', 'N. Cyprus', 'N. Mariana Is.'],
  ...['New Caledonia', 'Niue', 'Norfolk Island', 'Palestine', 'Pitcairn Is.', 'Puerto Rico'],
  ...[
    'S. Geo. and the Is.',
    'Saint Helena',
    'Siachen Glacier',
    'Sint Maarten',
    'Somaliland',
    'St-Barthélemy',
  ],
  ...[
    'St-Martin',
    'St. Pierre and Miquelon',
    'Turks and Caicos Is.',
    'U.S. Virgin Is.',
    'Vatican',
    'W. Sahara',
  ],
  ...['Wallis and Futuna Is.', 'Åland'],
];

/** Left off the map: nobody’s, and it would take a fifth of it. */
export const leftOff: readonly string[] = ['Antarctica'];
