// Adds up the result files of the test runs. Usage: node count.js FOLDER CODE, CODE being 1 when a step failed.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, code] = process.argv.slice(2)
let passed = 0
let failed = 0
let skipped = 0
for (const name of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const result = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += result.numPassedTests
  failed +=
    result.numFailedTests +
    result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  skipped += result.numPendingTests + result.numTodoTests
  for (const file of result.testResults)
    for (const test of file.assertionResults) if (test.status === 'failed') console.log(`failed: ${test.fullName}`)
}
// A step that failed without a failing test (lint, build, install) is a failure too.
if (code !== '0' && failed === 0) failed = 1
if (passed === 0 && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
