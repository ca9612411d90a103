import { join } from 'node:path'
import { hashPassword } from '../../server/identity/password.ts'
import { openSqliteStore } from '../../server/store/index.ts'

/** Puts officers of every region and agency into the store of a server that has not started yet; all have one password. */
export async function addOfficers(dataDir: string, count: number): Promise<{ username: string; password: string }[]> {
  const password = 'pairs-pairs-pairs-pairs'
  const store = await openSqliteStore({ file: join(dataDir, 'balai.sqlite') })
  try {
    const passwordHash = await hashPassword(password)
    const usernames = Array.from({ length: count }, (_, index) => `loket-${index + 1}`)
    const shared = { passwordHash, issuer: null, subject: null, region: null, agency: null, createdAtMs: Date.now() }
    for (const username of usernames) await store.putOfficer({ id: `officer-${username}`, username, name: username, ...shared })
    return usernames.map((username) => ({ username, password }))
  } finally {
    await store.close()
  }
}
