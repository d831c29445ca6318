import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/{shared,suggest,eval,files,desk,doors,cli,browser,desktop,renderer,resources,project}/**/*.test.{ts,tsx}',
    ],
    testTimeout: 20_000,
  },
});
