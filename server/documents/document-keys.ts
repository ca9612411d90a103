import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Store } from '../store/index.ts'

/** A public key that documents may be sealed with. */
export type PublicKeyView = {
  readonly id: string
  /** The 32 bytes of Ed25519 (RFC 8032), base64url. */
  readonly publicKey: string
  readonly fromMs: number
  /** null: it seals today. */
  readonly untilMs: number | null
}

/** The key pairs of an install. The private one of today stays in the data folder; public ones stay for ever. */
export interface DocumentKeys {
  readonly current: PublicKeyView
  /** Ed25519 over the text in UTF-8, base64url. */
  sign(text: string): string
  verify(key: string, text: string, signature: string): Promise<boolean>
  /** null: no such key. */
  find(id: string): Promise<PublicKeyView | null>
  /** Oldest first. */
  all(): Promise<PublicKeyView[]>
  /** A new pair from now on; the old private key is destroyed, its public one still opens what it sealed. */
  rotate(): Promise<PublicKeyView>
}

const fileName = 'document-key.json'
const settingPrefix = 'document-key/'
/** SubjectPublicKeyInfo of Ed25519 before its 32 bytes (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const keyFile = z.object({ format: z.literal('balai-document-key-1'), privateKey: z.string().min(1), fromMs: z.number() })
type KeyFile = z.output<typeof keyFile>
type Pair = { readonly view: PublicKeyView; readonly privateKey: KeyObject }

/**
 * Reads the key of `dataDir`, or makes it at the first start, readable by its owner alone.
 * @throws TypeError when the file is there and is no such key
 */
export async function openDocumentKeys(options: {
  dataDir: string
  store: Pick<Store, 'putSetting' | 'settings'>
  clock: () => number
}): Promise<DocumentKeys> {
  const { dataDir, store, clock } = options
  const file = join(dataDir, fileName)
  const known = new Map<string, PublicKeyView>()
  let pair = await readOrMake(dataDir, file, clock())
  await publish(pair.view)

  async function publish(view: PublicKeyView): Promise<void> {
    known.set(view.id, view)
    await store.putSetting({ key: settingPrefix + view.id, value: view, updatedAtMs: clock(), updatedBy: '' })
  }
  /** Another server of the install may have made a key since. */
  async function readAll(): Promise<PublicKeyView[]> {
    for (const { value } of await store.settings(settingPrefix)) {
      const view = value as PublicKeyView
      known.set(view.id, view)
    }
    return [...known.values()].sort((a, b) => a.fromMs - b.fromMs)
  }
  async function find(id: string): Promise<PublicKeyView | null> {
    if (!known.has(id)) await readAll()
    return known.get(id) ?? null
  }

  return {
    get current() {
      return pair.view
    },
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), pair.privateKey).toString('base64url'),
    async verify(key, text, signature) {
      const view = await find(key)
      if (view === null) return false
      const bytes = Buffer.from(signature, 'base64url')
      return bytes.length === 64 && verify(null, Buffer.from(text, 'utf8'), publicKeyOf(view), bytes)
    },
    find,
    all: readAll,
    async rotate() {
      const nowMs = clock()
      const next = makeFile(nowMs)
      const draft = await writeDraft(dataDir, next)
      await publish({ ...pair.view, untilMs: nowMs })
      await rename(draft, file)
      pair = pairOf(next)
      await publish(pair.view)
      return pair.view
    },
  }
}

async function readOrMake(dataDir: string, file: string, nowMs: number): Promise<Pair> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  // Written whole beside its place first: of two servers that start at once, one puts its own there and both read that.
  const draft = await writeDraft(dataDir, makeFile(nowMs))
  try {
    await link(draft, file)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const parsed = keyFile.safeParse(readJson(await readFile(file, 'utf8')))
  if (!parsed.success) throw new TypeError(`${file} must hold a key that Balai made; restore it from a backup`)
  await chmod(file, 0o600)
  return pairOf(parsed.data)
}

async function writeDraft(dataDir: string, content: KeyFile): Promise<string> {
  const draft = join(dataDir, `${fileName}.${randomBytes(6).toString('hex')}`)
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true })
  return draft
}

function makeFile(fromMs: number): KeyFile {
  const { privateKey } = generateKeyPairSync('ed25519')
  const bytes = privateKey.export({ type: 'pkcs8', format: 'der' })
  return { format: 'balai-document-key-1', privateKey: bytes.toString('base64url'), fromMs }
}

function pairOf({ privateKey: text, fromMs }: KeyFile): Pair {
  const privateKey = createPrivateKey({ key: Buffer.from(text, 'base64url'), type: 'pkcs8', format: 'der' })
  const bytes = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(publicPrefix.length)
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { privateKey, view: { id, publicKey: bytes.toString('base64url'), fromMs, untilMs: null } }
}

function publicKeyOf({ publicKey }: PublicKeyView): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64url')]), type: 'spki', format: 'der' })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
