import { isTooWeakForVideo, recoveryStep, type LineSample } from './recovery.ts'
import { newRound, type TalkSignal } from './talk-signal.ts'

export type LinkState = 'idle' | 'connecting' | 'connected' | 'recovering'
export type IceServers = readonly { readonly urls: readonly string[]; readonly username?: string; readonly credential?: string }[]

/** One peer-to-peer line between the two ends, put up again as often as it takes. */
export type PeerLink = {
  /** Begins: the citizen says `ready`, the officer `hello`. Calling it again begins a new round. */
  start(): void
  /** A signal from the other end. Signals of other rounds are passed over. */
  receive(signal: TalkSignal): void
  /** What this end sends from now on; null sends nothing. No new negotiation is needed. */
  setTracks(tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null }): void
  /** Closes the line; `start()` may put up another. */
  stop(): void
}

export type PeerLinkOptions = {
  /** The officer offers, the citizen answers. */
  readonly role: 'citizen' | 'officer'
  readonly iceServers: IceServers
  readonly send: (signal: TalkSignal) => void
  readonly onState: (state: LinkState) => void
  /** The other end's voice and picture; one stream for the whole round. */
  readonly onRemote: (stream: MediaStream) => void
  /** The line has not carried for 12 s, or carries too little for a picture: go one rung down. */
  readonly onWeak: (why: 'lost' | 'weak') => void
  /** Bytes that the line carried since the last word of it, both ways. */
  readonly onBytes?: (bytes: number) => void
}

const maxVideoBitsPerSecond = 300_000
const maxAudioBitsPerSecond = 32_000
const beatMs = 500
const sampleEveryBeats = 10

/** Makes a line that is not put up yet. Free it with `stop()`. */
export function createPeerLink(options: PeerLinkOptions): PeerLink {
  let pc: RTCPeerConnection | null = null
  let round = ''
  let tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null } = { audio: null, video: null }
  let early: RTCIceCandidateInit[] = []
  let beat: ReturnType<typeof setInterval> | undefined
  let downSince: number | null = null
  let restartedAt: number | null = null
  let askedAt = 0
  let samples: LineSample[] = []
  let beats = 0
  let carried = 0
  let work: Promise<unknown> = Promise.resolve()

  /** One step after the other: descriptions and tracks must not overtake each other. A step that fails leaves the line down, and the beat looks after that. */
  function inOrder(step: () => Promise<unknown>): void {
    work = work.then(step).catch(() => undefined)
  }

  function start(): void {
    startBeat()
    options.onState('connecting')
    if (options.role === 'officer') {
      options.send({ kind: 'hello' })
      return
    }
    openConnection(newRound())
    askedAt = performance.now()
    options.send({ kind: 'ready', round })
  }

  function openConnection(newName: string): RTCPeerConnection {
    pc?.close()
    round = newName
    early = []
    samples = []
    carried = 0
    downSince = performance.now()
    restartedAt = null
    const mine = new RTCPeerConnection({ iceServers: options.iceServers.map((server) => ({ ...server, urls: [...server.urls] })) })
    pc = mine
    const remote = new MediaStream()
    mine.onicecandidate = ({ candidate }) => {
      if (pc === mine && candidate) options.send({ kind: 'candidate', round, candidate: candidate.toJSON() })
    }
    mine.ontrack = ({ track }) => {
      remote.addTrack(track)
      if (pc === mine) options.onRemote(remote)
    }
    mine.onconnectionstatechange = () => {
      if (pc === mine) follow(mine.connectionState)
    }
    return mine
  }

  function follow(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      downSince = null
      restartedAt = null
      options.onState('connected')
      return
    }
    if ((state === 'disconnected' || state === 'failed') && downSince === null) {
      downSince = performance.now()
      options.onState('recovering')
    }
  }

  async function offer(): Promise<void> {
    const mine = pc
    if (!mine) return
    await mine.setLocalDescription(await mine.createOffer())
    if (pc === mine && mine.localDescription) options.send({ kind: 'offer', round, sdp: mine.localDescription.sdp })
  }

  async function beginAsOfficer(newName: string): Promise<void> {
    if (newName === round && pc) {
      // The citizen asks again for an offer that was lost on the way.
      if (pc.signalingState === 'have-local-offer') resendOffer(pc)
      return
    }
    startBeat()
    const mine = openConnection(newName)
    options.onState('connecting')
    // Both kinds from the beginning: changing the rung later only changes what is sent, never the agreement.
    mine.addTransceiver('audio', { direction: 'sendrecv' })
    mine.addTransceiver('video', { direction: 'sendrecv' })
    await applyTracks(mine)
    await offer()
  }

  async function answerOffer(of: string, sdp: string): Promise<void> {
    const mine = pc
    if (!mine || of !== round) return
    await mine.setRemoteDescription({ type: 'offer', sdp })
    for (const transceiver of mine.getTransceivers()) transceiver.direction = 'sendrecv'
    await applyTracks(mine)
    await mine.setLocalDescription(await mine.createAnswer())
    if (pc !== mine || !mine.localDescription) return
    options.send({ kind: 'answer', round, sdp: mine.localDescription.sdp })
    await addEarly(mine)
  }

  async function addEarly(mine: RTCPeerConnection): Promise<void> {
    for (const candidate of early.splice(0)) await mine.addIceCandidate(candidate)
  }

  async function applyTracks(mine: RTCPeerConnection): Promise<void> {
    for (const { sender, receiver } of mine.getTransceivers()) {
      const kind = receiver.track.kind === 'video' ? 'video' : 'audio'
      await sender.replaceTrack(tracks[kind])
      const parameters = sender.getParameters()
      const encoding = parameters.encodings?.[0]
      if (!encoding) continue
      encoding.maxBitrate = kind === 'video' ? maxVideoBitsPerSecond : maxAudioBitsPerSecond
      await sender.setParameters(parameters)
    }
  }

  function startBeat(): void {
    if (beat === undefined) beat = setInterval(onBeat, beatMs)
  }

  function onBeat(): void {
    const now = performance.now()
    beats += 1
    if (pc && downSince === null) {
      if (beats % sampleEveryBeats === 0) takeSample(pc).catch(() => undefined)
      return
    }
    if (!pc || downSince === null) return
    // The line was never up: nothing to restart, ask for the offer again.
    if (options.role === 'citizen' && !pc.remoteDescription && now - askedAt >= 3_000) {
      askedAt = now
      options.send({ kind: 'ready', round })
    }
    const step = recoveryStep(now - downSince, restartedAt === null ? null : now - restartedAt)
    if (step === 'lower') {
      downSince = now
      options.onWeak('lost')
    } else if (step === 'restart' && pc.remoteDescription) {
      restartedAt = now
      restart()
    }
  }

  function restart(): void {
    if (options.role === 'citizen') options.send({ kind: 'restart', round })
    else if (pc?.signalingState === 'have-local-offer') resendOffer(pc)
    else if (pc) {
      pc.restartIce()
      inOrder(offer)
    }
  }

  function resendOffer(mine: RTCPeerConnection): void {
    if (mine.localDescription) options.send({ kind: 'offer', round, sdp: mine.localDescription.sdp })
  }

  async function takeSample(mine: RTCPeerConnection): Promise<void> {
    const report = await mine.getStats()
    let received = 0
    let lost = 0
    let outgoing: number | null = null
    let bytes = 0
    report.forEach((row: Record<string, unknown>) => {
      if (row.type === 'inbound-rtp') {
        received += Number(row.packetsReceived ?? 0)
        lost += Number(row.packetsLost ?? 0)
      }
      if (row.type === 'candidate-pair') bytes += Number(row.bytesReceived ?? 0) + Number(row.bytesSent ?? 0)
      if (row.type === 'candidate-pair' && row.nominated === true && typeof row.availableOutgoingBitrate === 'number') {
        outgoing = row.availableOutgoingBitrate
      }
    })
    if (pc === mine && bytes > carried) {
      options.onBytes?.(bytes - carried)
      carried = bytes
    }
    samples = [...samples.slice(-5), { received, lost, outgoingBitsPerSecond: tracks.video ? outgoing : null }]
    if (pc !== mine || !isTooWeakForVideo(samples)) return
    samples = []
    options.onWeak('weak')
  }

  function receive(signal: TalkSignal): void {
    if (options.role === 'officer') {
      if (signal.kind === 'ready') inOrder(() => beginAsOfficer(signal.round))
      else if ('round' in signal && signal.round === round && pc) {
        if (signal.kind === 'answer') inOrder(() => takeAnswer(signal.round, signal.sdp))
        else if (signal.kind === 'restart' && (restartedAt === null || performance.now() - restartedAt > 3_500)) {
          restartedAt = performance.now()
          restart()
        }
      }
    } else if (signal.kind === 'hello') start()
    else if (signal.kind === 'offer' && signal.round === round) inOrder(() => answerOffer(signal.round, signal.sdp))
    if (signal.kind === 'candidate' && signal.round === round && pc) {
      early.push(signal.candidate)
      inOrder(async () => {
        if (pc?.remoteDescription) await addEarly(pc)
      })
    }
  }

  async function takeAnswer(of: string, sdp: string): Promise<void> {
    const mine = pc
    if (!mine || of !== round || mine.signalingState !== 'have-local-offer') return
    await mine.setRemoteDescription({ type: 'answer', sdp })
    await addEarly(mine)
  }

  return {
    start,
    receive,
    setTracks(next) {
      tracks = next
      inOrder(async () => {
        if (pc && pc.getTransceivers().length > 0) await applyTracks(pc)
      })
    },
    stop() {
      clearInterval(beat)
      beat = undefined
      const old = pc
      pc = null
      round = ''
      downSince = null
      old?.close()
      options.onState('idle')
    },
  }
}
