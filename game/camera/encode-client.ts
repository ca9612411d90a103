import type { EncodeCommand, EncodeEvent, EncodeSetup } from './encode/index.ts'

/** The encode loop as the page drives it, wherever it runs. */
export interface EncodeClient {
  /** Settles when the change has taken place at the encoders. */
  setSlate(lines: readonly string[] | null): Promise<void>
  requestKey(): void
  stop(): void
}

/**
 * Starts the loop in a worker of its own, or on the page where the tracks' streams cannot be sent to one.
 * `onEvent` hears everything but `slated`.
 */
export async function startEncode(setup: EncodeSetup, onEvent: (event: EncodeEvent) => void): Promise<EncodeClient> {
  const waiting = new Map<number, () => void>()
  let lastId = 0
  const hear = (event: EncodeEvent): void => {
    if (event.type !== 'slated') return onEvent(event)
    waiting.get(event.id)?.()
    waiting.delete(event.id)
  }
  const port = startInWorker(setup, hear) ?? (await startOnPage(setup, hear))
  return {
    setSlate(lines) {
      const id = ++lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        port.send({ type: 'slate', id, lines })
      })
    },
    requestKey: () => port.send({ type: 'key' }),
    stop() {
      port.send({ type: 'stop' })
      port.close()
      for (const resolve of waiting.values()) resolve()
      waiting.clear()
    },
  }
}

type Port = { send(command: EncodeCommand): void; close(): void }

/** Null where insertable streams are missing: the fallback's streams live on the page and so does the loop. */
function startInWorker(setup: EncodeSetup, hear: (event: EncodeEvent) => void): Port | null {
  if (typeof MediaStreamTrackProcessor === 'undefined') return null
  const worker = new Worker(new URL('../../workers/encode.worker.ts', import.meta.url), { type: 'module', name: 'encode' })
  worker.onmessage = ({ data }: MessageEvent<EncodeEvent>) => hear(data)
  worker.onerror = (event) => hear({ type: 'failed', message: event.message || 'the encoder thread did not start' })
  const transfer: Transferable[] = []
  if (setup.video) transfer.push(setup.video.frames)
  if (setup.audio) transfer.push(setup.audio.sounds)
  try {
    worker.postMessage({ type: 'start', setup } satisfies EncodeCommand, transfer)
  } catch {
    worker.terminate()
    return null
  }
  return {
    send: (command) => worker.postMessage(command),
    // A moment for the encoders to close by themselves.
    close: () => setTimeout(() => worker.terminate(), 500),
  }
}

async function startOnPage(setup: EncodeSetup, hear: (event: EncodeEvent) => void): Promise<Port> {
  const { createEncodeLoop } = await import('./encode/index.ts')
  const run = createEncodeLoop(hear)
  run({ type: 'start', setup })
  return { send: run, close: () => {} }
}
