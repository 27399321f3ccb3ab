import { confined, type Only, readOnly } from '../claims/only.js';
import { fail } from '../kernel/errors.js';
import type { Tables } from '../verdicts/test-claims.js';
import type { ClaimVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { verdictJson } from '../verdicts/verdict-json.js';
import { shortNumber, textTable } from './table.js';

/** Some specifications of one claim, and how many it has in all. */
export interface Subset {
  readonly only: Only;
  readonly tables: Tables;
  readonly specifications: number;
  readonly of: number;
}

/**
 * The specifications of one claim that take some options: to look at, never to judge the claim by. Its years since
 * publication are left out. Throws `cli/only-of-several`, `claims/empty-subset`, and what `readOnly` throws.
 */
export function subsetOf(tables: readonly Tables[], written: readonly string[]): Subset {
  const whole = tables[0]!;
  if (tables.length > 1)
    fail('cli/only-of-several', `--only looks into one claim, and ${tables.length} are named`, {
      hint: `name one, such as ${whole.claim.argument}/${whole.claim.id}`,
    });
  const only = readOnly(written, whole.claim.parts);
  const all = (whole.own?.parts ?? whole.parts).map(({ table }) => table);
  const parts = all
    .map((table) => ({ table: confined(table, only), since: undefined }))
    .filter(({ table }) => table.specifications.length > 0);
  const count = (of: readonly { readonly specifications: readonly unknown[] }[]): number =>
    of.reduce((n, { specifications }) => n + specifications.length, 0);
  if (parts.length === 0)
    fail('claims/empty-subset', `no specification has ${onlyWords(only)}`, {
      hint: 'entente check --specifications shows which go together',
    });
  return {
    only,
    tables: { claim: whole.claim, parts, ...(whole.own && { own: { sources: whole.own.sources } }) },
    specifications: count(parts.map(({ table }) => table)),
    of: count(all),
  };
}

export const onlyWords = (only: Only): string =>
  Object.entries(only)
    .map(([name, options]) => `${name}=${options.join(' or ')}`)
    .join(', ');

/** What the specifications of a subset say, under a line that says what they are not. */
export function subsetText({ only, specifications, of, tables: { claim } }: Subset, v: ClaimVerdict): string {
  const rows = v.parts.flatMap((part) =>
    part.readings.map((r) => [...(part.part ? [part.part] : []), r.reading, ...says(r)]),
  );
  const head = [
    'reading',
    'these say',
    'for %',
    'against %',
    'open %',
    'failed %',
    'median',
    'tests',
    'impossible',
  ];
  const named = v.parts.some((p) => p.part) ? ['part', ...head] : head;
  return `${claim.argument}/${claim.id}, ${specifications} of its ${of} specifications: those with ${onlyWords(only)}.
This is not the verdict on the claim, which is that of all of them.${
    v.restsOn ? ` The claim rests on data of your own (${v.restsOn.join(', ')}).` : ''
  }

${textTable(named, rows)}
`;
}

function says({ answer, figure, shares, median, specifications, impossible }: ReadingVerdict): string[] {
  const percent = (x: number): string => `${Math.round(100 * x)}`;
  const made = figure
    ? ['–', '–', '–', '–']
    : [shares.for, shares.against, shares.open, shares.failed].map(percent);
  const left = impossible.reduce((n, i) => n + i.specifications, 0);
  return [answer, ...made, shortNumber(median), String(specifications), String(left)];
}

/** The same for `--json`: what the specifications say stands apart, and there is no verdict. */
export const subsetJson = ({ only, specifications, of }: Subset, v: ClaimVerdict) => ({
  only,
  specifications,
  of,
  claims: [{ ...verdictJson(v), verdict: null, these_say: v.answer }],
});
