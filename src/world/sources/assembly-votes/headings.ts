const unspoken = new Set(
  'a all an and as at be by for from in is it its of on or that the their this to which with'.split(' '),
);

/** The words of a title or agenda item in order: lower case, without accents, numbers, small words and the plural’s s. */
export function wordsOf(text: string | null): string[] {
  return (text ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, ' ')
    .split(' ')
    .filter((word) => word.length > 1 && !unspoken.has(word))
    .map((word) => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1'));
}

/** The agenda item without the document that lists it: `A/71/251 98ll Disarmament` → ` Disarmament`. */
export const itemOf = (agenda: string | null): string =>
  (agenda ?? '').replace(/^A\/\S+(?: ?& ?\S+| \(\S+\))*\s+/, '');

/** Words in common as a share of the words of both (Jaccard), 0 to 1; nothing is like nothing. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return a.size + b.size === 0 ? 0 : common / (a.size + b.size - common);
}
