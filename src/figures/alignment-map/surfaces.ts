import { type Html, html } from '../html.js';
import { paint, poleFill } from '../paint.js';
import type { Side } from './alignment.js';

/** How a surface is filled, and what is laid over it. */
export interface Surface {
  readonly fill: string;
  readonly over?: string;
}

/** Stripes and hatching, by the names under which the surfaces of a map use them. */
export const patterns: Html = html`<defs><pattern id="alignment-stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V4" stroke="${paint.paper}" stroke-width="1.5" stroke-opacity=".55"/></pattern><pattern id="alignment-none" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0V5" stroke="${paint.muted}" stroke-width="1.6"/></pattern></defs>`;

/** The surface of a side: the first pole’s is striped. */
export function surfaceOf(side: Side): Surface {
  if (side === 0) return { fill: poleFill.even };
  return side > 0
    ? { fill: poleFill.first[side - 1]!, over: 'url(#alignment-stripes)' }
    : { fill: poleFill.second[-side - 1]! };
}

/** Of members without enough votes. */
export const hatched: Surface = { fill: paint.paper, over: 'url(#alignment-none)' };
