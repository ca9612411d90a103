import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../server/store/index.ts'
import { runAndKill } from './run-and-kill.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kill -9', () => {
  it('loses nothing that was acknowledged, and keeps every append whole', async () => {
    const file = join(folder, 'killed.db')
    for (let round = 1; round <= 3; round++) {
      const acknowledged = await runAndKill(file, round, 500 * round)
      expect(acknowledged.size).toBe(16)
      const store = await openSqliteStore({ file })
      for (const [stream, version] of acknowledged) {
        const events = await store.readStream(stream)
        expect(events.length, stream).toBeGreaterThanOrEqual(version)
        expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1))
        const last = `${stream}/${events.length}`
        expect(await store.findTicket(last)).not.toBeNull()
        expect(await store.findIdempotent('kill', last)).not.toBeNull()
        expect(await store.findTicket(`${stream}/${events.length + 1}`)).toBeNull()
      }
      await store.close()
    }
  }, 60_000)
})
