import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fail } from '../kernel/errors.js';
import { parseYears } from '../kernel/years.js';
import { withMeasures } from '../measures/with-measures.js';
import { bibtex } from '../world/bibtex.js';
import type { ManifestSource } from '../world/cards.js';
import { type PanelRequest, panelOf, parseHeir, parseLevel, parseShift } from '../world/panel.js';
import type { Effects } from './effects.js';
import { checkLanguage, loadingCode, parseLanguage } from './loading-code/loading-code.js';
import { checkNamedStates } from './named-states.js';
import { openWithLocal } from './open-with-local.js';
import { citation, outTable, sourcesOf } from './out-table.js';
import { type Written, writePanel } from './write-panel.js';
import { checkPlace, formatOf, whole } from './write-table.js';

interface PanelOptions {
  readonly variables?: readonly string[];
  readonly out: string;
  readonly states?: readonly string[];
  readonly years?: string;
  readonly undirected?: boolean;
  readonly relevant?: boolean;
  readonly reasons?: boolean;
  readonly lag?: readonly string[];
  readonly lead?: readonly string[];
  readonly heirs?: readonly string[];
  readonly peaceYears?: readonly string[];
  readonly spells?: readonly string[];
  readonly code?: string;
  readonly cite?: string;
  readonly world?: string;
}

/** `entente panel`: a clean, cited panel as CSV, Parquet or Stata file, and the code that loads it. */
export async function panel(levelName: string, options: PanelOptions, effects: Effects): Promise<void> {
  const request = requestOf(levelName, options);
  const language = options.code === undefined ? undefined : parseLanguage(options.code);
  checkPlaces(options);
  formatOf(options.out);
  if (language) checkLanguage(language, options.out);
  const bare = await openWithLocal(options, availableParallelism());
  try {
    const world = await withMeasures(bare, namesIn(request));
    const { from, to } = world.manifest.system;
    checkNamedStates(options.states, request.level, request.years ?? { from, to }, world.states, effects);
    const made = panelOf(request, world.manifest, world.states);
    const table = outTable(made, request.level, world.manifest);
    const sources = sourcesOf(made, world.manifest);
    const write = (): Promise<Written> => writePanel(table, options.out, world);
    const { rows, renamed } = await (options.cite === undefined
      ? write()
      : withCitations(sources, options.cite, write));
    effects.say(`${rows} rows in ${options.out}\n`);
    for (const [was, is] of renamed) effects.say(`Stata does not take the name ${was}: it is ${is} there\n`);
    if (options.cite === undefined) for (const s of sources) effects.say(`cite: ${s.citation}\n`);
    for (const s of sources.filter((x) => x.terms === 'local'))
      effects.say(`local: ${s.title} is from your own copy and may not be passed on\n`);
    if (language) effects.out(await loadingCode(language, table, options.out, world));
  } finally {
    bare.close();
  }
}

function requestOf(levelName: string, options: PanelOptions): PanelRequest {
  return {
    level: parseLevel(levelName),
    variables: options.variables ?? [],
    ...(options.states && { states: options.states }),
    ...(options.years !== undefined && { years: parseYears(options.years) }),
    undirected: options.undirected === true,
    relevant: options.relevant === true,
    reasons: options.reasons === true,
    lags: (options.lag ?? []).map(parseShift),
    leads: (options.lead ?? []).map(parseShift),
    heirs: (options.heirs ?? []).map(parseHeir),
    peaceYears: options.peaceYears ?? [],
    spells: options.spells ?? [],
  };
}

const namesIn = (r: PanelRequest): string[] => [
  ...r.variables,
  ...[...(r.lags ?? []), ...(r.leads ?? [])].map((s) => s.variable),
];

/** Checks that the panel and its citations can stand where they should, and not in one file. Throws `cli/cannot-write`. */
function checkPlaces({ out, cite }: PanelOptions): void {
  checkPlace(out);
  if (cite === undefined) return;
  checkPlace(cite);
  if (resolve(cite) === resolve(out))
    fail('cli/cannot-write', `the panel and its citations in one file: ${out}`, {
      hint: 'name another file for the citations, such as panel.bib',
    });
}

/** Citations as text, or as BibTeX where the file is named `.bib`, and the panel: both files appear or neither. */
const withCitations = (
  sources: readonly ManifestSource[],
  file: string,
  write: () => Promise<Written>,
): Promise<Written> =>
  whole(file, async (draft) => {
    const lines = /\.bib$/i.test(file) ? sources.map((s) => `${bibtex(s)}\n`) : sources.map(citation);
    writeFileSync(draft, `${lines.join('\n')}\n`);
    return write();
  });
