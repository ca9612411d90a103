/** `npm run bots -- [OPTIONS]`: people by the hundreds for a server on this machine, and what each of them costs. */
import { writeFileSync } from 'node:fs'
import { percentile } from '../figures/percentile.ts'
import { figuresOf, mean, tableHead, tableRow } from './findings.ts'
import { readOptions, usage } from './options.ts'
import { runBots } from './run-bots.ts'

/** From here on the bots are a part of what they measure. */
const mostLateMs = 100
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
    const people = mean(found.people)
    const late = percentile(found.lateMs, 0.99)
    // Fewer people than asked for, or bots that cannot keep up, make every other number one of another run.
    if (people < 0.95 * options.n) complain(`only ${people.toFixed(0)} of ${options.n} were in: the numbers are theirs`)
    if (late > mostLateMs)
      complain(`the bots' own turns came ${late.toFixed(0)} ms late: this machine has too little time for so many, and for its server`)
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
