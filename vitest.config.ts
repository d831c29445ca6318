import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const inFolders = (folders: string) => [`test/{${folders}}/**/*.test.{ts,tsx}`];

export default defineConfig({
  test: {
    // Far beyond what any needs: a machine that does much else must not make one fail.
    testTimeout: 60_000,
    // Its own default leaves one processor alone.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'shared-modules',
          include: inFolders('shared,suggest,eval,files,desk,renderer,resources'),
          // Loading the modules anew for each file took longer than its tests. Nothing here keeps anything in a module
          // but what it has read from the project; a file that does, or that mocks a module, belongs below.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'own-modules', include: inFolders('cli,browser,desktop,doors,project') },
      },
    ],
  },
});
