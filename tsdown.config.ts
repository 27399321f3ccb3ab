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
});
