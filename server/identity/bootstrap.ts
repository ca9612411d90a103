import type { Store } from '../store/index.ts'
import { newId } from './keys.ts'
import { hashPassword, readablePassword } from './password.ts'

const username = 'petugas'

/** Makes the first officer, who may work in every region, when there is none; the password is told here and never again. */
export async function bootstrapOfficer(store: Store, nowMs: number): Promise<{ username: string; password: string } | null> {
  if ((await store.countOfficers()) > 0) return null
  const password = readablePassword()
  try {
    await store.putOfficer({
      id: newId(nowMs),
      username,
      passwordHash: await hashPassword(password),
      issuer: null,
      subject: null,
      name: 'Petugas',
      region: null,
      agency: null,
      createdAtMs: nowMs,
    })
  } catch (error) {
    // Another process on the same store was first, and has told its password.
    if ((error as { code?: string }).code === 'duplicate-key') return null
    throw error
  }
  return { username, password }
}
