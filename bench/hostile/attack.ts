import { setTimeout as wait } from 'node:timers/promises'
import { closeCodes } from '@balai/engine/net'
import { helloTo, openWorld } from '../../tests/e2e/raw-sockets.ts'

/** Whom attacks are aimed at. */
export type Target = {
  readonly origin: string
  readonly port: number
  /** The hello of an honest page. */
  readonly hello: Uint8Array
  readonly mapHash: number
}

/** What an attack did, and what the server did wrong. */
export type AttackFindings = {
  /** Messages sent, lines torn, requests made. */
  readonly n: number
  readonly wrong: readonly string[]
}

export type Attack = { readonly name: string; readonly run: (target: Target, times: number) => Promise<AttackFindings> }

export async function aimAt(origin: string, port: number): Promise<Target> {
  const hello = await helloTo(origin, 'kukar')
  return { origin, port, hello, mapHash: new DataView(hello.buffer, hello.byteOffset).getUint32(7, true) }
}

/** Tries begun in a second: an attacker at the far end of a line, not a program that takes the server's own cores. */
const triesASecond = 150
const atATime = 20

/** So many tries, each of its own, not faster than a line allows: what one throws is a wrong of the server's. */
export async function repeat(times: number, one: (index: number) => Promise<AttackFindings>): Promise<AttackFindings> {
  const beganMs = performance.now()
  let next = 0
  let n = 0
  const wrong: string[] = []
  const work = async (): Promise<void> => {
    while (next < times) {
      const index = next++
      await wait(Math.max(0, beganMs + (1000 * index) / triesASecond - performance.now()))
      try {
        const found = await one(index)
        n += found.n
        wrong.push(...found.wrong)
      } catch (error) {
        wrong.push(String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atATime, times) }, work))
  return { n, wrong }
}

const closedWithinMs = 10_000

/** Sends frames to a walking socket and compares the code that it is closed with. `1009`: by the WebSocket itself. */
export async function expectClose(
  target: Target,
  frames: readonly (string | Uint8Array)[],
  expected: keyof typeof closeCodes | 1009,
): Promise<AttackFindings> {
  const socket = await openWorld(target.origin, 'kukar')
  for (const frame of frames) socket.send(frame)
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), closedWithinMs).unref())
  const code = await Promise.race([socket.closed, late])
  socket.close()
  const right = expected === 1009 ? expected : closeCodes[expected].code
  return { n: frames.length, wrong: code === right ? [] : [`closed with ${code} instead of ${right}`] }
}
