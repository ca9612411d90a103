import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals'
import type { ContactRung } from '../../../contact/index.ts'
import { createTalk, type MediaPort, type Talk } from '../../shared/talk/index.ts'
import type { CameraDesk } from './camera-desk.ts'
import type { ConsoleApp } from './console-app.ts'
import type { Desk } from './desk.ts'

/** The private talk about the ticket in hand. */
export type TalkDesk = {
  readonly talk: ReadonlySignal<Talk | null>
  /** False after a reload, or when the call was made at another machine: nothing opens by itself then. */
  readonly isJoined: ReadonlySignal<boolean>
  /** Joins, or comes back. */
  join(): Promise<void>
  /** Closes camera, microphone and line; the talk stays open for coming back. */
  leave(): void
  /** Which rung the next calls are offered on; changes the offer of a call that rings now. */
  offer(rung: ContactRung): void
}

export function createTalkDesk(options: { app: ConsoleApp; desk: Desk; camera: CameraDesk; media: MediaPort }): TalkDesk {
  const { app, desk, camera, media } = options
  const { contact, config, socket, settings } = app
  const contactId = computed(() => contact.value?.id ?? null)
  const talk = signal<Talk | null>(null)
  const isJoined = signal(false)

  // Made as soon as the contact is known and not a moment later: what was said before a reload is told once, right after.
  effect(() => {
    const id = contactId.value
    untracked(() => {
      talk.peek()?.dispose()
      isJoined.value = false
      talk.value = id === null ? null : createTalk({ role: 'officer', id, contact, socket, iceServers: config.iceServers, media })
      if (id !== null && contact.peek()?.state === 'ringing' && desk.isCalledHere(contact.peek()?.ticket ?? '')) void join()
    })
  })

  async function join(): Promise<void> {
    const mine = talk.peek()
    if (!mine || isJoined.peek()) return
    isJoined.value = true
    // Not before the public picture is covered.
    await camera.covered()
    if (talk.peek() === mine && isJoined.peek()) mine.begin(firstRung())
  }
  function firstRung(): ContactRung {
    const now = contact.peek()
    return now?.state === 'talking' ? now.rung : settings.rung.peek()
  }

  return {
    talk,
    isJoined,
    join,
    leave() {
      talk.peek()?.leave()
      isJoined.value = false
    },
    offer(rung) {
      settings.rung.value = rung
      if (contact.peek()?.state === 'ringing' && isJoined.peek()) talk.peek()?.setRung(rung)
    },
  }
}
