import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const bytes = 48

/**
 * The install's secret, from which its keys are derived: `secret` in the data folder, readable by its owner alone, made at the first
 * start. Without it nobody's NIK is recognised again: keep it with the database.
 * @throws TypeError when the file is there but too short
 */
export async function readInstallSecret(dataDir: string): Promise<Uint8Array> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'secret')
  // Written whole beside its place first: of two servers that start at once, one puts its own there and both read that.
  const draft = join(dataDir, `secret.${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(draft, `${randomBytes(bytes).toString('base64url')}\n`, { mode: 0o600, flush: true })
    await link(draft, file)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const secret = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url')
  if (secret.length < 32)
    throw new TypeError(`${file} must hold at least 32 bytes in base64url, got ${secret.length}; restore it from a backup`)
  await chmod(file, 0o600)
  return secret
}
