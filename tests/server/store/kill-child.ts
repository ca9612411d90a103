import { openSqliteStore } from '../../../server/store/index.ts'

/** Appends for ever with 16 callers and prints `stream version` as soon as a write is acknowledged. Run by kill.test.ts. */
const [file, round] = process.argv.slice(2)
const store = await openSqliteStore({ file })
for (let caller = 0; caller < 16; caller++) void appendForEver(`round-${round}/${caller}`)

async function appendForEver(stream: string): Promise<void> {
  for (let version = 0; ; version++) {
    const id = `${stream}/${version + 1}`
    const ticket = {
      id,
      citizen: 'c',
      region: 'r',
      group: 'g',
      day: 'd',
      label: 'A-001',
      service: null,
      state: 'waiting',
      counter: null,
      issuedAtMs: 1,
      updatedAtMs: 1,
    }
    const idempotency = { scope: 'kill', key: id, fingerprint: 'f', result: id, atMs: 1 }
    await store.append({ stream, expected: version, events: [{ type: 'issued', atMs: 1, data: { id } }], tickets: [ticket], idempotency })
    process.stdout.write(`${stream} ${version + 1}\n`)
  }
}
