/**
 * How alike two states choose over the same questions, each with k ordered answers: every index follows from the table
 * of how often the one chose i where the other chose j (k × k counts, row by row).
 */
export interface Similarity {
  /** Questions that both answered. */
  readonly n: number;
  /** Share of equal answers (the strict form of Lijphart's index of agreement 1963, *APSR* 57: 902–917), 0–1. */
  readonly agree: number;
  /** S of Signorino & Ritter (1999, *ISQ* 43: 115–144): 1 − 2 × mean distance, distances as shares of the largest; −1 to 1. */
  readonly s: Weighted;
  /** Cohen's weighted κ: 1 − distance seen ÷ that expected by chance from each side's own frequencies. */
  readonly kappa: Weighted;
  /** Scott's weighted π: the same, with the frequencies of both sides together. */
  readonly pi: Weighted;
}

/** By absolute distances, and by squared ones. */
export interface Weighted {
  readonly absolute: number;
  readonly squared: number;
}

/**
 * The indices of one table. κ and π take the same distances as S (Häge 2011, *Political Analysis* 19: 287–305, eqs.
 * 1–8): they ask how far the two lie nearer than chance would have them. NaN where nothing was answered, and for κ and
 * π where chance leaves no distance (both always gave one and the same answer).
 */
export function similarityOf(counts: ArrayLike<number>): Similarity {
  const k = Math.round(Math.sqrt(counts.length));
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  let n = 0;
  let same = 0;
  const seen = { absolute: 0, squared: 0 };
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const count = counts[i * k + j]!;
      n += count;
      rows[i]! += count;
      columns[j]! += count;
      if (i === j) same += count;
      const distance = Math.abs(i - j) / (k - 1);
      seen.absolute += count * distance;
      seen.squared += count * distance * distance;
    }
  }
  const byChance = (one: Float64Array, other: Float64Array): Weighted => {
    let [absolute, squared] = [0, 0];
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        const distance = Math.abs(i - j) / (k - 1);
        absolute += (one[i]! / n) * (other[j]! / n) * distance;
        squared += (one[i]! / n) * (other[j]! / n) * distance * distance;
      }
    }
    return { absolute, squared };
  };
  const pooled = rows.map((count, i) => (count + columns[i]!) / 2);
  const nearer = (chance: Weighted): Weighted => ({
    absolute: chance.absolute > 0 ? 1 - seen.absolute / n / chance.absolute : Number.NaN,
    squared: chance.squared > 0 ? 1 - seen.squared / n / chance.squared : Number.NaN,
  });
  return {
    n,
    agree: same / n,
    s: { absolute: 1 - (2 * seen.absolute) / n, squared: 1 - (2 * seen.squared) / n },
    kappa: nearer(byChance(rows, columns)),
    pi: nearer(byChance(pooled, pooled)),
  };
}

const wordBits = 32;

/** Answers as sets of questions, one set an answer, so that a table takes a few words of bits and not a pass over all. */
export class AnswerSets {
  readonly #words: number;
  readonly #sets: Uint32Array;

  /**
   * `answers[unit × questions + question]`: 1 … k, or 0 for none.
   */
  constructor(
    readonly units: number,
    readonly questions: number,
    readonly k: number,
    answers: ArrayLike<number>,
  ) {
    this.#words = Math.ceil(questions / wordBits);
    this.#sets = new Uint32Array(units * k * this.#words);
    for (let unit = 0; unit < units; unit++) {
      for (let question = 0; question < questions; question++) {
        const answer = answers[unit * questions + question]!;
        if (answer === 0) continue;
        const set = (unit * k + answer - 1) * this.#words;
        this.#sets[set + Math.floor(question / wordBits)]! |= 1 << (question % wordBits);
      }
    }
  }

  /** Writes the table of two units into `counts` (k × k, the first unit's answers by row). */
  table(one: number, other: number, counts: Uint32Array): void {
    for (let i = 0; i < this.k; i++) {
      const a = (one * this.k + i) * this.#words;
      for (let j = 0; j < this.k; j++) {
        const b = (other * this.k + j) * this.#words;
        let count = 0;
        for (let w = 0; w < this.#words; w++) count += bitsIn(this.#sets[a + w]! & this.#sets[b + w]!);
        counts[i * this.k + j] = count;
      }
    }
  }
}

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
