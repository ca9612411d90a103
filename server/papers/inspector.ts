import { Worker } from 'node:worker_threads'
import { CodedError } from '@balai/engine/core'
import { paperError, type PaperLimits } from '../../game/case/index.ts'
import type { InspectAnswer, InspectRequest } from './inspect/index.ts'
import { paperRefusal } from './paper-refusal.ts'

/** Only an address: the entry point stands in a lower layer, and is a thread's. */
const paperThreadUrl = new URL('../../workers/paper.thread.ts', import.meta.url)

export type Inspector = {
  /**
   * Checks a file and writes it anew in a thread of its own. The bytes are given away.
   * @throws paperErrors' codes; paper-slow when it takes longer than it may, papers-busy when too many wait
   */
  inspect(bytes: Uint8Array<ArrayBuffer>): Promise<InspectAnswer & { readonly ok: true }>
  close(): Promise<void>
}
export type InspectorOptions = {
  readonly limits: PaperLimits
  /** For one file. */
  readonly mostMs?: number
  readonly mostWaiting?: number
  /** A thread without work ends, and its memory with it. */
  readonly idleMs?: number
}

/** JavaScript's own memory of the thread, MB; pixels lie outside of it and are bounded before they are decoded. */
const resourceLimits = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 }

/** One thread, one file at a time: on a small machine two at once would only be slower, and need twice the memory. */
export function createInspector(options: InspectorOptions): Inspector {
  const { limits, mostMs = 30_000, mostWaiting = 64, idleMs = 10_000 } = options
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function end(): Promise<void> {
    if (idle !== null) clearTimeout(idle)
    const ending = thread
    thread = null
    await ending?.terminate()
  }

  async function run(bytes: Uint8Array<ArrayBuffer>): Promise<InspectAnswer> {
    if (idle !== null) clearTimeout(idle)
    thread ??= new Worker(paperThreadUrl, { name: 'papers', resourceLimits, stderr: true })
    const answer = await askThread(thread, { bytes, limits }, mostMs)
    // A thread that failed, or took too long, is not asked again.
    if (answer instanceof CodedError) {
      await end()
      throw answer
    }
    idle = setTimeout(() => void end(), idleMs)
    idle.unref()
    return answer
  }

  return {
    async inspect(bytes) {
      if (waiting >= mostWaiting) throw paperRefusal('papers-busy')
      waiting++
      const mine = last.then(
        () => run(bytes),
        () => run(bytes),
      )
      last = mine.catch(() => undefined)
      try {
        const answer = await mine
        if (!answer.ok) throw new CodedError(answer.code, answer.message, answer.details)
        return answer
      } finally {
        waiting--
      }
    },
    async close() {
      await last
      await end()
    },
  }
}

function askThread(
  thread: Worker,
  request: InspectRequest & { bytes: Uint8Array<ArrayBuffer> },
  mostMs: number,
): Promise<InspectAnswer | CodedError> {
  return new Promise((resolve) => {
    const settle = (answer: InspectAnswer | CodedError): void => {
      clearTimeout(timer)
      thread.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      // What a thread says while it is being ended interests nobody.
      thread.on('error', () => undefined)
      resolve(answer)
    }
    const timer = setTimeout(() => settle(paperRefusal('paper-slow')), mostMs)
    thread.once('message', (answer: InspectAnswer) => settle(answer))
    // Out of its memory, or a fault of ours: the server goes on, the file does not.
    thread.once('error', (error) => settle(paperError('paper-bomb', String(error).slice(0, 200))))
    thread.once('exit', (code) => settle(paperError('paper-bomb', `the thread ended with ${code}`)))
    thread.postMessage(request, [request.bytes.buffer])
  })
}
