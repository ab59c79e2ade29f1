import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const folders = ['server/**', 'client/**', 'shared/**', 'data/**', 'test/**']
const filesEnding = (...endings: string[]) =>
  folders.flatMap((folder) => endings.map((ending) => `${folder}/*${ending}`))

// .ci/run adds the result files up; one a run, named by its process.
const resultsFolder = process.env['VITEST_JSON_FOLDER']
const reporters = resultsFolder
  ? ['default', ['json', { outputFile: join(resultsFolder, `${process.pid}.json`) }] as const]
  : ['default']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // On two cores two at once: half of the time a test waits for its database.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: reporters as never,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Tests of many generated cases share the cores with whatever else runs.
          testTimeout: 30_000,
          include: filesEnding('.test.ts', '.test.tsx'),
          exclude: filesEnding('.db.test.ts', '.browser.test.ts'),
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: filesEnding('.db.test.ts'),
          globalSetup: 'test/support/preparedDatabase.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: filesEnding('.browser.test.ts'),
          globalSetup: ['test/support/preparedDatabase.ts', 'test/support/builtClient.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
