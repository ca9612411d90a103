import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

const validDays = 825
const renewBeforeMs = 30 * 86_400_000

/** The machine's own IPv4 addresses in its networks. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/**
 * A self-signed certificate for localhost and these addresses: kept in the data folder, made anew when an address is missing from it
 * or it is about to end. Browsers warn of it once; camera and microphone work behind it.
 */
export async function readLanCertificate(dataDir: string, addresses: readonly string[]): Promise<{ key: string; cert: string }> {
  const certFile = join(dataDir, 'lan-cert.pem')
  const keyFile = join(dataDir, 'lan-key.pem')
  const kept = await readKept(certFile, keyFile)
  if (kept !== null && isStillGood(kept.cert, addresses)) return kept

  const pems = await generate([{ name: 'commonName', value: 'Balai' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + validDays * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...['127.0.0.1', '::1', ...addresses].map((ip) => ({ type: 7 as const, ip }))],
      },
    ],
  })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(keyFile, pems.private, { mode: 0o600 })
  await chmod(keyFile, 0o600)
  await writeFile(certFile, pems.cert)
  return { key: pems.private, cert: pems.cert }
}

async function readKept(certFile: string, keyFile: string): Promise<{ key: string; cert: string } | null> {
  try {
    return { cert: await readFile(certFile, 'utf8'), key: await readFile(keyFile, 'utf8') }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
}

function isStillGood(cert: string, addresses: readonly string[]): boolean {
  const parsed = new X509Certificate(cert)
  return parsed.validToDate.getTime() - Date.now() > renewBeforeMs && addresses.every((address) => parsed.checkIP(address) !== undefined)
}
