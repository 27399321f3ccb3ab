import { card, type Index } from './index-card.js';

/** Liberties and the bodies that hold a government to account. */
export const liberties: readonly Index[] = [
  card(
    'physical_integrity',
    'v2x_clphy',
    'Physical violence index',
    'To what extent people are free of political killings and torture by the government.',
    'more freedom from violence',
  ),
  card(
    'political_liberties',
    'v2x_clpol',
    'Political civil liberties index',
    'To what extent people are free to express themselves and to associate.',
    'more political liberty',
  ),
  card(
    'private_liberties',
    'v2x_clpriv',
    'Private civil liberties index',
    'To what extent people are free to move, to believe, to own, and free of forced labour.',
    'more private liberty',
  ),
  card(
    'equality_before_law',
    'v2xcl_rol',
    'Equality before the law and individual liberty index',
    'To what extent laws are transparent and enforced equally, public administration impartial, and people free in person.',
    'more equality before the law',
  ),
  card(
    'free_expression_broad',
    'v2x_freexp',
    'Freedom of expression index',
    'To what extent government respects freedom of press and media, of discussion, and of academic and cultural expression.',
    'more freedom of expression',
  ),
  card(
    'civil_society',
    'v2xcs_ccsi',
    'Core civil society index',
    'How robust civil society is: free of the state, with people freely active in it.',
    'a more robust civil society',
  ),
  card(
    'liberal_component',
    'v2x_liberal',
    'Liberal component index',
    'To what extent civil liberties, the rule of law and checks on the executive protect individuals and minorities.',
    'more protection',
  ),
  card(
    'judicial_constraints',
    'v2x_jucon',
    'Judicial constraints on the executive index',
    'To what extent the executive respects the constitution and complies with courts that act independently.',
    'more constraint',
  ),
  card(
    'legislative_constraints',
    'v2xlg_legcon',
    'Legislative constraints on the executive index',
    'To what extent the legislature and other bodies question, investigate and oversee the executive. Missing where there was no legislature.',
    'more constraint',
    ['The carrier writes 0 where there was no legislature (678 rows): read as missing.'],
  ),
  card(
    'vertical_accountability',
    'v2x_veracc_osp',
    'Vertical accountability index',
    'To what extent people can hold the government to account, through elections and parties.',
    'more accountability',
  ),
  card(
    'horizontal_accountability',
    'v2x_horacc_osp',
    'Horizontal accountability index',
    'To what extent legislature, courts and oversight bodies can hold the government to account.',
    'more accountability',
  ),
];
