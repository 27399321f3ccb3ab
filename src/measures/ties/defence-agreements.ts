import { showYears, type Years } from '../../kernel/years.js';
import { tableOf } from '../../world/catalogue.js';
import type { Catalogue, Query } from '../../world/open.js';
import { type PairParameters, sidesOf, type Tie, tiedIn } from './tie.js';

const table = 'dcad_agreements';

/** The agreements of the one with others that were in force in each year, none counting as 0 within the record’s years. */
function asked(p: PairParameters, years: Years, { states }: Catalogue, all: boolean): Query {
  const { one, other } = sidesOf(p);
  const [ones, named] = [states.all(one), states.all(other)];
  const whom = all ? `NOT IN (${[...ones, ...named].join(', ')})` : `IN (${named.join(', ')})`;
  const partner = `CASE WHEN ccode1 IN (${ones.join(', ')}) THEN ccode2 ELSE ccode1 END`;
  const last = p.ends === 'known' ? 'CASE WHEN terminated = 1 THEN last_year ELSE 9999 END' : 'last_year';
  const partners = all ? 'SELECT DISTINCT ccode FROM own' : `SELECT ${named.at(-1)} AS ccode`;
  return {
    sql: `WITH own AS (SELECT ${all ? partner : named.at(-1)} AS ccode, left(signed, 4)::INTEGER AS from_year, ${last} AS last_year FROM ${table}
        WHERE (ccode1 IN (${ones.join(', ')}) OR ccode2 IN (${ones.join(', ')})) AND ${partner} ${whom}),
      years AS (SELECT unnest(range(${years.from}, ${years.to + 1}))::INTEGER AS year)
      SELECT p.ccode, ${all ? 0 : 1} AS named, y.year, count(own.ccode)::DOUBLE AS value, count(own.ccode)::INTEGER AS count
      FROM (${partners}) p CROSS JOIN years y LEFT JOIN own ON own.ccode = p.ccode AND y.year BETWEEN own.from_year AND own.last_year
      GROUP BY p.ccode, y.year ORDER BY p.ccode, y.year`,
    tables: [table],
  };
}

/**
 * Bilateral defence co-operation agreements between the two that are in force in a year: signed in it or before (from
 * 1980 on), and not ended. The source knows few ends and assumes six years from signature for a third of all agreements:
 * `estimated` takes its last year, `known` an end that is known alone. They organise exercises, procurement, research,
 * training or talks; none is a promise of defence. What the source does not know is not counted.
 */
export const defenceAgreementsTie: Tie = {
  says: 'Defence co-operation agreements between the two in force in the year, of those signed from 1980 on that the source knows.',
  needed: ['ends'],
  withOthers: false,
  unit: () => 'agreements',
  label: ({ pair }) => `number of defence agreements in force between ${pair.join(' and ')}`,
  formula: ({ ends }) =>
    ends === 'known'
      ? 'agreements signed in the year or before, without those (terminated is 1) whose last year is past'
      : 'agreements signed in the year or before whose last year is not past',
  cannot(_p, years, { manifest }) {
    const known = tableOf(manifest, table).years;
    const inside = known.from <= years.from && years.to <= known.to;
    return inside ? null : `defence agreements are known of ${showYears(known)} only`;
  },
  needs: (p, years, catalogue) => ({ pair: asked(p, years, catalogue, false) }),
  needsOfOthers: (p, years, catalogue) => ({ others: asked(p, years, catalogue, true) }),
  read: (_p, answers) => tiedIn(answers),
};
