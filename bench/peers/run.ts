/** `npm run bench:peers -- [OPTIONS]`: the product's server beside servers of another kind, one after the other, under the same crowd. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BotFigure, tableRow } from '../bots/findings.ts'
import { readOptions } from '../bots/options.ts'
import { findCores } from '../server/cores.ts'
import { loadDoubts } from '../server/load-figures.ts'
import { measureServer } from '../server/measure-server.ts'
import { commonFigures, compare, type Ratio } from './compare.ts'
import { installPeers } from './install.ts'
import { measurePeer } from './measure-peer.ts'
import { peers } from './peers.ts'

/** The longest is `colyseus_bytes.everybody_walks.server_cpu_each`. */
const keyWidth = 48

const usage = `npm run bench:peers -- [OPTIONS]: what the same crowd of citizens costs the product's server and others, absolute and as ratios.

  --n N         1000 people
  --seconds S   20 measured
  --warm-up S   20 before that, in which citizens who came in together mix
  --peers LIST  ${peers.map(({ key }) => key).join(',')}
  --json FILE   {"figures": …, "samples": …} for programs
`
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

try {
  await main()
} catch (error) {
  complain(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { n: text, seconds: text, 'warm-up': text, peers: text, json: text, help: { type: 'boolean' } } })
  if (values.help === true) return print(usage)
  const botArgs = ['--n', values.n ?? '1000', '--seconds', values.seconds ?? '20', '--warm-up', values['warm-up'] ?? '20']
  const crowd = readOptions(botArgs)
  if (crowd === null) return print(usage)
  const chosen = choose(values.peers)
  installPeers(complain)
  const cores = findCores()
  if (cores === null) complain('server and crowd share their cores here (no taskset, or one core): ratios are rough')

  complain('the product: citizens')
  const ours = await measureServer(botArgs, cores, () => undefined)
  for (const doubt of loadDoubts(ours)) complain(`ours: ${doubt}`)
  const rows: BotFigure[] = named('ours', commonFigures(ours))
  const ratios: Ratio[] = []
  for (const peer of chosen) {
    const theirs = await measurePeer(peer, crowd, cores, complain)
    rows.push(
      ...named(`${peer.key}.everybody_walks`, commonFigures(theirs.everybodyWalks)),
      ...named(peer.key, commonFigures(theirs.citizens)),
    )
    const { ratios: found, refused } = compare(ours, theirs, crowd.n)
    ratios.push(...found)
    for (const why of refused) complain(`no ratio: ${why}`)
    for (const load of [theirs.everybodyWalks, theirs.citizens]) for (const doubt of loadDoubts(load)) complain(`${peer.key}: ${doubt}`)
  }
  rows.push(...ratios.map(({ key, value }) => ({ key, value, unit: '', n: crowd.n })))
  for (const row of rows) print(tableRow(row, keyWidth))
  if (values.json === undefined) return
  const board = {
    figures: Object.fromEntries(rows.map(({ key, value }) => [key, value])),
    samples: Object.fromEntries(rows.map(({ key, n }) => [key, n])),
  }
  writeFileSync(values.json, `${JSON.stringify(board, null, 2)}\n`)
}

function choose(list: string | undefined): typeof peers {
  if (list === undefined) return peers
  return list.split(',').map((key) => {
    const peer = peers.find((one) => one.key === key)
    if (peer === undefined) throw new TypeError(`--peers must be of ${peers.map((one) => one.key).join(', ')}, got ${key}`)
    return peer
  })
}

function named(prefix: string, figures: readonly BotFigure[]): BotFigure[] {
  return figures.map((figure) => ({ ...figure, key: `${prefix}.${figure.key}` }))
}
