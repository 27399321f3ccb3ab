import { card, type Index, model } from './index-card.js';

/** Corruption, personal rule, what the executive rests on, and the two indicators of physical violence. */
export const power: readonly Index[] = [
  card(
    'clientelism',
    'v2xnp_client',
    'Clientelism index',
    'To what extent politics rests on the exchange of resources for support: vote buying, particularistic spending, parties linked to voters by patronage.',
    'more clientelism',
  ),
  card(
    'neopatrimonialism',
    'v2x_neopat',
    'Neopatrimonial rule index',
    'To what extent rule is personal: clientelism, strong presidents and regime corruption together.',
    'more personal rule',
  ),
  card(
    'regime_corruption',
    'v2xnp_regcorr',
    'Regime corruption index',
    'To what extent politicians use office for private gain.',
    'more corruption',
  ),
  card(
    'political_corruption',
    'v2x_corr',
    'Political corruption index',
    'How pervasive corruption is, in the executive, legislature, judiciary and public sector.',
    'more corruption',
  ),
  card(
    'executive_corruption',
    'v2x_execorr',
    'Executive corruption index',
    'How often members of the executive take bribes or steal public funds.',
    'more corruption',
  ),
  card(
    'public_sector_corruption',
    'v2x_pubcorr',
    'Public sector corruption index',
    'How often public employees take bribes or steal public funds.',
    'more corruption',
    ['The carrier turned it round (1 less the index): turned back here.'],
  ),
  card(
    'military_executive',
    'v2x_ex_military',
    'Military dimension index',
    'To what extent the power of the chief executive rests on the military.',
    'more military power',
  ),
  card(
    'party_executive',
    'v2x_ex_party',
    'Ruling party dimension index',
    'To what extent the power of the chief executive rests on a ruling party.',
    'more power of a party',
  ),
  card(
    'hereditary_executive',
    'v2x_ex_hereditary',
    'Hereditary dimension index',
    'To what extent the power of the chief executive rests on heredity.',
    'more hereditary power',
  ),
  model(
    'freedom_from_torture',
    'v2cltort',
    'Freedom from torture',
    'How free people are of torture by the state or its agents.',
    'less torture',
  ),
  model(
    'freedom_from_killings',
    'v2clkill',
    'Freedom from political killings',
    'How free people are of killings by the state or its agents without due process.',
    'fewer killings',
  ),
];
