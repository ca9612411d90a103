/**
 * `npm test`: every check in one run, cheapest first. Each check is one line; the last line counts tests.
 * `node scripts/test.ts NAME …` runs only the checks named.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'balai-test-'))

type Check = { readonly name: string; readonly command: readonly string[] /** Where vitest writes its counts. */; readonly report?: string }

const vitest = (name: string, config: string): Check => {
  const report = join(folder, `${name}.json`)
  return {
    name,
    report,
    command: ['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  }
}

const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', command: ['biome', 'ci', '--reporter=summary'] },
  { name: 'unused', command: ['knip'] },
  vitest('unit', 'vitest.config.ts'),
  vitest('browser', 'vitest.browser.config.ts'),
]

const chosen = process.argv.slice(2)
let passed = 0
let failed = 0
for (const check of checks) {
  if (chosen.length > 0 && !chosen.includes(check.name)) continue
  const startMs = Date.now()
  const [command, ...args] = check.command
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const counts = check.report === undefined ? null : readCounts(check.report)
  const ok = status === 0 && (counts === null || counts.passed > 0)
  passed += counts?.passed ?? (ok ? 1 : 0)
  failed += Math.max(counts?.failed ?? 0, ok ? 0 : 1)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${check.name} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`)
}
rmSync(folder, { recursive: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
    return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, Math.min(1, report.numFailedTestSuites)) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
