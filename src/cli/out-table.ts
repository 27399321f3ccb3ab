import type { Manifest, ManifestSource } from '../world/cards.js';
import { sourceOf } from '../world/catalogue.js';
import type { Query } from '../world/open.js';
import type { Panel, PanelLevel } from '../world/panel.js';

/** A column as a file describes it. */
export interface OutColumn {
  readonly name: string;
  readonly title: string;
  readonly unit?: string | undefined;
  /** What its codes mean. */
  readonly values?: Readonly<Record<number, string>> | undefined;
  readonly source?: string | undefined;
}

/** A table to be written: the rows, and what a reader of the file should know of them. */
export interface OutTable {
  readonly query: Query;
  readonly columns: readonly OutColumn[];
  /** Columns by which rows are sorted. */
  readonly key: readonly string[];
  readonly label: string;
  readonly notes: readonly string[];
}

/** A panel as a table to be written, with the citations of its sources. */
export function outTable(panel: Panel, level: PanelLevel, manifest: Manifest): OutTable {
  return {
    query: panel.query,
    key: panel.key,
    columns: panel.columns.map(({ name, title, unit, values, variable }) => ({
      name,
      title,
      unit,
      values,
      source:
        variable &&
        `${sourceOf(manifest, variable.source).title}, ${sourceOf(manifest, variable.source).version}`,
    })),
    label: `${level} panel, Entente, world ${manifest.world.slice(0, 12)}`,
    notes: [...sourcesOf(panel, manifest).map(citation), `Entente, world ${manifest.world.slice(0, 12)}.`],
  };
}

/** The sources that a panel rests on, the state system that makes its rows last. */
export function sourcesOf(panel: Panel, manifest: Manifest): ManifestSource[] {
  const names = [...new Set([...panel.variables.map((v) => v.source), 'states'])];
  return names.map((name) => sourceOf(manifest, name));
}

export const citation = (s: ManifestSource): string =>
  `${s.citation} [${s.title}, ${s.version}; terms: ${s.terms}]`;
