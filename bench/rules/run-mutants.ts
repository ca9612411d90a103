import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mutant, RuleSet } from './rule-set.ts'
import { citedRules, cites } from './read-rules.ts'

/** What became of a rule. Each sentence says what is wrong with its proof; none: its tests pass, and every fault of it fails them. */
export type RuleFinding = { readonly rule: string; readonly wrong: readonly string[] }

type TestFile = { readonly name: string; readonly rules: ReadonlySet<string> }
/** As vitest's JSON reporter writes it. */
type Report = {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[]
  }[]
}

const mostMs = 10 * 60_000

/**
 * Runs the tests that cite a rule on the code as it is, and on a copy with each of the rule's faults in it. The copies lie side by side in one
 * temporary folder and are run by one vitest; a fault counts as seen when a test that cites the rule ran and failed.
 * @param root of the repository
 * @throws Error when vitest made no report
 */
export async function runMutants(root: string, rules: readonly string[], set: RuleSet): Promise<RuleFinding[]> {
  const { mutants } = set
  const folder = mkdtempSync(join(tmpdir(), 'balai-mutants-'))
  try {
    const files = readTestFiles(root, set)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    copyDomain(root, folder, 'plain', set, files)
    for (const [index, mutant] of mutants.entries()) {
      const name = nameOf(index)
      copyDomain(
        root,
        folder,
        name,
        set,
        files.filter((file) => file.rules.has(mutant.rule)),
      )
      plant(join(folder, name, set.domain, mutant.file), mutant)
    }
    const report = await runVitest(root, folder)
    return rules.map((rule) => ({ rule, wrong: judgeRule(rule, mutants, report) }))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

const nameOf = (index: number): string => `mutant-${String(index).padStart(3, '0')}`

function readTestFiles(root: string, { tests }: RuleSet): TestFile[] {
  const names = readdirSync(join(root, tests)).filter((name) => name.endsWith('.test.ts'))
  const files = names.map((name) => ({ name, rules: citedRules(readFileSync(join(root, tests, name), 'utf8')) }))
  return files.filter((file) => file.rules.size > 0)
}

function copyDomain(root: string, folder: string, name: string, { copied, tests }: RuleSet, files: readonly TestFile[]): void {
  const copy = (path: string): void => cpSync(join(root, path), join(folder, name, path), { recursive: true })
  mkdirSync(join(folder, name), { recursive: true })
  for (const path of [...copied, ...files.map((file) => `${tests}/${file.name}`)]) copy(path)
}

function plant(path: string, { rule, find, replace }: Mutant): void {
  const text = readFileSync(path, 'utf8')
  if (text.split(find).length !== 2) throw new TypeError(`a fault of ${rule} does not fit ${path} exactly once: ${find}`)
  writeFileSync(
    path,
    text.replace(find, () => replace),
  )
}

async function runVitest(root: string, folder: string): Promise<Report> {
  const config = { include: ['*/tests/**/*.test.ts'], pool: 'threads', isolate: false, maxWorkers: 2, silent: true, watch: false }
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default { test: ${JSON.stringify(config)} }\n`)
  const output = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${output}`], {
    cwd: folder,
    stdio: 'ignore',
    timeout: mostMs,
  })
  const end = (): void => void child.kill()
  process.prependOnceListener('exit', end)
  await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  process.off('exit', end)
  return JSON.parse(readFileSync(output, 'utf8')) as Report
}

function judgeRule(rule: string, mutants: readonly Mutant[], report: Report): string[] {
  const wrong: string[] = []
  const plain = outcomesOf(rule, 'plain', report)
  if (!plain.includes('passed')) wrong.push('no test that cites it passes')
  if (plain.includes('failed')) wrong.push('a test that cites it fails on the code as it is')
  let planted = 0
  for (const [index, mutant] of mutants.entries()) {
    if (mutant.rule !== rule) continue
    planted++
    const outcomes = outcomesOf(rule, nameOf(index), report)
    if (outcomes.length === 0) wrong.push(`could not be run with: ${mutant.replace} (${mutant.file})`)
    else if (!outcomes.includes('failed')) wrong.push(`no test sees: ${mutant.find} → ${mutant.replace} (${mutant.file})`)
  }
  if (planted === 0) wrong.push('it has no planted fault')
  return wrong
}

/** The outcomes of the tests in one copy that cite the rule. */
function outcomesOf(rule: string, name: string, { testResults }: Report): string[] {
  const files = testResults.filter((file) => file.name.replaceAll('\\', '/').includes(`/${name}/`))
  return files.flatMap(({ assertionResults }) => assertionResults.filter(({ title }) => cites(title, rule)).map(({ status }) => status))
}
