import { manualClock } from '@balai/engine/core'
import {
  closeCodes,
  createServerSession,
  createWireWriter,
  protocolVersion,
  type Socket,
  writeClientMessage,
  written,
  type ClientMessage,
} from '@balai/engine/net'
import { expect, it } from 'vitest'

function open() {
  const clock = manualClock(5_000)
  const log: string[] = []
  const sent: Uint8Array[] = []
  const socket: Socket = {
    send: (bytes) => void sent.push(bytes.slice()),
    close: (code) => void log.push(`closed ${code}`),
    bufferedAmount: () => 0,
    onMessage: null,
    onClose: null,
  }
  const session = createServerSession(socket, clock, clock, {
    onHello: () => void log.push('hello'),
    onIntent: (_intent, stamp) => void log.push(`intent ${stamp}`),
    onAble: () => void log.push('able'),
    onLost: (slot) => void log.push(`lost ${slot}`),
    onGone: () => void log.push('gone'),
  })
  const say = (message: ClientMessage): void => {
    const writer = createWireWriter()
    writeClientMessage(writer, message)
    socket.onMessage?.(written(writer))
  }
  return { clock, log, sent, session, socket, say }
}
const hello: ClientMessage = { type: 'hello', version: protocolVersion, look: 0, mapHash: 0, canCollide: true, token: 0n }
const walk: ClientMessage = { type: 'intent', stamp: 9, check: 0, intent: { kind: 1, direction: 3, targetX: 0, targetZ: 0 } }

it('N1: hello first, once, in this version', () => {
  const early = open()
  early.say(walk)
  expect(early.log).toEqual([`closed ${closeCodes.helloExpected.code}`, 'gone'])
  const twice = open()
  twice.say(hello)
  twice.say(hello)
  expect(twice.log).toEqual(['hello', `closed ${closeCodes.helloExpected.code}`, 'gone'])
  const old = open()
  old.say({ ...hello, version: protocolVersion + 1 })
  expect(old.log).toEqual([`closed ${closeCodes.badVersion.code}`, 'gone'])
})

it('N8: malformed, oversize and too frequent messages close this socket, and nothing is heard from it after', () => {
  const malformed = open()
  malformed.say(hello)
  malformed.socket.onMessage?.(Uint8Array.of(2, 1, 2))
  malformed.say(walk)
  expect(malformed.log).toEqual(['hello', `closed ${closeCodes.badMessage.code}`, 'gone'])
  const large = open()
  large.socket.onMessage?.(new Uint8Array(257))
  expect(large.log).toEqual([`closed ${closeCodes.tooLarge.code}`, 'gone'])
  const many = open()
  many.say(hello)
  for (let i = 0; i < 239; i++) many.say(walk)
  expect(many.log).toHaveLength(240)
  many.clock.advance(500)
  for (let i = 0; i < 30; i++) many.say(walk)
  expect(many.log).toHaveLength(270)
  many.say(walk)
  expect(many.log.slice(270)).toEqual([`closed ${closeCodes.tooMany.code}`, 'gone'])
})

it('N9: a ping is answered at once with both clocks', () => {
  const { clock, say, sent } = open()
  say(hello)
  clock.advance(250)
  say({ type: 'ping', clientMs: 42 })
  expect(sent).toHaveLength(1)
  expect(new DataView(sent[0].buffer).getFloat64(1, true)).toBe(42)
  expect(new DataView(sent[0].buffer).getFloat64(9, true)).toBe(5_250)
})

it('N10: 30 seconds of silence end it', () => {
  const { clock, log, say, session } = open()
  say(hello)
  clock.advance(30_000)
  session.checkSilence(clock())
  expect(log).toEqual(['hello'])
  clock.advance(1)
  session.checkSilence(clock())
  expect(log).toEqual(['hello', `closed ${closeCodes.silent.code}`, 'gone'])
})
