import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    cli: 'src/cli/main.ts',
    worker: 'src/runs/worker.ts',
    'critics-worker': 'src/critics/worker.ts',
    'ideal-points': 'src/statistics/ideal-points/chain.ts',
    index: 'src/index.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  fixedExtension: false,
  clean: true,
  outDir: 'dist',
  // Packages come along: hundreds of small files are slow to start from. Not what is native or finds its own files by where it stands.
  deps: {
    neverBundle: [/^@duckdb\/node-bindings/, 'piscina', '@resvg/resvg-wasm'],
    alwaysBundle: [/./],
    onlyBundle: false,
  },
});
