/** `npm run bots -- [OPTIONS]`: people by the hundreds for a server on this machine, and what each of them costs. */
import { writeFileSync } from 'node:fs'
import { doubtsOf } from './doubts.ts'
import { figuresOf, tableHead, tableRow } from './findings.ts'
import { readOptions, usage } from './options.ts'
import { runBots } from './run-bots.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

try {
  const options = readOptions(process.argv.slice(2))
  if (options === null) print(usage)
  else {
    const found = await runBots(options, complain)
    const rows = figuresOf(found)
    print(tableHead)
    for (const row of rows) print(tableRow(row))
    for (const [message, count] of found.tally.failures) complain(`${count} times: ${message}`)
    if (options.jsonFile !== null) {
      const board = {
        options: { ...options, url: options.url.origin },
        figures: Object.fromEntries(rows.map(({ key, value }) => [key, value])),
        samples: Object.fromEntries(rows.map(({ key, n }) => [key, n])),
      }
      writeFileSync(options.jsonFile, `${JSON.stringify(board, null, 2)}\n`)
    }
    for (const doubt of doubtsOf(rows)) complain(doubt)
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
