import { Worker } from 'node:worker_threads'
import type { HonestReport } from './honest-crowd.ts'

export type HonestOptions = {
  readonly url: string
  /** The hall's map file, parsed. */
  readonly map: unknown
  readonly count: number
  readonly seed: number
}

/** Honest people in a thread of their own. */
export type HonestThread = {
  /** What they have seen since the last report, or since they came in. */
  report(): Promise<HonestReport>
  close(): Promise<void>
}

/** @throws Error when they are not let in */
export async function startHonestThread(workerData: HonestOptions): Promise<HonestThread> {
  const thread = new Worker(new URL('honest.thread.ts', import.meta.url), { workerData })
  const failed = new Promise<never>((_, reject) => thread.once('error', reject))
  failed.catch(() => undefined)
  const hear = <Message>(): Promise<Message> =>
    Promise.race([new Promise<Message>((resolve) => thread.once('message', (message: Message) => resolve(message))), failed])
  await hear<null>()
  return {
    report() {
      const answer = hear<HonestReport>()
      thread.postMessage(null)
      return answer
    },
    async close() {
      await thread.terminate()
    },
  }
}
