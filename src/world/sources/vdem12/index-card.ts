import type { VariableCard } from '../../cards.js';

/** What a V-Dem index measures, and V-Dem’s name of it. */
export interface Index {
  readonly theirs: string;
  readonly card: VariableCard;
}

const filledIn =
  'The carrier filled in missing values (gaps in a straight line, the start with the first value) and does not say where.';

/** An index on 0–1, with what the carrier did to it. */
export const card = (
  name: string,
  theirs: string,
  title: string,
  asks: string,
  higher: string,
  defects: readonly string[] = [],
): Index => ({
  theirs,
  card: {
    name: `${name}_v12`,
    title: `${title} (V-Dem v12)`,
    definition: `${asks} V-Dem’s ${theirs}, version 12.`,
    unit: 'index, 0–1',
    scale: { low: 0, high: 1, higher },
    defects: [filledIn, ...defects],
  },
});

/** The indicators of physical violence stand on the scale of the measurement model, not on 0–1. */
export const model = (name: string, theirs: string, title: string, asks: string, higher: string): Index => {
  const index = card(name, theirs, title, asks, higher);
  return {
    theirs,
    card: { ...index.card, unit: 'model scale, about −4 to 4', scale: { higher } },
  };
};
