import type { DraftTest } from '../draft.js';
import { draftComparison } from './comparison.js';
import { draftFigure } from './figure.js';
import { draftShare } from './share.js';
import { draftTrend } from './trend.js';

/** The questions of each design that a new claim can begin with. */
export const drafts: Readonly<Record<string, { readonly says: string; readonly draft: DraftTest }>> = {
  trend: { says: 'something rises or falls over the years', draft: draftTrend },
  share: { says: 'a group bears more, or less, than its share of something', draft: draftShare },
  comparison: {
    says: 'one stands higher, or moved more, than another or than in its own past',
    draft: draftComparison,
  },
  figure: { says: 'a number, a bound or a place is what the record says', draft: draftFigure },
};
