/**
 * The colours of all figures, as custom properties that a page may set for its theme, each with the value for light
 * paper behind it. Hues are told apart by colour-blind readers (after Okabe & Ito); no figure relies on hue alone.
 */
export const paint = {
  ink: 'var(--ink, #1d2129)',
  muted: 'var(--muted, #59616d)',
  grid: 'var(--grid, #e4e1d9)',
  paper: 'var(--paper, #fdfcf9)',
  shade: 'var(--shade, #f1eee6)',
  for: 'var(--for, #0b5cad)',
  against: 'var(--against, #b3450b)',
  open: 'var(--open, #646b77)',
} as const;

/** Surfaces of the shares of weight: what is open recedes between the two sides. */
export const shareFill = {
  for: paint.for,
  open: 'var(--open-fill, #d3cfc5)',
  against: paint.against,
  failed: 'var(--failed, #ece9e1)',
} as const;

/** Colours of series by the part they play; several of one role take the next. */
export const rolePaint = {
  main: ['var(--main, #00705a)', 'var(--main-2, #4d7a12)'],
  comparison: ['var(--comparison, #a04f86)', 'var(--comparison-2, #8a6100)', 'var(--comparison-3, #4a63b0)'],
  context: ['var(--context, #6d737d)'],
} as const;

/**
 * Surfaces of a map between two poles, from about even to most: each side darkens away from the middle on light paper
 * and brightens on dark. The first side is striped besides, so that no side is told by its hue alone.
 */
export const poleFill = {
  even: 'var(--even, #ded9cc)',
  first: ['var(--first, #a9cbea)', 'var(--first-2, #4f92d1)', 'var(--first-3, #0b4482)'],
  second: ['var(--second, #f3cfa4)', 'var(--second-2, #dd8a3a)', 'var(--second-3, #8f3d05)'],
} as const;

export const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
