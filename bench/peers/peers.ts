import type { PeerProtocol } from './peer-socket.ts'

/** A server of another kind that does the same for the same crowd. */
export type Peer = {
  readonly key: string
  readonly name: string
  /** In bench/peers/servers. */
  readonly file: string
  readonly protocol: PeerProtocol
  /** What its clients send; see the README for why. */
  readonly says: 'positions' | 'intents'
  readonly known: KnownRange
}

/**
 * What a peer cost when it was first measured, on two cores under Node 20: 1,000 avatars, all of which walk, each client sending its
 * position and receiving its 30 nearest ten times a second. A peer far from it is not that peer any more.
 */
export type KnownRange = {
  /** Time on cores, seconds a second. */
  readonly cpu: readonly [least: number, most: number]
  /** Bytes down a client and second, and by what share of it a peer may stray. */
  readonly bytes: readonly [least: number, most: number]
  readonly bytesStray: number
  /** Memory one client more costs, MB; null: too little to be told from noise. */
  readonly growthMb: number | null
}

export const peers: readonly Peer[] = [
  {
    key: 'colyseus_view',
    name: 'Colyseus, schema and StateView',
    file: 'colyseus-view.mjs',
    protocol: 'colyseus',
    says: 'intents',
    known: { cpu: [0.47, 0.58], bytes: [2620, 2840], bytesStray: 0.2, growthMb: 0.23 },
  },
  {
    key: 'colyseus_bytes',
    name: 'Colyseus, sendBytes of a full packing',
    file: 'colyseus-bytes.mjs',
    protocol: 'colyseus',
    says: 'positions',
    known: { cpu: [0.33, 0.35], bytes: [2150, 2150], bytesStray: 0.03, growthMb: null },
  },
  {
    key: 'plain_ws',
    name: 'plain ws, full packing',
    file: 'plain-ws.mjs',
    protocol: 'ws',
    says: 'positions',
    known: { cpu: [0.23, 0.26], bytes: [2135, 2135], bytesStray: 0.03, growthMb: null },
  },
]
