import { CodedError } from '@balai/engine/core'
import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { ContactView, ServiceEvent, ServiceRequest } from '../../../../../game/api/index.ts'
import type { ServiceSocket, SocketState } from '../../../../../game/page/shared/socket/service-socket.ts'
import type { MediaPort } from '../../../../../game/page/shared/talk/media-port.ts'
import { createTalk } from '../../../../../game/page/shared/talk/talk.ts'

const ringing: ContactView = { id: 't-1', ticket: 't', state: 'ringing', rung: 'video', citizenPresent: false, officerPresent: true }

function setUp(media: MediaPort) {
  const sent: ServiceRequest[] = []
  const listeners = new Map<string, (event: never) => void>()
  const state = signal<SocketState>('open')
  const socket = {
    state,
    reconnect() {},
    close() {},
    send: (request: ServiceRequest) => {
      if (state.value === 'open') sent.push(request)
      return state.value === 'open'
    },
    on: (type: string, listener: (event: never) => void) => {
      listeners.set(type, listener)
      return () => listeners.delete(type)
    },
  } as unknown as ServiceSocket
  const contact = signal<ContactView | null>(ringing)
  const talk = createTalk({ role: 'citizen', id: 't-1', contact, socket, iceServers: [], media })
  return { talk, sent, contact, state, hear: (event: ServiceEvent) => listeners.get(event.type)?.(event as never) }
}

const refusing = (refused: { video: boolean; audio: boolean }): MediaPort => ({
  bestRung: () => 'video',
  open: async (want) => {
    if ((want.video && refused.video) || (want.audio && refused.audio)) throw new CodedError('refused', 'no')
    return {
      audio: want.audio ? ({ kind: 'audio' } as MediaStreamTrack) : null,
      video: want.video ? ({ kind: 'video' } as MediaStreamTrack) : null,
    }
  },
  release() {},
})

test('a refused camera answers by voice and says why', async () => {
  const { talk, sent } = setUp(refusing({ video: true, audio: false }))
  talk.begin('video')
  await vi.waitFor(() => expect(sent).toContainEqual({ type: 'contact.answer', contact: 't-1', rung: 'audio' }))
  expect(talk.reason.value).toBe('camera')
})

test('a refused microphone, or a browser without calls, answers in writing', async () => {
  const noMicrophone = setUp(refusing({ video: true, audio: true }))
  noMicrophone.talk.begin('video')
  await vi.waitFor(() => expect(noMicrophone.sent).toContainEqual({ type: 'contact.answer', contact: 't-1', rung: 'chat' }))
  expect(noMicrophone.talk.reason.value).toBe('microphone')
  const noCalls = setUp({ ...refusing({ video: false, audio: false }), bestRung: () => 'chat' })
  noCalls.talk.begin('audio')
  await vi.waitFor(() => expect(noCalls.sent).toContainEqual({ type: 'contact.answer', contact: 't-1', rung: 'chat' }))
  expect(noCalls.talk.reason.value).toBe('insecure')
})

test('what was written while the line was down is sent when it is back, with its key', async () => {
  const { talk, sent, state, hear } = setUp(refusing({ video: true, audio: true }))
  state.value = 'waiting'
  talk.say('halo')
  expect(sent).toEqual([])
  state.value = 'open'
  expect(sent).toMatchObject([{ type: 'contact.chat', contact: 't-1', text: 'halo' }])
  const { key } = talk.messages.value[0]
  hear({ type: 'contact.chat', contact: 't-1', key, from: 'citizen', text: 'halo', at: '2026-01-01T00:00:00Z' })
  hear({ type: 'contact.chat', contact: 'other', key: 'x', from: 'officer', text: 'not ours', at: '2026-01-01T00:00:00Z' })
  state.value = 'connecting'
  state.value = 'open'
  expect(sent).toHaveLength(1)
  expect(talk.messages.value).toHaveLength(1)
})

test('leaving says goodbye once and opens nothing again', async () => {
  const { talk, sent, contact } = setUp(refusing({ video: true, audio: true }))
  talk.begin('chat')
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  talk.leave()
  talk.leave()
  contact.value = { ...ringing, state: 'talking', rung: 'video' }
  await Promise.resolve()
  expect(sent.slice(1)).toEqual([{ type: 'contact.signal', contact: 't-1', data: { kind: 'bye' } }])
})
