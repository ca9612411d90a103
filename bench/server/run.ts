/** `npm run bench:server -- [OPTIONS]`: the product's server on one core, a crowd on another, and what the crowd costs. */
import { writeFileSync } from 'node:fs'
import { doubtsOf } from '../bots/doubts.ts'
import { tableHead, tableRow } from '../bots/findings.ts'
import { readOptions, usage } from '../bots/options.ts'
import { findCores } from './cores.ts'
import { loadDoubts, loadFigures } from './load-figures.ts'
import { measureServer, saidFigures } from './measure-server.ts'

const help = `npm run bench:server -- [OPTIONS]: starts the product's server by itself, and takes the options of the bots but for --url.

${usage}`
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

try {
  const args = process.argv.slice(2)
  const options = readOptions(args)
  if (options === null) print(help)
  else {
    if (args.some((arg) => arg.startsWith('--url')))
      throw new TypeError('--url is not for bench:server, which starts its own server; npm run bots takes it')
    const cores = findCores()
    if (cores === null) complain('server and crowd share their cores here (no taskset, or one core): compare nothing with other machines')
    const load = await measureServer(args, cores, complain)
    const rows = [...loadFigures(load), ...saidFigures(load), ...load.figures]
    print(tableHead)
    for (const row of rows) print(tableRow(row))
    if (load.loopP99Ms === null) complain('the server does not say how late its world loop was (balai_world_step_late_ms)')
    for (const doubt of [...doubtsOf(load.figures), ...loadDoubts(load)]) complain(doubt)
    if (options.jsonFile !== null) {
      const board = {
        options: { ...options, url: null },
        figures: Object.fromEntries(rows.map(({ key, value }) => [key, value])),
        samples: Object.fromEntries(rows.map(({ key, n }) => [key, n])),
      }
      writeFileSync(options.jsonFile, `${JSON.stringify(board, null, 2)}\n`)
    }
  }
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
