import type { Manifest, ManifestSource, ManifestTable, ManifestVariable, Terms } from '../../world/cards.js';
import { tableOf } from '../../world/catalogue.js';
import type { Catalogue, World } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import { measuredSourceCard, measuredTable, measuredTableCard } from '../measured-cards.js';
import type { DyadMeasure } from './dyad-measure.js';
import { dyadMeasures } from './index.js';

/** The measures of pairs whose tables the world holds. */
const servedBy = ({ manifest }: Catalogue): readonly DyadMeasure[] =>
  dyadMeasures.filter(({ tables }) =>
    tables.every((name) => manifest.tables.some((table) => table.name === name)),
  );

/** Cards of the measured variables of pairs, their tables and sources, as they stand in the catalogue. */
export function dyadCards(catalogue: Catalogue): Pick<Manifest, 'tables' | 'variables' | 'sources'> {
  const served = servedBy(catalogue);
  return {
    tables: served.map((m) => tableCard(m, catalogue.manifest)),
    variables: served.flatMap((m) => m.variables.map((v) => variableCard(m, v))),
    sources: served.map((m) => sourceCard(m, catalogue.manifest)),
  };
}

/** Makes the tables of those measures of pairs of which a variable is among `names`, both directions of each pair. */
export async function makeDyadTables(world: World, names: readonly string[]): Promise<void> {
  for (const measure of servedBy(world)) {
    if (!measure.variables.some((v) => names.includes(v.name))) continue;
    const { ccode1, ccode2, year, values } = await measure.compute(world);
    const columns = Object.keys(values).map(identifier);
    const once = identifier(`${tableName(measure)}_once`);
    await world.run(
      `CREATE OR REPLACE TEMP TABLE ${once} (ccode1 INTEGER, ccode2 INTEGER, year INTEGER, ${columns.map((c) => `${c} DOUBLE`).join(', ')})`,
    );
    await world.append(`${tableName(measure)}_once`, [ccode1, ccode2, year, ...Object.values(values)]);
    const known = columns.map((c) => `CASE WHEN isnan(${c}) THEN NULL ELSE ${c} END AS ${c}`).join(', ');
    await world.run(`CREATE OR REPLACE TEMP VIEW ${identifier(tableName(measure))} AS
      SELECT ccode1, ccode2, year, ${known} FROM ${once} UNION ALL SELECT ccode2, ccode1, year, ${known} FROM ${once}`);
  }
}

const tableName = ({ name }: DyadMeasure): string => measuredTable(name);

const variableCard = (m: DyadMeasure, v: DyadMeasure['variables'][number]): ManifestVariable => ({
  ...v,
  level: 'dyad-year',
  years: m.years,
  table: tableName(m),
  source: tableName(m),
  coverage: { rows: 0, states: 0, ...m.years, byYear: [] },
});

const tableCard = (m: DyadMeasure, manifest: Manifest): ManifestTable =>
  measuredTableCard(m.name, {
    level: 'dyad-year',
    key: ['ccode1', 'ccode2', 'year'],
    says: m.title,
    licence: termsOf(m, manifest),
    years: m.years,
  });

/** From those that ask least to those that ask most. */
const rising: readonly Terms[] = ['attribution', 'cite', 'attribution, non-commercial', 'local'];

/** What is worked out of figures may be passed on as they may. */
const termsOf = ({ tables }: DyadMeasure, manifest: Manifest): Terms =>
  rising[Math.max(...tables.map((name) => rising.indexOf(tableOf(manifest, name).licence)))] ?? 'own';

function sourceCard(m: DyadMeasure, manifest: Manifest): ManifestSource {
  const sources = [...new Set(m.tables.map((name) => tableOf(manifest, name).source))];
  return measuredSourceCard(m.name, { cites: m.cites, sources, terms: termsOf(m, manifest) }, manifest);
}
