import type { Choices } from '../../src/claims/specification.js';

/** Alternatives of a simulated claim: four sources, four methods, three definitions, all weighing the same. */
export const sources = 4;
export const methods = 4;
export const definitions = 3;
export const many = sources * methods * definitions;

/** The place of a specification in the layout. */
export interface Place {
  readonly source: number;
  readonly method: number;
  readonly definition: number;
}

export const places: readonly Place[] = Array.from({ length: many }, (_, s) => ({
  source: Math.floor(s / (methods * definitions)),
  method: Math.floor(s / definitions) % methods,
  definition: s % definitions,
}));

export const choices: readonly Choices[] = places.map(({ source, method, definition }) => ({
  source: `source ${source + 1}`,
  method: `method ${method + 1}`,
  definition: `definition ${definition + 1}`,
}));
