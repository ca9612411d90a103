import { CodedError } from '@balai/engine/core'
import { effect, signal, type ReadonlySignal } from '@preact/signals'
import type { ContactView } from '../../../api/index.ts'
import { lowerRung, lowestRung, type ContactRung } from '../../../contact/index.ts'
import { newRequestKey } from '../api/request-key.ts'
import type { ServiceSocket } from '../socket/service-socket.ts'
import { addMessage, unconfirmed, type ChatMessage } from './chat-log.ts'
import { browserMedia, type MediaPort } from './media-port.ts'
import { createPeerLink, type IceServers, type LinkState } from './peer-link.ts'
import { readTalkSignal, type TalkSignal } from './talk-signal.ts'

/** Why the talk is not on the rung above; the key of a sentence. `null`: it is where both want it. */
export type RungReason = 'weak' | 'lost' | 'camera' | 'microphone' | 'insecure' | 'unsupported' | null

/** One talk between citizen and officer, as this end sees it. Everything to show is a signal. */
export type Talk = {
  readonly role: 'citizen' | 'officer'
  readonly contact: ReadonlySignal<ContactView | null>
  readonly link: ReadonlySignal<LinkState>
  readonly reason: ReadonlySignal<RungReason>
  readonly remote: ReadonlySignal<MediaStream | null>
  /** What the other end says that it sends. */
  readonly remoteSends: ReadonlySignal<{ readonly video: boolean; readonly audio: boolean }>
  readonly ownVideo: ReadonlySignal<MediaStreamTrack | null>
  readonly isMuted: ReadonlySignal<boolean>
  readonly isCameraOff: ReadonlySignal<boolean>
  /** The other end closed its panel, or its line is gone. */
  readonly isAlone: ReadonlySignal<boolean>
  readonly messages: ReadonlySignal<readonly ChatMessage[]>
  /** Joins on this rung or the best below it. The citizen's first `begin` answers the call. */
  begin(rung: ContactRung): void
  setRung(rung: ContactRung): void
  toggleMute(): void
  toggleCamera(): void
  /** Sends a text; kept and sent again when the line is down. */
  say(text: string): void
  /** Leaves: camera, microphone and line are closed. `begin` comes back. */
  leave(): void
  /** Leaves and stops listening. */
  dispose(): void
}

export type TalkOptions = {
  readonly role: 'citizen' | 'officer'
  /** The contact's id; a recall is another talk. */
  readonly id: string
  /** The newest state of that contact. */
  readonly contact: ReadonlySignal<ContactView | null>
  readonly socket: ServiceSocket
  readonly iceServers: IceServers
  /** What was written in this talk before it was made here. */
  readonly history?: readonly ChatMessage[]
  /** The browser's camera and microphone when left out. */
  readonly media?: MediaPort
  /** Bytes that picture and sound cost, for the data meter. */
  readonly onBytes?: (bytes: number) => void
}

/** Makes a talk that has not begun: it gathers messages, opens nothing. Free it with `dispose()`. */
export function createTalk(options: TalkOptions): Talk {
  const { role, id, contact, socket } = options
  const media = options.media ?? browserMedia()
  const link = signal<LinkState>('idle')
  const reason = signal<RungReason>(null)
  const remote = signal<MediaStream | null>(null)
  const remoteSends = signal({ video: true, audio: true })
  const ownVideo = signal<MediaStreamTrack | null>(null)
  const isMuted = signal(false)
  const isCameraOff = signal(false)
  const isAlone = signal(false)
  const messages = signal<readonly ChatMessage[]>(options.history ?? [])
  let ownAudio: MediaStreamTrack | null = null
  let hasBegun = false
  let work: Promise<void> = Promise.resolve()

  const signalOther = (data: TalkSignal) => void socket.send({ type: 'contact.signal', contact: id, data })
  const peer = createPeerLink({
    role,
    iceServers: options.iceServers,
    onBytes: options.onBytes,
    send: signalOther,
    onState: (state) => {
      link.value = state
      if (state === 'connected') {
        isAlone.value = false
        tellSending()
      }
    },
    onRemote: (stream) => {
      remote.value = stream
    },
    onWeak: (why) => {
      const rung = contact.value?.rung ?? 'chat'
      if (why === 'weak' && rung !== 'video') return
      const lower = lowerRung(rung)
      if (!lower) return
      reason.value = why
      requestRung(lower)
    },
  })

  function requestRung(rung: ContactRung): void {
    socket.send({ type: 'contact.rung', contact: id, rung })
  }

  function tellSending(): void {
    signalOther({ kind: 'sending', video: ownVideo.value !== null, audio: ownAudio !== null && !isMuted.value })
  }

  /** Brings camera, microphone and line to the contact's rung. One at a time; reads the newest state when its turn comes. */
  function follow(): void {
    inTurn(async () => {
      const view = contact.value
      if (!hasBegun || view?.state !== 'talking') return
      if (view.rung === 'chat') {
        closeMedia()
        peer.stop()
        remote.value = null
        return
      }
      const reached = await openMedia(view.rung)
      if (!hasBegun) {
        closeMedia()
        return
      }
      if (reached !== view.rung) requestRung(reached)
      if (reached === 'chat') return
      peer.setTracks({ audio: isMuted.value ? null : ownAudio, video: ownVideo.value })
      if (link.value === 'idle') peer.start()
      else tellSending()
    })
  }

  function inTurn(step: () => Promise<void>): void {
    const before = work
    work = (async () => {
      await before
      await step()
    })()
  }

  /** Opens what a rung needs and closes what it does not. @returns the rung that could be reached. */
  async function openMedia(rung: ContactRung): Promise<ContactRung> {
    const possible = lowestRung(rung, media.bestRung())
    if (possible !== rung) reason.value = globalThis.isSecureContext ? 'unsupported' : 'insecure'
    if (possible === 'chat') return 'chat'
    const wantVideo = possible === 'video' && !isCameraOff.value
    if (!wantVideo && ownVideo.value) {
      media.release(ownVideo.value)
      ownVideo.value = null
    }
    const want = { video: wantVideo && !ownVideo.value, audio: !ownAudio }
    if (!want.video && !want.audio) return possible
    const all = await tryOpen(want)
    if (all) return possible
    if (want.video && (!want.audio || (await tryOpen({ video: false, audio: true })))) {
      reason.value = 'camera'
      return 'audio'
    }
    reason.value = 'microphone'
    return 'chat'
  }

  async function tryOpen(want: { video: boolean; audio: boolean }): Promise<boolean> {
    try {
      const tracks = await media.open(want)
      if (tracks.audio) ownAudio = tracks.audio
      if (tracks.video) ownVideo.value = tracks.video
      return true
    } catch (error) {
      if (error instanceof CodedError) return false
      throw error
    }
  }

  function closeMedia(): void {
    if (ownAudio) media.release(ownAudio)
    if (ownVideo.value) media.release(ownVideo.value)
    ownAudio = null
    ownVideo.value = null
  }

  function sendChat(message: ChatMessage): void {
    socket.send({ type: 'contact.chat', contact: id, key: message.key, text: message.text })
  }

  function leave(): void {
    if (!hasBegun) return
    hasBegun = false
    signalOther({ kind: 'bye' })
    peer.stop()
    closeMedia()
    remote.value = null
    reason.value = null
  }

  const stops = [
    socket.on('contact.signal', (event) => {
      const data = event.contact === id ? readTalkSignal(event.data) : null
      if (!data) return
      if (data.kind === 'bye') isAlone.value = true
      else if (data.kind === 'sending') remoteSends.value = { video: data.video, audio: data.audio }
      else if (hasBegun && contact.value?.rung !== 'chat') {
        isAlone.value = false
        peer.receive(data)
      }
    }),
    socket.on('contact.chat', (event) => {
      if (event.contact === id) messages.value = addMessage(messages.value, event)
    }),
    effect(() => {
      if (contact.value) follow()
    }),
    effect(() => {
      if (socket.state.value !== 'open') return
      for (const message of unconfirmed(messages.peek(), role)) sendChat(message)
      if (hasBegun && contact.peek()?.rung !== 'chat' && link.peek() === 'connecting') peer.start()
    }),
  ]

  return {
    role,
    contact,
    link,
    reason,
    remote,
    remoteSends,
    ownVideo,
    isMuted,
    isCameraOff,
    isAlone,
    messages,
    leave,
    begin(rung) {
      hasBegun = true
      isAlone.value = false
      reason.value = null
      const state = contact.value?.state
      // Camera and microphone are asked for before answering, so that the other end never waits before a dark picture.
      inTurn(async () => {
        const reached = rung === 'chat' ? 'chat' : await openMedia(rung)
        if (state === 'ringing' && role === 'citizen') socket.send({ type: 'contact.answer', contact: id, rung: reached })
        else if (contact.value?.rung !== reached) requestRung(reached)
      })
      follow()
    },
    setRung(rung) {
      reason.value = null
      if (rung === 'video') isCameraOff.value = false
      requestRung(rung)
    },
    toggleMute() {
      isMuted.value = !isMuted.value
      peer.setTracks({ audio: isMuted.value ? null : ownAudio, video: ownVideo.value })
      tellSending()
    },
    toggleCamera() {
      isCameraOff.value = !isCameraOff.value
      follow()
    },
    say(text) {
      const message: ChatMessage = { key: newRequestKey(), from: role, text, at: null }
      messages.value = addMessage(messages.value, message)
      sendChat(message)
    },
    dispose() {
      leave()
      for (const stop of stops) stop()
    },
  }
}
