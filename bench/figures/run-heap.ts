import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'

/** What a page holds after its rubbish has been collected. */
export type Holding = {
  /** JavaScript's memory in use, of the page and of its workers together, bytes. */
  readonly heapBytes: number
  readonly workers: number
  readonly nodes: number
  readonly listeners: number
}

type Message = { readonly id: number; readonly result?: { readonly usedSize: number } }
type TargetEvents = {
  on(name: 'Target.attachedToTarget' | 'Target.detachedFromTarget', listener: (event: { readonly sessionId: string }) => void): void
  on(name: 'Target.receivedMessageFromTarget', listener: (event: { readonly message: string }) => void): void
  send(name: 'Target.setAutoAttach' | 'Target.sendMessageToTarget', params: object): Promise<void>
}

/** Collections until nothing more goes: what dies with a thread is gone some rounds after it. */
const mostRounds = 12
const roundMs = 150

/** Follows a page and every worker that it starts from now on. */
export async function watchHeap(page: Page): Promise<{ readonly read: () => Promise<Holding> }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  const workers = await watchWorkers(session)
  const once = async (): Promise<Holding> => {
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN
    return {
      heapBytes: metric('JSHeapUsedSize') + (await workers.heapBytes()),
      workers: workers.count(),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    }
  }
  return {
    async read() {
      let least = await once()
      for (let round = 0; round < mostRounds; round++) {
        await wait(roundMs)
        const next = await once()
        if (next.heapBytes < least.heapBytes || next.nodes < least.nodes || next.listeners < least.listeners) least = next
      }
      return least
    },
  }
}

/** Playwright has no door to a worker's memory; the protocol's older way of talking to one has. */
async function watchWorkers(session: CDPSession): Promise<{ count(): number; heapBytes(): Promise<number> }> {
  const targets = session as unknown as TargetEvents
  const alive = new Set<string>()
  const answers = new Map<number, (message: Message) => void>()
  let last = 0
  targets.on('Target.attachedToTarget', ({ sessionId }) => alive.add(sessionId))
  targets.on('Target.detachedFromTarget', ({ sessionId }) => alive.delete(sessionId))
  targets.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Message
    answers.get(answer.id)?.(answer)
    answers.delete(answer.id)
  })
  await targets.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const ask = async (sessionId: string, method: string): Promise<Message> => {
    const id = ++last
    const answered = new Promise<Message>((resolve) => answers.set(id, resolve))
    await targets.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    return answered
  }
  return {
    count: () => alive.size,
    async heapBytes() {
      let sum = 0
      for (const sessionId of alive) {
        await ask(sessionId, 'HeapProfiler.collectGarbage')
        sum += (await ask(sessionId, 'Runtime.getHeapUsage')).result?.usedSize ?? Number.NaN
      }
      return sum
    },
  }
}
