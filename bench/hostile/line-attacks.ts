import type { Attack, AttackFindings, Target } from './attack.ts'
import { repeat } from './attack.ts'
import { frameOf } from './draw-frame.ts'
import { closeCodeIn, openRawLine, type RawLine, upgradeText, wireFrame, worldPath } from './raw-line.ts'

const answeredBytes = 'HTTP/1.1 '.length
const stuckMs = 15_000

/** Where a line is torn, and what was said before. `waits`: for the first bytes of the answer. */
const tears: readonly { readonly says: (target: Target) => (string | Buffer)[]; readonly waits: boolean }[] = [
  { says: () => [], waits: false },
  { says: () => ['GET /socket/wor'], waits: false },
  { says: ({ port }) => [upgradeText(port).slice(0, -2)], waits: false },
  // Refused, and torn before the refusal can be sent, or while it is.
  { says: ({ port }) => [upgradeText(port, worldPath, { origin: 'https://evil.example' })], waits: false },
  { says: ({ port }) => [upgradeText(port, worldPath, { origin: 'https://evil.example' })], waits: true },
  { says: ({ port }) => [upgradeText(port, '/socket/world?region=__proto__')], waits: false },
  { says: ({ port }) => [upgradeText(port, '/socket/nothing')], waits: true },
  { says: ({ port }) => [upgradeText(port, '/socket/nothing'), Buffer.alloc(100_000)], waits: false },
  // Taken, and torn at once, before hello, in the middle of a frame, after hello.
  { says: ({ port }) => [upgradeText(port)], waits: false },
  { says: ({ port }) => [upgradeText(port, '/socket/service')], waits: false },
  { says: ({ port }) => [upgradeText(port)], waits: true },
  { says: ({ port, hello }) => [upgradeText(port), wireFrame(hello).subarray(0, 1)], waits: true },
  { says: ({ port, hello }) => [upgradeText(port), wireFrame(hello).subarray(0, 9)], waits: true },
  { says: ({ port, hello }) => [upgradeText(port), wireFrame(hello)], waits: false },
  {
    says: ({ port, hello }) => [upgradeText(port), wireFrame(hello), wireFrame(frameOf({ type: 'ping', clientMs: 1 })).subarray(0, 4)],
    waits: true,
  },
]

async function tear(target: Target, index: number): Promise<AttackFindings> {
  const { says, waits } = tears[index % tears.length]
  const line = await openRawLine(target.port)
  for (const part of says(target)) line.socket.write(part)
  if (waits) await line.hears(answeredBytes)
  // By turns a reset, a goodbye of TCP with nothing read, and a line that is simply forgotten for a moment.
  if (index % 3 === 0) line.socket.resetAndDestroy()
  else if (index % 3 === 1) line.socket.end()
  else await line.over(20)
  line.socket.destroy()
  return { n: 1, wrong: [] }
}

/** Bytes after a good upgrade that no WebSocket says, and the codes of RFC 6455 §7.4.1 that may answer them. */
const broken: readonly { readonly bytes: Buffer; readonly codes: readonly number[] }[] = [
  { bytes: wireFrame(Uint8Array.of(4), { masked: false }), codes: [1002] },
  { bytes: wireFrame(Uint8Array.of(4), { reserved: 4 }), codes: [1002] },
  { bytes: wireFrame(Uint8Array.of(4), { opcode: 5 }), codes: [1002] },
  { bytes: wireFrame(Uint8Array.of(4), { opcode: 0 }), codes: [1002] },
  { bytes: wireFrame(new Uint8Array(126), { opcode: 9 }), codes: [1002] },
  { bytes: wireFrame(Uint8Array.of(0xff, 0xfe), { opcode: 1 }), codes: [1007] },
  { bytes: wireFrame(Uint8Array.of(0x03, 0xe7), { opcode: 8 }), codes: [1002] },
  { bytes: wireFrame(Uint8Array.of(9), { opcode: 8 }), codes: [1002] },
]

async function breakRules(target: Target, index: number): Promise<AttackFindings> {
  const { bytes, codes } = broken[index % broken.length]
  const line = await openRawLine(target.port)
  line.socket.write(upgradeText(target.port))
  await line.hears(answeredBytes)
  line.socket.write(bytes)
  const isOver = await line.over(stuckMs)
  const code = closeCodeIn(line.heard())
  line.socket.destroy()
  if (isOver && code !== null && codes.includes(code)) return { n: 1, wrong: [] }
  return {
    n: 1,
    wrong: [`broken rule ${index % broken.length} of the WebSocket was answered ${code}${isOver ? '' : ' and the line left open'}`],
  }
}

/** Requests for a socket that must be refused in HTTP's own words. */
const refused: readonly { readonly text: (port: number) => string; readonly status: number }[] = [
  { text: (port) => upgradeText(port, worldPath, { origin: 'https://evil.example' }), status: 403 },
  { text: (port) => upgradeText(port, worldPath, { origin: 'null' }), status: 403 },
  { text: (port) => upgradeText(port, '/socket/world?region=nowhere'), status: 404 },
  { text: (port) => upgradeText(port, '/socket/../etc/passwd'), status: 404 },
  { text: (port) => upgradeText(port, worldPath, { 'sec-websocket-version': '7' }), status: 400 },
  { text: (port) => upgradeText(port, worldPath, { 'sec-websocket-key': 'short' }), status: 400 },
  { text: (port) => upgradeText(port, worldPath, { padding: 'x'.repeat(40_000) }), status: 431 },
  { text: () => 'NONSENSE\r\n\r\n', status: 400 },
]

async function askWrongly(target: Target, index: number): Promise<AttackFindings> {
  const { text, status } = refused[index % refused.length]
  const line = await openRawLine(target.port)
  line.socket.write(text(target.port))
  await line.hears(answeredBytes + 3)
  const said = line.heard().toString('latin1', answeredBytes, answeredBytes + 3)
  line.socket.destroy()
  return {
    n: 1,
    wrong: said === String(status) ? [] : [`request ${index % refused.length} was answered ${said || 'with nothing'} instead of ${status}`],
  }
}

export const lineAttacks: readonly Attack[] = [
  { name: 'torn lines', run: (target, times) => repeat(times * tears.length, (index) => tear(target, index)) },
  { name: 'broken WebSockets', run: (target, times) => repeat(times * broken.length, (index) => breakRules(target, index)) },
  { name: 'refused requests', run: (target, times) => repeat(times * refused.length, (index) => askWrongly(target, index)) },
]

/** People who enter the hall and never read what they are told, until they are let go. */
export async function stopReading(target: Target, count: number): Promise<() => AttackFindings> {
  const lines: RawLine[] = []
  for (let i = 0; i < count; i++) {
    const line = await openRawLine(target.port)
    line.socket.write(upgradeText(target.port))
    await line.hears(answeredBytes)
    line.socket.pause()
    line.socket.write(wireFrame(target.hello))
    lines.push(line)
  }
  return () => {
    for (const { socket } of lines) socket.resetAndDestroy()
    return { n: count, wrong: [] }
  }
}
