import { defineConfig } from 'vitest/config';

const sourceConditions = ['source', 'module', 'node', 'development|production'];
const always = ['**/node_modules/**', '**/dist/**'];

/** Both integration projects run the same files; only what stands behind the database and the nudges differs. */
function integrationProject(mode: 'embedded' | 'scale-out') {
  return {
    extends: true as const,
    test: {
      name: `integration-${mode}`,
      include: ['packages/*/{src,test}/**/*.int.test.ts', 'apps/server/{src,test-support}/**/*.int.test.ts'],
      // The embedded starter has one mode only.
      exclude: mode === 'scale-out' ? ['**/embedded-postgres/**', ...always] : always,
      globalSetup: ['apps/server/test-support/global-setup.ts'],
      env: { REGULARS_TEST_MODE: mode },
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  resolve: { conditions: sourceConditions },
  ssr: { resolve: { conditions: sourceConditions, externalConditions: ['source', 'node'] } },
  test: {
    pool: 'forks',
    // Files of one worker share what they import: a test that needs a module of its own must say so.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/*/{src,test}/**/*.test.{ts,tsx}',
            'apps/*/{src,test-support,build}/**/*.test.{ts,tsx}',
            'examples/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...always, '**/*.int.test.ts'],
        },
      },
      integrationProject('embedded'),
      integrationProject('scale-out'),
      {
        extends: true,
        test: {
          name: 'e2e',
          env: { REGULARS_TEST_MODE: 'scale-out' },
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['apps/server/test-support/global-setup.ts', 'e2e/support/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
