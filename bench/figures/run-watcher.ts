import { setTimeout as wait } from 'node:timers/promises'
import { createClient, loadPlace } from '@balai/engine/host'
import { socketOf } from '@balai/engine/server'
import { createSnapshotBuffer, openSnapshot } from '@balai/engine/snapshot'
import { WebSocket } from 'ws'

const openWithinMs = 15_000
const people = 8

/** Somebody without a screen who stands in a place and looks at who else is there. */
export type Watcher = {
  /** Where somebody else is now, metres; null while nobody is seen. */
  other(): { readonly x: number; readonly z: number } | null
}

/** Enters the place at that address. It leaves when its server ends. @throws Error when nobody listens there */
export async function openWatcher(url: string, map: unknown): Promise<Watcher> {
  let own = 0
  const client = createClient({
    place: loadPlace(map),
    socket: socketOf(await connect(url)),
    clock: () => performance.now(),
    look: 0,
    physics: null,
    capacity: people,
    onEvent(event) {
      if (event.type === 'entered') own = event.netId
    },
  })
  const picture = openSnapshot(createSnapshotBuffer(people))
  return {
    other() {
      client.update(performance.now())
      client.snapshot(performance.now(), picture)
      const index = picture.netId.subarray(0, picture.header[3]).findIndex((netId) => netId !== own)
      return own === 0 || index < 0 ? null : { x: picture.toX[index], z: picture.toZ[index] }
    },
  }
}

/** A server that has just been started may not listen yet. */
async function connect(url: string): Promise<WebSocket> {
  for (const until = performance.now() + openWithinMs; ; await wait(100)) {
    const web = new WebSocket(url)
    const problem = await new Promise<Error | null>((resolve) => {
      web.once('open', () => resolve(null))
      web.once('error', resolve)
    })
    if (problem === null) return web
    if (performance.now() > until) throw problem
  }
}
