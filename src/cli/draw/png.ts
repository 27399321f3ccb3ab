import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Twice as large as the drawing, as pages make them. */
const zoom = 2;

const { resolve } = createRequire(import.meta.url);

/** The letters of all pictures in pixels: they come with the project, since a machine may have none. */
const letters = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'].map(
  (part) => `@fontsource/inter/files/inter-${part}-normal.woff2`,
);

/** The renderer is WebAssembly, the same on every machine; it takes its code once in a process. */
let started: Promise<void> | undefined;

async function renderer() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  started ??= initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await started;
  return Resvg;
}

/** An SVG of its own as PNG, the same bytes on every machine. It knows no weight between 600 and 700. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const Resvg = await renderer();
  const image = new Resvg(svg.replaceAll('font-weight="650"', 'font-weight="600"'), {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontBuffers: letters.map((file) => new Uint8Array(readFileSync(resolve(file)))),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  try {
    return image.render().asPng();
  } finally {
    image.free();
  }
}
