import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What starts processes, or changes the folder or the environment of its own: a process a file. */
const doors = ['bad-input', 'cli', 'docs', 'e2e', 'runs'].map((folder) => `test/${folder}/**/*.test.ts`);
doors.push('test/world/add.test.ts');

/** Doors, which are long, come before parts (by name), so that no long file is left at the end. */
export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    setupFiles: ['test/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    projects: [
      { extends: true, test: { name: 'doors', include: doors } },
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: doors, isolate: false },
      },
    ],
  },
});
