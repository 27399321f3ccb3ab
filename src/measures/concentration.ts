import { z } from 'zod';
import { showYears, type Years } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { type ConcentrationWay, concentrationWays } from './concentration-ways.js';
import { continuing } from './continuing-states.js';
import { type Holder, large, usableYears } from './holders.js';
import type { Measure, Series } from './measure.js';
import { memberValues, stateVariables } from './member-values.js';
import { namedState } from './named-state.js';
import { rowsOf } from './rows-of.js';
import { seriesInMost } from './series-in-most.js';
import { cannotServeSeries } from './served-years.js';

/** Names of resources for people; others are called by their variables. */
const resourceNames: Readonly<Record<string, string>> = {
  cinc: 'capabilities (CINC)',
  cinc_share: 'capabilities (CINC)',
  gdp_current: 'output (GDP, current US$)',
  gdp_ppp: 'output (GDP at purchasing-power parity)',
  milex: 'military spending',
  milper: 'military personnel',
  'imports_total+exports_total': 'foreign trade',
};

const parameters = z
  .strictObject({
    of: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .describe(
        'a state-year variable, or several to be added: [imports_total, exports_total], or joined by +',
      ),
    as: z.enum(Object.keys(concentrationWays) as [ConcentrationWay, ...ConcentrationWay[]]),
    state: z.string().min(1).optional().describe('whose share, for share-of and beyond-named'),
    among: z.enum(['all', 'majors']).default('all').describe('all members, or COW’s major powers (to 2016)'),
  })
  .superRefine((p, context) => {
    // A claim may read one test in several ways of which one names a state, so the others pass over it.
    if ((p.as === 'share-of' || p.as === 'beyond-named') && p.state === undefined)
      context.addIssue({ code: 'custom', path: ['as'], message: `${p.as} needs state: whose share` });
  });

export type ConcentrationParameters = z.infer<typeof parameters>;

/** The variables that make up the resource. */
export const resourceOf = ({ of }: Pick<ConcentrationParameters, 'of'>): string[] =>
  (typeof of === 'string' ? of.split('+') : of).map((name) => name.trim());

const asked = 'holders';

/** Whether a state’s own share makes the series; other ways pass over the name. */
const namesState = ({ as, state }: ConcentrationParameters): boolean =>
  state !== undefined && (as === 'share-of' || as === 'beyond-named');

/**
 * How a resource is spread over the members of the state system in a year.
 *
 * With s the shares of all members that have a value, largest first:
 * `first` s₁, `first-two` s₁ + s₂, `beyond-first` and `beyond-first-two` what is left of 100, `effective-number`
 * 1/Σs² (Laakso & Taagepera 1979), `hhi` Σs², `con` √[(Σs² − 1/n)/(1 − 1/n)] (Singer, Bremer & Stuckey 1972),
 * `share-of` the share of one named state, `beyond-named` what all others hold. Shares are in per cent, 0 to 100. `first` follows the rank, not a state:
 * when one state overtakes another, the largest holder is another from then on.
 *
 * It says nothing of what the resource can buy, of alliances between holders, nor of states outside the system.
 * Amounts in current prices are compared within a year only, so that their unit cancels. Which years are left out,
 * and what is not counted twice: `usableYears`.
 *
 * Throws `world/unknown-variable`, `measures/not-of-states`, `states/unknown`.
 */
export const concentration: Measure<ConcentrationParameters> = {
  name: 'concentration',
  title: 'Concentration of a resource over states',
  says: 'How a resource is spread over the members of the state system: the share of the largest, of the two largest or of a named state, what lies beyond them, the effective number of holders, HHI or CON. It does not say what the resource can buy.',
  cites: [
    'Singer, J. D., Bremer, S. & Stuckey, J. (1972). Capability Distribution, Uncertainty, and Major Power War, 1820–1965. In B. Russett (ed.), Peace, War, and Numbers, 19–48.',
    'Laakso, M. & Taagepera, R. (1979). “Effective” Number of Parties: A Measure with Application to West Europe. Comparative Political Studies 12:3–27.',
  ],
  parameters,
  unit: ({ as }) => concentrationWays[as].unit,
  label(p) {
    const names = resourceOf(p);
    const resource = resourceNames[names.join('+')] ?? names.join(' and ').replaceAll('_', ' ');
    const among = p.among === 'majors' ? ' among the major powers' : '';
    return `${concentrationWays[p.as].says.replace('{}', resource).replace('{state}', p.state ?? '')}${among}`;
  },
  formula: ({ as }) =>
    `${concentrationWays[as].formula}, with s the part of each member in what all members with a value hold together, largest first; a year in which under ${100 * leastCoverage} % of them have one, or one of the ${large} largest has none, is left out`,
  cannot(p, years, catalogue) {
    if (p.state !== undefined) catalogue.states.resolve(p.state);
    const variables = stateVariables(resourceOf(p), catalogue);
    if (p.among === 'all') {
      const reasons = variables.map((v) => cannotServeSeries(catalogue.manifest, v.name, years));
      return reasons.find((why) => why !== null) ?? null;
    }
    const majors = stateVariables(['major_power'], catalogue);
    const short = [...variables, ...majors].find(
      ({ coverage }) => coverage.from > years.from || coverage.to < years.to,
    );
    return short ? `${short.name} covers ${showYears(short.coverage)} only` : null;
  },
  needs(p, _years, catalogue) {
    const { from, to } = catalogue.manifest.system; // who is large, the years around tell
    const more = {
      counts: p.among === 'majors' ? 's.major_power' : '1',
      named: p.state === undefined ? '0' : namedState(p.state, { from, to }, catalogue),
    };
    return { [asked]: memberValues({ of: resourceOf(p), years: { from, to }, more }, catalogue) };
  },
  compute(p, years, answers) {
    const rows = rowsOf<Holder>(answers, asked);
    const { kept, lost } = usableYears(rows, years, { all: p.among === 'majors' });
    const series = kept.filter(({ named }) => p.as !== 'share-of' || named !== undefined);
    return {
      years: series.map(({ year }) => year),
      values: series.map(({ amounts, named }) => concentrationWays[p.as].of(amounts, named ?? 0)),
      counts: series.map(({ amounts }) => amounts.length),
      lost: yearsWithoutNamed(lost, kept.length - series.length),
    } satisfies Series;
  },
  restsOn: (p) => ({ named: namesState(p) ? [p.state!] : [], others: true }),
  ofOthers: {
    cannot: (p) =>
      namesState(p)
        ? null
        : 'It is about all holders alike, and names none in whose place another could stand.',
    needs: () => ({}),
    series(p, years, answers) {
      const rows = (answers[asked] ?? []) as unknown as Holder[];
      const { kept } = usableYears(rows, years, { all: p.among === 'majors' });
      const own = kept.filter(({ named }) => named !== undefined);
      const claimed = new Set(rows.filter(({ named }) => named === 1).map(({ ccode }) => continuing(ccode)));
      const held = new Map(own.map(({ year, amounts }) => [year, amounts]));
      const byState = new Map<number, Map<number, number>>();
      for (const { ccode, year, value, counts } of rows) {
        const amounts = held.get(year);
        const unit = continuing(ccode);
        if (value === null || counts === 0 || amounts === undefined || claimed.has(unit)) continue;
        const values = byState.get(unit) ?? new Map<number, number>();
        if (ccode === unit || !values.has(year)) values.set(year, concentrationWays[p.as].of(amounts, value));
        byState.set(unit, values);
      }
      return seriesInMost(
        byState,
        own.map(({ year }) => year),
      );
    },
  },
  variables: [
    ...settings('cinc', 'capabilities (CINC)', 'cinc_share', { from: 1816, to: 2022 }),
    ...settings('milex', 'military spending', 'milex', { from: 1816, to: 2022 }),
    ...settings('gdp', 'output (GDP, current US$)', 'gdp_current', { from: 1990, to: 2023 }),
    ...settings('trade', 'foreign trade', 'imports_total+exports_total', { from: 1870, to: 2014 }),
  ],
};

function settings(
  name: string,
  title: string,
  of: string,
  years: Years,
): Measure<ConcentrationParameters>['variables'] {
  const setting = (as: ConcentrationWay, suffix: string, says: string) => ({
    name: `${name}_${suffix}`,
    title: `${says} of ${title}`,
    parameters: { of, as, among: 'all' as const },
    years,
  });
  return [
    setting('first', 'first_share', 'Share of the largest holder'),
    setting('first-two', 'first_two_share', 'Share of the two largest holders'),
    setting('effective-number', 'effective_number', 'Effective number of holders'),
  ];
}

function yearsWithoutNamed(lost: Series['lost'], count: number): Series['lost'] {
  return count > 0 ? { ...lost, 'years without a value of the named state': count } : lost;
}
