import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../server/store/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the child until it has acknowledged `enough` writes, kills it -9, and gives the newest acknowledged version of each stream. */
function runAndKill(file: string, round: number, enough: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('kill-child.ts', import.meta.url)), file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged = new Map<string, number>()
  let rest = ''
  let count = 0
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [stream, version] = line.split(' ')
      acknowledged.set(stream, Number(version))
      count++
    }
    if (count >= enough) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged)
      else reject(new Error('the child ended by itself'))
    })
  })
}

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
