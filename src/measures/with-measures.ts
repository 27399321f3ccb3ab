import type { Manifest, ManifestSource, ManifestTable, ManifestVariable } from '../world/cards.js';
import type { Catalogue, World } from '../world/open.js';
import { identifier } from '../world/sql.js';
import { dyadCards, makeDyadTables } from './dyads/dyad-panel.js';
import { measuredSourceCard, measuredTable, measuredTableCard } from './measured-cards.js';
import { type MeasuredVariable, measuredVariables, measureVariable } from './system-panel.js';

/** The manifest with the cards of all measured variables beside the recorded ones: the whole catalogue. */
export function fullManifest(catalogue: Catalogue): Manifest {
  const measured = measuredVariables(catalogue);
  const { manifest } = catalogue;
  const dyads = dyadCards(catalogue);
  return {
    ...manifest,
    tables: [...manifest.tables, ...measured.map((v) => tableCard(v)), ...dyads.tables],
    variables: [...manifest.variables, ...measured.map((v) => variableCard(v)), ...dyads.variables],
    sources: [...manifest.sources, ...measured.map((v) => sourceCard(v, manifest)), ...dyads.sources],
  };
}

/** The world with the measured variables among `names` computed and ready to be joined like recorded ones. */
export async function withMeasures(world: World, names: readonly string[]): Promise<World> {
  const manifest = fullManifest(world);
  const wanted = measuredVariables(world).filter((v) => names.includes(v.name));
  for (const { name } of wanted) {
    const { values } = await measureVariable(world, name);
    const rows = values.map((v) => `(${v.year}, ${Number.isFinite(v.value) ? v.value : 'NULL'})`).join(', ');
    await world.run(
      `CREATE OR REPLACE TEMP TABLE ${identifier(measuredTable(name))} AS SELECT col0::INTEGER AS year, col1::DOUBLE AS ${identifier(name)} FROM (VALUES ${rows})`,
    );
  }
  await makeDyadTables(world, names);
  return { ...world, manifest };
}

const variableCard = (v: MeasuredVariable): ManifestVariable => ({
  name: v.name,
  title: v.title,
  definition: v.definition,
  unit: v.unit,
  level: v.level,
  years: v.years,
  table: measuredTable(v.name),
  source: measuredTable(v.name),
  coverage: { rows: v.years.to - v.years.from + 1, states: 0, ...v.years, byYear: [] },
});

/** A measured variable is ours. */
const tableCard = (v: MeasuredVariable): ManifestTable =>
  measuredTableCard(v.name, {
    level: v.level,
    key: ['year'],
    says: v.title,
    licence: 'own',
    years: v.years,
  });

const sourceCard = (v: MeasuredVariable, manifest: Manifest): ManifestSource =>
  measuredSourceCard(v.name, { cites: v.cites, sources: v.restsOn.sources, terms: 'own' }, manifest);
