import { parentPort } from 'node:worker_threads'
import { inspectPaper, type InspectRequest } from '../server/papers/inspect/index.ts'

// One file comes in, what became of it goes out. Whoever started it ends it when it takes too long.
if (parentPort === null) throw new Error('paper.thread.ts runs as a thread: use createInspector')
const port = parentPort
port.on('message', (request: InspectRequest) => {
  const answer = inspectPaper(request)
  // A kept file may be a view on a larger buffer, or on one that is shared: only its own bytes go.
  if (!answer.ok) port.postMessage(answer)
  else {
    const kept = Uint8Array.from(answer.kept)
    port.postMessage({ ...answer, kept }, [kept.buffer])
  }
})
