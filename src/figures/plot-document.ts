/** What Plot gives back, as far as we use it. */
export interface Drawn {
  readonly innerHTML: string;
  scale(name: 'x' | 'y'): { apply(value: number | string): number; readonly bandwidth?: number } | undefined;
}

export interface Plotting {
  readonly Plot: typeof import('@observablehq/plot');
  draw(options: Record<string, unknown>): Drawn;
}

/** Observable Plot and a document to draw in, loaded when the first picture is drawn and not before. */
export async function plotDocument(): Promise<Plotting> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return { Plot, draw: (options) => Plot.plot({ ...options, document } as never) as unknown as Drawn };
}
