import type { Measurement } from './figure.ts'
import { launchBrowser, openPage, phoneContext } from './run-browser.ts'
import { startRunServer } from './run-server.ts'
import { openWire } from './run-wire.ts'

const quietMs = 10_000
const atMostMs = 60_000

/**
 * What a first visit to `/kukar` on a phone costs, kB of a thousand bytes from the server, headers and sockets included, with an empty
 * cache and nobody touching, until nothing has crossed the wire for ten seconds. n: answers received.
 */
export async function measureFirstScreenKb(): Promise<Measurement> {
  const browser = await launchBrowser()
  const server = await startRunServer()
  const wire = await openWire(server.port)
  try {
    const context = await phoneContext(browser)
    let answers = 0
    context.on('requestfinished', () => answers++)
    await openPage(context, `${wire.origin}/kukar`)
    await wire.quiet(quietMs, atMostMs)
    return { value: wire.bytesDown() / 1000, n: answers }
  } finally {
    await browser.close()
    await wire.close()
    await server.stop()
  }
}
