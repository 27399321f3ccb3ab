import { writeFileSync } from 'node:fs';
import { fail } from '../../kernel/errors.js';
import { countYears, type Years } from '../../kernel/years.js';
import type { ManifestVariable } from '../../world/cards.js';
import { sourceOf, tableOf } from '../../world/catalogue.js';
import type { World } from '../../world/open.js';
import { checkPlace, whole } from '../write-table.js';
import { coverageGrid, sourceYears } from './coverage.js';

/** Whether a file name asks for a picture. Throws `cli/unknown-format` for one of a kind that is not drawn. */
export function asksForPicture(file: string): boolean {
  const other = /\.(png|jpe?g|gif|webp|tiff?|pdf|eps)$/i.test(file);
  if (other)
    fail('cli/unknown-format', `cannot draw this kind of picture: ${file}`, {
      hint: 'end the name in .svg for the coverage as a picture, or in .csv, .parquet or .dta for the values',
    });
  return /\.svg$/i.test(file);
}

/** Draws the coverage by year and state to an .svg file, which appears whole or not at all. Throws `cli/cannot-write`. */
export async function writeCoverage(
  variable: ManifestVariable,
  { years, states }: { readonly years?: Years | undefined; readonly states?: readonly number[] | undefined },
  file: string,
  world: World,
): Promise<void> {
  checkPlace(file);
  const [{ drawCoverageGrid }, { coverageFigure }] = await Promise.all([
    import('../../figures/draw-coverage-grid.js'),
    import('./coverage-figure.js'),
  ]);
  const grid = await coverageGrid(variable, world, {
    years: years ?? drawnYears(variable, world),
    ...(states && { states }),
  });
  const table = tableOf(world.manifest, variable.table);
  const source = sourceOf(world.manifest, variable.source);
  const words = { grid, variable, table, source, chosen: states !== undefined };
  const figure = coverageFigure(words, world.manifest);
  await whole(file, async (draft) => writeFileSync(draft, drawCoverageGrid(figure)));
}

/** Years drawn beyond those of a source that speaks of a small part of the record. */
const margin = 5;

/**
 * The whole record, so that pictures of different variables can be laid side by side; but of a source with less than
 * a third of its years those alone, with a margin.
 */
function drawnYears(variable: ManifestVariable, world: World): Years {
  const record = { from: world.manifest.system.from, to: world.manifest.system.to };
  const own = sourceYears(variable, world);
  if (countYears(own) * 3 >= countYears(record)) return record;
  return { from: Math.max(record.from, own.from - margin), to: Math.min(record.to, own.to + margin) };
}
