import { type Cell, cells } from './cells.js';
import type { Coverage } from './coverage.js';
import type { CellResult } from './judge-worlds.js';
import { many } from './layout.js';
import { changedVerdicts, intro, notSimulated, redo, worldsOf } from './page-words.js';
import type { CurvePicture } from './pictures.js';
import type { Results } from './results.js';
import type { SimulationResult } from './run-simulation.js';
import type { StandardError, Version } from './sized-estimates.js';

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
const counted = (n: number): string => n.toLocaleString('en');

const ratios: Readonly<Record<number, string>> = {
  0.125: 'm/8',
  0.25: 'm/4',
  0.5: 'm/2',
  1: 'm',
  3: '3 m',
  10: '10 m',
};

const row = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** Limits of all cells of all simulations: how many there are, and how many are kept. */
function kept(results: Results, version: Version, se: StandardError): { kept: number; of: number } {
  const all = results.simulations.flatMap((s) =>
    s.cells[version].filter((c) => c.of === se).flatMap((c) => c.limits),
  );
  return { kept: all.filter((l) => l.kept).length, of: all.length };
}

/** Least or most of the worlds, over all designs and correlations, in which a kind of cell gets its answer; in per cent. */
function extreme(results: Results, name: Cell['name'], which: 'least' | 'most', limit = 0): string {
  const all = results.simulations.flatMap((s) =>
    s.cells.now
      .filter((c) => c.of === 'reported' && c.name === name)
      .map((c) => c.limits[limit]!.worlds / s.worlds),
  );
  return percent(which === 'least' ? Math.min(...all) : Math.max(...all));
}

function limitInWords({ atLeast, atMost, upperAtMost }: (typeof cells)[number]['limits'][number]): string {
  if (atLeast !== undefined) return `≥ ${percent(atLeast, 0)}`;
  const upper = upperAtMost === undefined ? '' : `, limit ≤ ${percent(upperAtMost)}`;
  return atMost === 0 ? 'never' : `≤ ${percent(atMost!, 0)}${upper}`;
}

const named: Readonly<Record<Cell['name'], string>> = {
  true: 'True',
  false: 'False',
  undecidable: 'Undecidable',
  split: 'Split',
  none: 'No effect',
  'just matters': 'Just matters',
};

/** One limit of one cell in one run: now, and before where that differs. */
function shown(run: SimulationResult, cell: CellResult, limit: number): string {
  const of = (version: 'now' | 'before'): string => {
    const found = run.cells[version].find(
      (c) => c.name === cell.name && c.ratio === cell.ratio && c.of === cell.of,
    )!.limits[limit]!;
    return `${((100 * found.worlds) / run.worlds).toFixed(1)}${found.kept ? '' : ' ✗'}`;
  };
  const [now, before] = [of('now'), of('before')];
  return now === before ? now : `**${now}** (${before})`;
}

function cellTable(runs: readonly SimulationResult[], se: StandardError): string {
  const first = runs[0]!;
  const head = [
    'cell',
    'SE',
    'answer',
    'must be',
    ...runs.map(({ correlation }) => (correlation === 'real' ? 'as in real claims' : `at ${correlation}`)),
  ];
  const rows = first.cells.now
    .filter(({ of }) => of === se)
    .flatMap((cell) => {
      const { limits } = cells.find((c) => c.name === cell.name && c.ratio === cell.ratio)!;
      return limits.map((limit, i) => [
        named[cell.name],
        ratios[cell.ratio]!,
        limit.what,
        limitInWords(limit),
        ...runs.map((run) => shown(run, cell, i)),
      ]);
    });
  return table(head, rows);
}

function qualityTable(runs: readonly SimulationResult[]): string {
  const both = (now: string, before: string): string => (now === before ? now : `**${now}** (${before})`);
  return table(
    [
      'correlation',
      'of estimates',
      'intervals that hold the truth',
      'SE / SD',
      'joint test p ≤ 0.05 without an effect',
    ],
    runs.map(({ correlation, quality: { now, before }, joint }) => [
      correlation === 'real' ? 'as in real claims' : `set to ${correlation}`,
      now.correlation.toFixed(2),
      both(percent(now.coverage), percent(before.coverage)),
      both(now.errorOverSpread.toFixed(2), before.errorOverSpread.toFixed(2)),
      `${percent(joint.rejected / joint.of)} of ${joint.of}`,
    ]),
  );
}

function keptIn(runs: readonly SimulationResult[]): string {
  const all = runs.flatMap((run) => run.cells.now.filter((c) => c.of === 'true').flatMap((c) => c.limits));
  return `${all.filter((l) => l.kept).length} of ${all.length} limits are kept`;
}

function section(name: string, results: Results, pictures: readonly CurvePicture[]): string {
  const runs = results.simulations.filter(({ simulation }) => simulation === name);
  const own = pictures.filter(({ simulation }) => simulation === name);
  return [
    `## ${name[0]!.toUpperCase()}${name.slice(1)}`,
    worldsOf[name]!,
    ...own.map(({ alt, file }) => `![${alt}](calibration/${file})`),
    'Per cent of worlds; where the intervals as they were first written gave another number, that stands in brackets. ✗: a limit is not kept.',
    cellTable(runs, 'reported'),
    'How good the intervals are, where there is no effect:',
    qualityTable(runs),
    `<details><summary>The same cells in true standard errors: ${keptIn(runs)}</summary>`,
    cellTable(runs, 'true'),
    '</details>',
  ].join('\n\n');
}

function coverageTable(coverage: readonly Coverage[], of: Coverage['of']): string {
  const own = coverage.filter((c) => c.of === of);
  const years = [...new Set(own.map((c) => c.years))];
  const rhos = [...new Set(own.map((c) => c.rho))];
  return table(
    [of === 'trend' ? 'years' : 'years in each span', ...rhos.map((rho) => `ρ = ${rho}`)],
    years.map((n) => [
      String(n),
      ...rhos.map((rho) => {
        const { now, before, errorOverSpread } = own.find((c) => c.years === n && c.rho === rho)!;
        return `**${percent(now, 0)}**, ${errorOverSpread.now.toFixed(1)} (${percent(before, 0)}, ${errorOverSpread.before.toFixed(1)})`;
      }),
    ]),
  );
}

/** The limits in standard errors as reported that are missed, each in words. */
export const missedLimits = (results: Results): string[] =>
  results.simulations.flatMap((s) =>
    s.cells.now
      .filter((c) => c.of === 'reported')
      .flatMap((c) =>
        c.limits
          .filter((l) => !l.kept)
          .map(
            (l) =>
              `${s.simulation} at a correlation of ${s.correlation}, ${named[c.name]}, SE ${ratios[c.ratio]}: ${l.what} in ${percent(l.worlds / s.worlds)}`,
          ),
      ),
  );

/** How often the joint test rejects a true null: the least and the most of all runs. */
function rejections(results: Results): string {
  const all = results.simulations.map(({ joint }) => joint.rejected / joint.of);
  return `${percent(Math.min(...all))} to ${percent(Math.max(...all))}`;
}

/** Which kinds of cells miss a limit in true standard errors. */
function truth(results: Results): string {
  const missed = results.simulations.flatMap((s) =>
    s.cells.now.filter((c) => c.of === 'true' && c.limits.some((l) => !l.kept)).map((c) => named[c.name]),
  );
  const kinds = [...new Set(missed)];
  return kinds.every((kind) => kind === 'True' || kind === 'False' || kind === 'Split')
    ? `The limits missed are those of ${kinds.join(', ')}: an answer is missing there, not wrong.`
    : `The limits missed are those of ${kinds.join(', ')}.`;
}

/** What the numbers come to, in a few sentences. */
function summary(results: Results): string {
  const [now, before] = [kept(results, 'now', 'reported'), kept(results, 'before', 'reported')];
  const [truly, trulyBefore] = [kept(results, 'now', 'true'), kept(results, 'before', 'true')];
  const head =
    now.kept === now.of
      ? `All ${now.of} limits are kept. With the intervals as they were first written ${before.of - before.kept} were not.`
      : `${now.kept} of ${now.of} limits are kept; with the intervals as they were first written ${before.kept} were. Missed: ${missedLimits(results).join('; ')}.`;
  return `**${head}** Over all designs and correlations:

- What is plainly so is called *supported* or *leans for* in at least ${extreme(results, 'true', 'least')} of the worlds.
- What is plainly not so is called *contradicted* or *leans against* in at least ${extreme(results, 'false', 'least')}.
- What cannot be decided is called *undetermined* in at least ${extreme(results, 'undecidable', 'least')}.
- What holds by two sources and not by two others is called contested, or said to depend on them, in at least ${extreme(results, 'split', 'least')}, and never supported.
- Where there is nothing, at most ${extreme(results, 'none', 'most')} are called *supported*.

The joint test, at 5 %, rejects a true null in ${rejections(results)} of ${results.simulations[0]!.joint.of} worlds: too often where states of a region are alike, and against a group where all tests move nearly as one.

All this is in standard errors as the tests report them. In the true ones, which nobody knows who has one record, ${truly.kept} of ${truly.of} limits are kept (before: ${trulyBefore.kept}): series whose memory is unknown have intervals wider than they would need if it were known, as has a state among few peers, and where tests also move together, what is plainly so or plainly not is too often left open. ${truth(results)} The tables in true standard errors are folded in below those of each design.`;
}

/** The page on the calibration of verdicts, from its numbers. */
export function calibrationPage(results: Results, pictures: readonly CurvePicture[]): string {
  const { cases, wrong, told } = results.figures;
  const names = [...new Set(results.simulations.map(({ simulation }) => simulation))];
  return `${[
    '# How far the verdicts can be trusted',
    summary(results),
    redo(counted(results.worlds)),
    intro(many),
    ...names.map((name) => section(name, results, pictures)),
    '## Intervals by memory',
    'How often the interval of a series without a trend, or without a shift between two spans that begin ten years apart or next to each other, holds the truth, and, after the comma, the standard error that it stands for over the standard deviation of the estimates; in brackets both as the rule was first written. ρ is the correlation of neighbouring years. Trends:',
    coverageTable(results.coverage, 'trend'),
    'Differences of two means:',
    coverageTable(results.coverage, 'shift'),
    '## Figures',
    `A verdict on a recorded figure rests on no sample, and no chance enters its rule: a record bears a statement out, contradicts it, or is too incomplete to tell. In the place of many worlds all cases are gone through: every true figure and every stated one from 0 to 12, exactly, at least, at most, more and less than it, with margins of 0, 1 and 2, and every two of records that keep their word (complete ones err by the margin at most, incomplete ones lack up to three, others say anything). Of ${counted(cases)} cases the records tell in ${counted(told)}. A true statement is called *not borne out*, or one that is false by more than twice the margin *borne out*, in ${wrong === 0 ? 'none' : counted(wrong)}.`,
    changedVerdicts,
    notSimulated,
  ].join('\n\n')}\n`;
}
