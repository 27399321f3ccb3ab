import { z } from 'zod';
import { didYouMean, nearest } from '../../kernel/nearest.js';
import type { AskedFigure } from './asked.js';
import { recordKinds } from './records/index.js';

const kinds = Object.values(recordKinds);

type Path = readonly (string | number)[];
type Tell = (issue: { readonly path: Path; readonly message: string; readonly raw?: object }) => void;

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> =>
  x !== null && typeof x === 'object' && !Array.isArray(x);

/** What `written` asks, by the key that names its kind; the first mistake is told with its path. */
function readAsked(written: unknown, path: Path, tell: Tell): AskedFigure | undefined {
  const names = [...kinds.map((k) => k.name), 'sum', 'difference'];
  const keys = isObject(written) ? Object.keys(written) : [];
  const name = names.find((n) => keys.includes(n));
  if (!isObject(written) || name === undefined) {
    const near = keys.map((key) => nearest(key, names)).find((n) => n !== undefined);
    tell({
      path,
      message: near === undefined ? `expected one of ${names.join(', ')}` : `did you mean ${near}?`,
    });
    return undefined;
  }
  return name === 'sum' || name === 'difference'
    ? readTerms(written, name, path, tell)
    : readLeaf(written, name, path, tell);
}

function readTerms(
  written: Readonly<Record<string, unknown>>,
  name: 'sum' | 'difference',
  path: Path,
  tell: Tell,
): AskedFigure | undefined {
  const stray = Object.keys(written).find((key) => key !== name);
  if (stray !== undefined) {
    tell({ path: [...path, stray], message: `nothing stands beside ${name}` });
    return undefined;
  }
  const list = written[name];
  if (!Array.isArray(list) || list.length < 2 || (name === 'difference' && list.length > 2)) {
    tell({ path: [...path, name], message: `expected a list of ${name === 'sum' ? 'at least two' : 'two'}` });
    return undefined;
  }
  const read = list.map((term, i) => readAsked(term, [...path, name, i], tell));
  return read.some((term) => term === undefined) ? undefined : ({ [name]: read } as unknown as AskedFigure);
}

function readLeaf(
  written: Readonly<Record<string, unknown>>,
  name: string,
  path: Path,
  tell: Tell,
): AskedFigure | undefined {
  const result = recordKinds[name]!.parameters.safeParse(written);
  if (result.success) return result.data as AskedFigure;
  const { issues } = result.error;
  const misspelt = issues.find((issue) => issue.code === 'unrecognized_keys');
  for (const issue of misspelt ? [misspelt] : issues) {
    const at = [...path, ...issue.path.map((p) => (typeof p === 'number' ? p : String(p)))];
    if (issue.code !== 'unrecognized_keys')
      tell({ path: at, message: issue.message, raw: { ...issue, path: at } });
    else
      tell({
        path: [...at, issue.keys[0]!],
        message: unknownKey(issue.keys[0]!, name, issue.path.length === 0),
      });
  }
  return undefined;
}

/** What stands where no such key is known: the keys of the question itself have near ones. */
function unknownKey(key: string, name: string, ofQuestion: boolean): string {
  const { def } = recordKinds[name]!.parameters as unknown as { def: { shape?: object } };
  return ofQuestion ? didYouMean(key, Object.keys(def.shape ?? {})) : `${name} takes no such key here`;
}

const tellTo =
  (context: { addIssue(issue: never): void }, input: unknown): Tell =>
  ({ path, message, raw }) =>
    context.addIssue((raw ?? { code: 'custom', path: [...path], message, input }) as never);

/** The schema of a question to the record: by the key that names its kind, each with the schema of its own. */
export const askedFigure = z
  .unknown()
  .transform(
    (written, context): AskedFigure => readAsked(written, [], tellTo(context, written)) ?? z.NEVER,
  ) as unknown as z.ZodType<AskedFigure>;

/** The same, or the name of one that stands elsewhere. */
export const askedOrNamed = z
  .unknown()
  .transform((written, context): AskedFigure | string =>
    typeof written === 'string' && written !== ''
      ? written
      : (readAsked(written, [], tellTo(context, written)) ?? z.NEVER),
  ) as unknown as z.ZodType<AskedFigure | string>;
