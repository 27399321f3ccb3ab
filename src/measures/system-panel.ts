import { EntenteError, fail } from '../kernel/errors.js';
import type { Losses } from '../kernel/missing.js';
import { didYouMean } from '../kernel/nearest.js';
import { overlap, type Years } from '../kernel/years.js';
import type { ManifestVariable } from '../world/cards.js';
import { tableOf } from '../world/catalogue.js';
import type { Catalogue, Needs, World } from '../world/open.js';
import { identifier } from '../world/sql.js';
import { measures } from './index.js';
import type { Measure } from './measure.js';

/** A system-year variable that a measure makes: its card in the catalogue. */
export interface MeasuredVariable
  extends Pick<ManifestVariable, 'name' | 'title' | 'definition' | 'unit' | 'years'> {
  readonly level: 'system-year';
  readonly measure: string;
  readonly cites: readonly string[];
  /** The recorded variables, tables and sources that it rests on. */
  readonly restsOn: {
    readonly variables: readonly string[];
    readonly tables: readonly string[];
    readonly sources: readonly string[];
  };
}

interface Setting {
  readonly measure: Measure;
  readonly variable: Measure['variables'][number];
}

const settings: readonly Setting[] = Object.values(measures).flatMap((measure) =>
  measure.variables.map((variable) => ({ measure, variable })),
);

/** Cards of all measured variables whose recorded tables the world holds, in the order of the measures. */
export function measuredVariables(catalogue: Catalogue): readonly MeasuredVariable[] {
  return settings.flatMap((setting) => {
    const needs = needsOf(setting, catalogue);
    return needs ? [cardOf(setting, needs, catalogue)] : [];
  });
}

/** What a measured variable asks of the world; undefined where the world lacks one of its tables or variables. */
function needsOf({ measure, variable }: Setting, catalogue: Catalogue): Needs | undefined {
  try {
    const needs = measure.needs(variable.parameters, variable.years, catalogue);
    for (const table of tablesOf(needs)) tableOf(catalogue.manifest, table);
    return needs;
  } catch (error) {
    const lacking = ['world/unknown-variable', 'world/unknown-table'];
    if (error instanceof EntenteError && lacking.includes(error.code)) return undefined;
    throw error;
  }
}

const tablesOf = (needs: Needs): string[] => [...new Set(Object.values(needs).flatMap((q) => q.tables))];

function cardOf({ measure, variable }: Setting, needs: Needs, { manifest }: Catalogue): MeasuredVariable {
  const tables = tablesOf(needs);
  return {
    name: variable.name,
    title: variable.title,
    definition: `The ${measure.label(variable.parameters)}. ${measure.says}`,
    unit: measure.unit(variable.parameters),
    level: 'system-year',
    years: variable.years,
    measure: measure.name,
    cites: measure.cites,
    restsOn: {
      variables: manifest.variables
        .filter((v) => tables.includes(v.table) && namesColumn(needs, v.name))
        .map((v) => v.name),
      tables,
      sources: [...new Set(tables.map((name) => tableOf(manifest, name).source))],
    },
  };
}

/** Whether a query names a column, quoted or plain. */
function namesColumn(needs: Needs, name: string): boolean {
  const plain = new RegExp(`(?<![\\w"])${name}(?![\\w"])`);
  return Object.values(needs).some(({ sql }) => sql.includes(identifier(name)) || plain.test(sql));
}

export interface MeasuredValue {
  readonly year: number;
  readonly value: number;
  /** States (or votes) behind the value. */
  readonly count: number;
}

/**
 * The values of a measured variable, in its own years or in a part of them. Years without a value have no row; `lost`
 * says why. Throws `world/unknown-variable` with the nearest measured one.
 */
export async function measureVariable(
  world: World,
  name: string,
  years?: Years,
): Promise<{
  readonly variable: MeasuredVariable;
  readonly values: readonly MeasuredValue[];
  readonly lost: Losses;
}> {
  const known = measuredVariables(world);
  const variable =
    known.find((v) => v.name === name) ??
    fail('world/unknown-variable', `unknown measured variable: ${name}`, {
      hint: didYouMean(
        name,
        known.map((v) => v.name),
      ),
    });
  const { measure, variable: setting } = settings.find((s) => s.variable.name === name)!;
  if (years && overlap(years, setting.years) === 0) return { variable, values: [], lost: {} };
  const span = {
    from: Math.max(setting.years.from, years?.from ?? setting.years.from),
    to: Math.min(setting.years.to, years?.to ?? setting.years.to),
  };
  const answers = await world.answer(measure.needs(setting.parameters, span, world));
  const series = measure.compute(setting.parameters, span, answers);
  const values = series.years.map((year, i) => ({
    year,
    value: series.values[i]!,
    count: series.counts[i]!,
  }));
  return { variable, values, lost: series.lost };
}
