import { defineConfig } from 'vitest/config';

// The schemas of the AWS SDK are read from its ES modules, whose imports carry no file extension: Vite resolves
// them, Node would not.
const schemasOfTheSdk = { deps: { inline: [/@aws-sdk\/client-[a-z-]+\/dist-es\//] } };

// Colours come and go with the terminal and under CI: tests look at the words.
const env = { NO_COLOR: '1' };

export default defineConfig({
  test: {
    // Most of the time is spent waiting for child processes: every core gets a worker.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'src',
          env,
          include: ['src/**/*.test.ts'],
          // One worker for all files: the modules keep no mutable global state, and 250 small files take 0.8 s, not 29 s.
          isolate: false,
          server: schemasOfTheSdk,
        },
      },
      {
        test: {
          name: 'test',
          env,
          include: ['test/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          server: schemasOfTheSdk,
        },
      },
    ],
  },
});
