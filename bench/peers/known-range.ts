import { figureOf, growthMb } from '../server/load-figures.ts'
import type { Load } from '../server/measure-load.ts'
import type { Peer } from './peers.ts'

/** A machine may be this much faster or slower than the one where the range was measured. */
const cpuFactor = 2
const growthFactor = 2
/** Frames a second that a client must have got of the ten it was promised: a starved peer looks cheap. */
const leastFrames = 9
const leastIn = 0.95

/** What a peer showed: `everybodyWalks` under the conditions of its known range, `citizens` beside the product. */
export type PeerLoad = { readonly peer: Peer; readonly everybodyWalks: Load; readonly citizens: Load }

/** Why no ratio may be taken with this peer, as sentences; empty when it is the peer that is known. */
export function straysOf({ peer, everybodyWalks, citizens }: PeerLoad, n: number): string[] {
  const { known } = peer
  const strays: string[] = []
  const refuse = (is: boolean, why: string): void => {
    if (is) strays.push(`${peer.key}: ${why}`)
  }
  for (const { figures } of [everybodyWalks, citizens]) {
    const people = figureOf(figures, 'people')
    const frames = figureOf(figures, 'frames_mean')
    refuse(!(people >= leastIn * n), `only ${people.toFixed(0)} of ${n} were in`)
    refuse(!(frames >= leastFrames), `a client got ${frames.toFixed(1)} frames a second of 10: it did not do its work`)
  }
  const bytes = figureOf(everybodyWalks.figures, 'down_mean')
  const [leastBytes, mostBytes] = [known.bytes[0] * (1 - known.bytesStray), known.bytes[1] * (1 + known.bytesStray)]
  refuse(
    !(bytes >= leastBytes && bytes <= mostBytes),
    `${bytes.toFixed(0)} B/s a client, known are ${rangeText(known.bytes)} ± ${100 * known.bytesStray} %`,
  )
  const cpu = everybodyWalks.cpuCores
  refuse(
    !(cpu >= known.cpu[0] / cpuFactor && cpu <= known.cpu[1] * cpuFactor),
    `${cpu.toFixed(2)} CPU s/s, known are ${rangeText(known.cpu)}, a factor of ${cpuFactor} apart at most`,
  )
  if (known.growthMb === null) return strays
  const growth = growthMb(citizens)
  refuse(
    !(growth >= known.growthMb / growthFactor && growth <= known.growthMb * growthFactor),
    `${growth.toFixed(3)} MB a client, known are ${known.growthMb}, a factor of ${growthFactor} apart at most`,
  )
  return strays
}

const rangeText = ([least, most]: readonly [number, number]): string => (least === most ? String(least) : `${least} to ${most}`)
