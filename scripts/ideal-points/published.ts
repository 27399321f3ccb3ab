/** Published estimates by “state session”. */
export type Published = ReadonlyMap<
  string,
  { readonly mean: number; readonly low: number; readonly median: number; readonly high: number }
>;

/**
 * The published ideal points. Germany and Yemen stand in session 45 under the codes of West Germany and North Yemen,
 * which had ceased to be: they are compared with their successors.
 */
export function readPublished(csv: string): Published {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  const names = head!.split(',');
  const column = (name: string): number => names.indexOf(name);
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const at = (name: string): number => Number(cells[column(name)]);
      const session = at('session');
      const code = session === 45 ? ({ 260: 255, 678: 679 }[at('ccode')] ?? at('ccode')) : at('ccode');
      const row = { mean: at('IdealPoint'), low: at('Q5%'), median: at('Q50%'), high: at('Q95%') };
      return [`${code} ${session}`, row];
    }),
  );
}
