import { defineConfig } from 'vitest/config'

const everyTest = ['server/**', 'client/**', 'shared/**', 'data/**', 'test/**']
const endings = (ending: string) => everyTest.map((folder) => `${folder}/*${ending}`)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [...endings('.test.ts'), ...endings('.test.tsx')],
          exclude: [...endings('.db.test.ts'), ...endings('.browser.test.ts'), '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: endings('.db.test.ts'),
          globalSetup: 'test/support/preparedDatabase.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: endings('.browser.test.ts'),
          globalSetup: 'test/support/preparedDatabase.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
