import { CodedError } from '@balai/engine/core'
import { readOptions } from '../bots/options.ts'
import type { FigureErrorCode, Measurement } from '../figures/figure.ts'
import { findCores } from '../server/cores.ts'
import { figureOf } from '../server/load-figures.ts'
import { measureServer } from '../server/measure-server.ts'
import { compare, type Comparison } from './compare.ts'
import { installPeers } from './install.ts'
import { measurePeer } from './measure-peer.ts'
import { peers } from './peers.ts'

const people = 1000
const botArgs = ['--n', String(people), '--seconds', '20', '--warm-up', '30']

/** Both ratios come from one run. */
let run: Promise<Comparison & { readonly people: number }> | null = null

/** CPU or memory of the product's server over that of Colyseus with schema and StateView, under 1,000 citizens. n: people in the smaller crowd. */
export async function measureVsColyseus(ratio: 'cpu' | 'mem'): Promise<Measurement> {
  run ??= runBeside()
  const { ratios, refused, people } = await run
  if (refused.length > 0) throw new CodedError<FigureErrorCode>('not-comparable', refused.join('; '))
  const found = ratios.find(({ key }) => key === `${ratio}_vs_${peers[0].key}`)
  return { value: found?.value ?? Number.NaN, n: people }
}

async function runBeside(): Promise<Comparison & { readonly people: number }> {
  const cores = findCores()
  if (cores === null)
    throw new CodedError<FigureErrorCode>('not-comparable', 'server and crowd need a core each: Linux with taskset and two cores')
  const crowd = readOptions(botArgs)
  if (crowd === null) throw new TypeError('botArgs must be a run')
  installPeers(() => undefined)
  const ours = await measureServer(botArgs, cores, () => undefined)
  const theirs = await measurePeer(peers[0], crowd, cores, () => undefined)
  const inside = [ours, theirs.citizens].map(({ figures }) => figureOf(figures, 'people'))
  return { ...compare(ours, theirs, people), people: Math.round(Math.min(...inside)) }
}
