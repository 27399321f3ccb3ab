/** Weights of the words that were kept, and the constant. */
export interface SparseLogit {
  readonly constant: number;
  readonly weights: ReadonlyMap<string, number>;
}

/** Work on one weight while the others stand still: the rows that have the word, and how the loss changes with it. */
interface Column {
  readonly word: string;
  readonly rows: readonly number[];
  weight: number;
}

const mostSweeps = 500;
const near = 1e-5;

/**
 * Logistic regression on words that are there or not, with an L1 penalty (lasso): the constant and the weights that
 * make Σ log(1 + e^(−y·score)) + `penalty`·Σ|weight| smallest, where score = constant + the weights of the row’s words
 * and y = ±1. The constant bears no penalty. Most weights are 0 and left out; a higher penalty keeps fewer.
 *
 * By coordinate descent with Newton steps and step halving (Yuan, Chang, Hsieh & Lin 2010, *Journal of Machine Learning
 * Research* 11: 3183–3234, CDN), until no weight moves by more than 1e-5. The problem is convex: the result does not
 * depend on the order of rows, nor of words within rows.
 *
 * Words in fewer than `atLeast` rows are left out. Rows of a class may be empty: all weights are then 0.
 */
export function sparseLogit(
  rows: readonly (readonly string[])[],
  classes: readonly (0 | 1)[],
  { penalty, atLeast = 1 }: { readonly penalty: number; readonly atLeast?: number },
): SparseLogit {
  const columns = columnsOf(rows, atLeast);
  const every: Column = { word: '', rows: rows.map((_, i) => i), weight: 0 };
  const score = new Float64Array(rows.length);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let moved = step(every, 0, score, classes);
    for (const column of columns) moved = Math.max(moved, step(column, penalty, score, classes));
    if (moved < near) break;
  }
  const kept = columns.filter((c) => c.weight !== 0).map((c) => [c.word, c.weight] as const);
  return { constant: every.weight, weights: new Map(kept) };
}

function columnsOf(rows: readonly (readonly string[])[], atLeast: number): Column[] {
  const where = new Map<string, number[]>();
  for (const [i, words] of rows.entries())
    for (const word of new Set(words)) {
      const list = where.get(word);
      if (list) list.push(i);
      else where.set(word, [i]);
    }
  return [...where]
    .filter(([, list]) => list.length >= atLeast)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, list]) => ({ word, rows: list, weight: 0 }));
}

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Moves one weight towards where the penalised loss is smallest; gives by how much. */
function step(column: Column, penalty: number, score: Float64Array, classes: readonly (0 | 1)[]): number {
  let slope = 0;
  let bend = 1e-12;
  for (const i of column.rows) {
    const p = 1 / (1 + Math.exp(-score[i]!));
    slope += p - classes[i]!;
    bend += p * (1 - p);
  }
  const aim = column.weight * bend - slope;
  const target = (Math.sign(aim) * Math.max(0, Math.abs(aim) - penalty)) / bend;
  // Steps beyond 10 overshoot where all rows of a word are of one class and nearly certain.
  let move = Math.max(-10, Math.min(10, target - column.weight));
  if (Math.abs(move) < near / 10) return 0;
  const change = (by: number): number => {
    let so = penalty * (Math.abs(column.weight + by) - Math.abs(column.weight));
    for (const i of column.rows) {
      const side = classes[i] ? -1 : 1;
      so += softplus(side * (score[i]! + by)) - softplus(side * score[i]!);
    }
    return so;
  };
  while (change(move) > 0 && Math.abs(move) > near / 10) move /= 2;
  if (change(move) > 0) return 0;
  column.weight += move;
  if (Math.abs(column.weight) < 1e-12) column.weight = 0;
  for (const i of column.rows) score[i] = score[i]! + move;
  return Math.abs(move);
}
