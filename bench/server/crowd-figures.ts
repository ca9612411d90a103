import { CodedError } from '@balai/engine/core'
import { doubtsOf } from '../bots/doubts.ts'
import type { FigureErrorCode, Measurement } from '../figures/figure.ts'
import { findCores } from './cores.ts'
import { figureOf } from './load-figures.ts'
import { measureServer, type ServerLoad } from './measure-server.ts'

const people = 1000
const seconds = 20
/** A crowd that stands costs nothing: so many of it must walk in every second of the window. Percent. */
const leastWalking = 30

/** One run serves every figure that asks for the same crowd. */
const runs = new Map<string, Promise<ServerLoad>>()

function crowdOf(behaviour: 'citizens' | 'roam'): Promise<ServerLoad> {
  const known = runs.get(behaviour)
  if (known !== undefined) return known
  const run = measureWalkers(['--behaviour', behaviour, '--n', String(people), '--seconds', String(seconds), '--warm-up', '20'])
  runs.set(behaviour, run)
  return run
}

/** Bytes of WebSocket frames down a viewer and second, of 1,000 who walk as `behaviour` says; mean over viewers. n: people who were in. */
export async function measureDownBps(behaviour: 'citizens' | 'roam'): Promise<Measurement> {
  return measured(await crowdOf(behaviour), 'down_mean')
}

/** The same of the viewer at the 99th percentile, by each viewer's mean over the window. */
export async function measureDownP99Bps(): Promise<Measurement> {
  return measured(await crowdOf('citizens'), 'down_p99')
}

/** WebSocket frames down a viewer and second. */
export async function measureDownFrames(): Promise<Measurement> {
  return measured(await crowdOf('citizens'), 'frames_mean')
}

/** Bytes of WebSocket frames up a person and second, masks included. */
export async function measureUpBps(): Promise<Measurement> {
  return measured(await crowdOf('citizens'), 'up_mean')
}

function measured({ figures }: ServerLoad, key: string): Measurement {
  return { value: figureOf(figures, key), n: Math.round(figureOf(figures, 'people')) }
}

/** @throws CodedError `too-slow` when this machine has no time for the crowd, Error when the crowd does not walk */
async function measureWalkers(botArgs: readonly string[]): Promise<ServerLoad> {
  const load = await measureServer(botArgs, findCores(), () => undefined)
  const [doubt] = doubtsOf(load.figures)
  if (doubt !== undefined) throw new CodedError<FigureErrorCode>('too-slow', doubt)
  const walking = figureOf(load.figures, 'walking_least')
  if (!(walking >= leastWalking)) throw new Error(`only ${walking.toFixed(0)} % of the crowd walked: whoever stands costs nothing`)
  return load
}
