/**
 * `npm run bench:browser -- [--cores 0.5] [--kbit 4000] [--rtt 80] [--seconds 10] [--json FILE]`: one visit on a browser held back like a phone.
 * `npm run bench:browser -- --peers`: what a frame of a full hall costs beside Phaser and naive Pixi.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureVisit } from './measure-visit.ts'

const usage = `npm run bench:browser -- [OPTIONS]: visits list and mall in a browser that has a share of a processor, behind a line

  --cores N      0.5 of a processor for the whole browser, all threads together
  --kbit N       4000 thousand bits a second, both ways together; 0: no limit
  --rtt MS       80 there and back
  --seconds N    10 of walking, then 10 of standing
  --peers        instead: CPU of the drawing thread a frame, 300 people in view, beside Phaser and naive Pixi
  --json FILE    also for programs
`

try {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { cores: text, kbit: text, rtt: text, seconds: text, json: text, peers: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help === true) process.stdout.write(usage)
  else if (values.peers === true) await besidePeers(values.json)
  else {
    const options = {
      cores: readNumber('cores', values.cores, 0.5, 0.05, 8),
      kbitPerS: readNumber('kbit', values.kbit, 4000, 0, 1e6) || Number.POSITIVE_INFINITY,
      rttMs: readNumber('rtt', values.rtt, 80, 0, 5000),
      seconds: readNumber('seconds', values.seconds, 10, 1, 600),
    }
    const root = fileURLToPath(new URL('../..', import.meta.url))
    if (spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
      throw new Error('the pages could not be built: see the lines above')
    const visit = await measureVisit(options)
    const rows: readonly (readonly [string, number, string])[] = [
      ['list answers to typing', visit.listS, 's'],
      ['first step after "Masuk mal"', visit.firstStepS, 's'],
      ['bytes until then', visit.firstStepKb, 'kB'],
      ['walking, whole browser', visit.walkingCores, 'cores'],
      ['walking, pictures', visit.framesPerS, '/s'],
      ['standing, whole browser', visit.idleCores, 'cores'],
      ['standing, pictures', visit.idleFramesPerS, '/s'],
      ['memory, whole browser', visit.memoryMb, 'MB'],
    ]
    for (const [name, value, unit] of rows)
      process.stdout.write(`${name.padEnd(32)} ${value.toFixed(value < 10 ? 3 : 1).padStart(9)} ${unit}\n`)
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ options, visit }, null, 2)}\n`)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Twice: with every name written by the peers, as they are made, and with as few as the product writes on a canvas of this size. */
async function besidePeers(json: string | undefined): Promise<void> {
  const { measureFrames } = await import('../peers/drawing/measure-frames.ts')
  const found = []
  for (const peerNames of [300, 12]) {
    const costs = await measureFrames({ peerNames, withNothing: true })
    found.push(costs)
    for (const [name, ms] of Object.entries(costs.cpuMs)) {
      const ratio = name === 'ours' || name === 'nothing' ? '' : `  ours is ${(costs.cpuMs.ours / ms).toFixed(2)} of it`
      process.stdout.write(`${`${name}, ${peerNames} names`.padEnd(32)} ${ms.toFixed(3).padStart(9)} ms a frame${ratio}\n`)
    }
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(found, null, 2)}\n`)
}

function readNumber(name: string, given: string | undefined, fallback: number, least: number, most: number): number {
  const value = given === undefined ? fallback : given.trim() === '' ? Number.NaN : Number(given)
  if (value >= least && value <= most) return value
  throw new TypeError(`--${name} must be a number from ${least} to ${most}, got ${given}`)
}
