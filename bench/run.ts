/** `npm run bench -- NAME [--json FILE]`: times a suite. Without a name: which suites there are. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runSuite, type Suite, tableHead, tableRow } from './suite.ts'
import { suites } from './suites.ts'

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
  const [name] = positionals
  const list = suites.map((suite) => `  ${suite.name.padEnd(14)}${suite.about}`).join('\n')
  if (name === undefined) process.stdout.write(`npm run bench -- NAME [--json FILE], with one of:\n${list}\n`)
  else {
    const suite = suites.find((one) => one.name === name)
    if (suite === undefined) throw new TypeError(`no suite is called ${name}; there are:\n${list}`)
    await time(suite, values.json)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function time(suite: Suite, jsonFile: string | undefined): Promise<void> {
  const { cases, close } = await suite.open()
  process.stdout.write(`${tableHead}\n`)
  const rows = runSuite(cases, (row) => process.stdout.write(`${tableRow(row)}\n`))
  close()
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify({ suite: suite.name, rows }, null, 2)}\n`)
}
