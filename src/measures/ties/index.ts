import { agreementTie } from './agreement.js';
import { defenceAgreementsTie } from './defence-agreements.js';
import { idealPointsTie } from './ideal-points.js';
import { recordedTie } from './recorded.js';
import type { Tie } from './tie.js';
import { tradeShareTie } from './trade-share.js';

/** What is worked out of two states, by the word under which a claim asks for it. */
export const ties: Readonly<Record<string, Tie>> = {
  agreement: agreementTie,
  'ideal-points': idealPointsTie,
  'trade-share': tradeShareTie,
  'defence-agreements': defenceAgreementsTie,
};

/** The tie of that name; of any other, a recorded variable of pairs. */
export const tieOf = (of: string): Tie => (Object.hasOwn(ties, of) ? ties[of]! : recordedTie);
