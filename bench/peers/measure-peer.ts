import type { Cores } from '../server/cores.ts'
import { type CrowdCommand, crowdWithinMs } from '../server/crowd-process.ts'
import { type Load, measureLoad } from '../server/measure-load.ts'
import type { PeerLoad } from './known-range.ts'
import { startPeerServer } from './peer-server.ts'
import type { Peer } from './peers.ts'

/** The crowd that peer and product have in common; the names are those of the bots' options. */
export type CommonCrowd = {
  readonly region: string
  readonly n: number
  readonly seconds: number
  readonly warmUp: number
  readonly ramp: number
  readonly wait: number
  readonly seed: number
}

const entry = new URL('peers-crowd.ts', import.meta.url)
/** Enough to tell whether a peer is the one that is known. */
const shortly = { seconds: 10, warmUp: 5 }

/** Measures a peer twice, each time in a new process: under the conditions of its known range, and with citizens. @throws Error when it fails */
export async function measurePeer(peer: Peer, crowd: CommonCrowd, cores: Cores | null, say: (sentence: string) => void): Promise<PeerLoad> {
  say(`${peer.name}: everybody walks and sends positions, to see whether it is the peer that is known`)
  const everybodyWalks = await measureOnce(peer, { ...crowd, ...shortly }, true, cores)
  say(`${peer.name}: citizens`)
  return { peer, everybodyWalks, citizens: await measureOnce(peer, crowd, false, cores) }
}

async function measureOnce(peer: Peer, crowd: CommonCrowd, isRestless: boolean, cores: Cores | null): Promise<Load> {
  const server = await startPeerServer(peer.file, crowd.region, cores?.server ?? null)
  const args = (of: CommonCrowd): string[] => {
    const numbers = { n: of.n, seconds: of.seconds, 'warm-up': of.warmUp, ramp: of.ramp, wait: of.wait, seed: of.seed }
    const words = { host: server.host, protocol: peer.protocol, says: isRestless ? 'positions' : peer.says, region: of.region }
    const named = Object.entries({ ...words, ...numbers }).flatMap(([name, value]) => [`--${name}`, String(value)])
    return isRestless ? [...named, '--restless'] : named
  }
  const command = (of: CommonCrowd): CrowdCommand => ({ entry, args: args(of), core: cores?.crowd ?? null, withinMs: crowdWithinMs(of) })
  try {
    return await measureLoad({
      pid: server.pid,
      core: cores?.server ?? null,
      crowd: command(crowd),
      visitor: isRestless ? null : command({ ...crowd, n: 1, seconds: 1, warmUp: 1 }),
      readLoopMs: server.readLoopMs,
      say: () => undefined,
    })
  } finally {
    await server.stop()
  }
}
