import type { TableCard } from '../../cards.js';

const years = { from: 1980, to: 2010 };
const universe =
  'Kinne (2020) holds the agreements to be, to the best of the coders’ knowledge, all that were signed in 1980–2010 between all independent states.';

const agreements: TableCard = {
  name: 'dcad_agreements',
  level: 'episode',
  key: ['dca_id'],
  says: 'Bilateral defence co-operation agreements signed in 1980–2010. `ccode1` is the lower number; `signed` and `in_force_from` are days (YYYY-MM-DD, or shorter where the source has no day), `in_force_from` missing where entry into force is unknown; `scope` is general (a framework) or sector; `category1` to `category3` say on what, the first the most: DCA (general co-operation), DIC (defence industry), TREX (training and exercises), PROCUREMENT, RESEARCH, COMMISSION (a standing body); `last_year` is the last year in force by the source’s estimate, 2010 where it was in force when the data end; `terminated` is 1 where it is known to have ended, 0 where it is known not to have, missing where nobody knows; `found_in` is treaty (a collection of treaties) or news.',
  years,
  variables: [],
};

const dyadYears: TableCard = {
  name: 'dcad_dyad_years',
  level: 'dyad-year',
  key: ['ccode1', 'ccode2', 'year'],
  says: 'Defence co-operation agreements of the pair, both directions.',
  years,
  variables: [
    {
      name: 'dca_signed',
      title: 'Defence co-operation agreements signed',
      definition:
        'Bilateral defence co-operation agreements that the two signed in the year. They organise exercises, procurement, research, training or talks; none is a promise to defend.',
      unit: 'agreements',
      scale: { low: 0, higher: 'more agreements signed' },
      symmetric: true,
      absentIsZero: universe,
    },
    {
      name: 'dca_in_force',
      title: 'Defence co-operation agreement in force',
      definition:
        '1 if the two have an agreement that they signed in 1980 or later and that has not ended by the source’s estimate, from the year of signature. Agreements signed before 1980 are unknown, so early years read too low. The end is known for few agreements and assumed six years after signature for a third of them, so a gap (Russia and China 2007–2009) may be none.',
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'an agreement signed since 1980 is in force' },
      symmetric: true,
      absentIsZero: universe,
    },
    {
      name: 'dca_general_in_force',
      title: 'General defence co-operation agreement in force',
      definition:
        'As `dca_in_force`, for framework agreements alone; agreements on one sector (procurement, training, research, a commission) do not count.',
      unit: '0/1',
      scale: { low: 0, high: 1, higher: 'a framework signed since 1980 is in force' },
      symmetric: true,
      absentIsZero: universe,
    },
  ],
};

export const dcadTables: readonly TableCard[] = [agreements, dyadYears];
