import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';
import { pewTables } from './tables.js';

const file = 'opinion/pew-favourability-country-year.csv';
const answers = ['fav_pct', 'unfav_pct', 'dkref_pct'];

/**
 * How publics regard other states, the United Nations and the European Union: weighted shares of the answers to the
 * Pew Research Center’s yearly question “very favourable, somewhat favourable, somewhat unfavourable or very
 * unfavourable opinion of …”, 2002–2023. A pair is directed: opinion held in state 1 of state 2.
 */
export const pew: Source = {
  folder: 'pew',
  card: {
    name: 'pew',
    title: 'Pew Global Attitudes: favourability',
    version: 'waves of 2002–2023, aggregated from a harmonised extract',
    citation:
      'Pew Research Center. Global Attitudes Survey, 2002–2023: favourable opinion of countries and organisations, weighted shares by country and wave. The Center bears no responsibility for the analyses or interpretations of the data presented here.',
    terms: 'cite',
    files: [file],
    defects: [
      'Opinion of China in the wave of 2013 is mis-assigned upstream (39 % of Chinese favourable to China, 84 % of Americans): left out, 39 rows.',
      'Nobody was asked in China after 2016, in Russia after 2019, in the United States (in this extract) after 2020; opinion of Russia, Iran, Japan, Germany, France, Brazil, India and Taiwan was asked in some years only.',
      'The states asked differ from wave to wave: compare a fixed set of states. Samples of 500 to 4,000; some lean to cities (China, India, Pakistan and others in early waves), and telephone gave way to the web in some states.',
      'The extract has no design effects: a simple standard error from the number asked is too small.',
      'The Palestinian territories stand under two codes, PSE and PLS: left out, as no member of the state system.',
    ],
  },
  tables: pewTables,
  async read(reading) {
    const numbers = ['year', 'n', ...answers];
    await reading.csv(file, 'raw', { columns: ['iso3', 'target', 'flag', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['iso3', 'year', 'target'], file });
    await reading.check(
      '2,656 rows of 2002–2023; the three shares sum to 100 in each',
      `SELECT count(*) FILTER (abs(as_number(fav_pct) + as_number(unfav_pct) + as_number(dkref_pct) - 100) < 0.2) || ', ' || min(year) || '-' || max(year) FROM raw`,
      '2656, 2002-2023',
    );
    await reading.check(
      'opinion of China in 2013, and nothing else, is flagged as mis-assigned',
      `SELECT string_agg(DISTINCT target || year || ' ' || flag[:10], ';') || ' ' || count(*) FROM raw WHERE flag IS NOT NULL`,
      'CHN2013 DO_NOT_USE 39',
    );
    await reading.check(
      'in 2013 China’s opinion of itself is 39.2 and America’s of China 84.4',
      `SELECT string_agg(iso3 || fav_pct, ' ' ORDER BY iso3) FROM raw WHERE target = 'CHN' AND year = '2013' AND iso3 IN ('CHN', 'USA')`,
      'CHN39.2 USA84.4',
    );
    await reading.check(
      'the last waves in China and in Russia',
      `SELECT string_agg(iso3 || last, ' ' ORDER BY iso3) FROM (SELECT iso3, max(year) AS last FROM raw WHERE iso3 IN ('CHN', 'RUS') GROUP BY iso3)`,
      'CHN2016 RUS2019',
    );
    const lose = async (reason: string, which: string, from: string): Promise<void> => {
      const [row] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM ${from} WHERE ${which}`);
      reading.lose(reason, Number(row!['n']));
    };
    await lose('opinion of China in 2013, mis-assigned upstream', 'flag IS NOT NULL', 'raw');
    await reading.run(`CREATE TABLE sound AS SELECT * FROM raw WHERE flag IS NULL`);
    await reading.run(`CREATE TABLE of_bodies AS SELECT * FROM sound WHERE target IN ('UN', 'EU');
      CREATE TABLE of_states AS SELECT * FROM sound WHERE target NOT IN ('UN', 'EU')`);
    for (const from of ['of_bodies', 'of_states']) {
      await reading.resolve({ from, into: `${from}_held`, key: 'iso3', year: 'year', as: 'ccode1', file });
    }
    await reading.resolve({
      from: 'of_states_held',
      into: 'pairs',
      key: 'target',
      year: 'year',
      as: 'ccode2',
      file,
    });
    await lose('opinion of one’s own state: no pair', 'ccode1 = ccode2', 'pairs');
    await reading.inSystem({ from: 'pairs', into: 'held', year: 'year', state: 'ccode1' });
    await reading.inSystem({ from: 'held', into: 'members', year: 'year', state: 'ccode2' });
    const share = (column: string, name: string): string => `as_number(${column}) AS ${name}`;
    await reading.write(
      'pew',
      `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, as_integer(year)::SMALLINT AS year,
       ${share('fav_pct', 'pew_favourable')}, ${share('unfav_pct', 'pew_unfavourable')}, ${share('dkref_pct', 'pew_no_answer')}, as_integer(n)::SMALLINT AS pew_respondents
       FROM members WHERE ccode1 <> ccode2`,
    );
    await reading.inSystem({ from: 'of_bodies_held', into: 'bodies', year: 'year', state: 'ccode1' });
    const of = (body: string, column: string): string =>
      `max(as_number(${column})) FILTER (target = '${body}')`;
    await reading.write(
      'pew_bodies',
      `SELECT ccode1::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, ${of('UN', 'fav_pct')} AS pew_un_favourable, ${of('UN', 'unfav_pct')} AS pew_un_unfavourable,
       ${of('EU', 'fav_pct')} AS pew_eu_favourable, ${of('EU', 'unfav_pct')} AS pew_eu_unfavourable FROM bodies GROUP BY ccode1, year`,
    );
  },
};
