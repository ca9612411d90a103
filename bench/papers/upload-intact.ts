import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRng, type Rng } from '@balai/engine/core'
import type { PapersResponse, PaperView } from '../../game/api/index.ts'
import type { Measurement } from '../figures/figure.ts'
import { createCaller } from '../figures/run-caller.ts'
import { type RunCitizen, signInCitizen } from '../figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../figures/run-server.ts'
import { pdfSample } from './paper-samples.ts'
import { createTusLine, type TusLine } from './tus-line.ts'

const cuts = 20
/** Four while bytes arrive, one while the paper is made of them. */
const kills = 5
const pages = 30
const pageBytes = 2_000_000
const seed = 20_26

/**
 * One PDF of 60 MB, 30 stored pictures, is sent while its line is cut 20 times at random bytes and the server is killed by SIGKILL 5 times. What the server
 * said it had must be there after each; in the end there must be one paper, of exactly what was sent, which opens to exactly what was kept. n: interruptions.
 */
export async function measureUploadIntact(): Promise<Measurement> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-intact-'))
  const rng = createRng(seed)
  const file = pdfSample({ pages, imageBytes: pageBytes, seed })
  let server: RunServer | null = null
  const start = (): Promise<RunServer> => startRunServer({ dataDir, settings: { TRUST_PROXY: 'on', LOG_LEVEL: 'error' }, onOutput: say })
  const caller = createCaller(() => server?.port ?? 0)
  try {
    server = await start()
    const citizen = await signInCitizen(caller, 1)
    const line = createTusLine(() => server?.port ?? 0, citizen)
    const { location, status } = await line.create(file.length)
    if (status !== 201) throw new Error(`an upload was answered ${status}`)
    const faults: string[] = []

    const plan = shuffle(
      [...Array.from({ length: cuts }, () => 'cut' as const), ...Array.from({ length: kills - 1 }, () => 'kill' as const)],
      rng,
    )
    const part = Math.floor(file.length / (plan.length + 1))
    let told = 0
    for (const what of plan) {
      const ends = Math.floor(part * (0.4 + rng()))
      const sent =
        what === 'cut'
          ? line.send(location, told, file.subarray(told), ends)
          : killAmid(server, line.send(location, told, file.subarray(told), ends), rng)
      if ((await sent).status !== 0) throw new Error('a request was answered that should have been cut')
      if (what === 'kill') server = await start()
      const now = await settledOffset(line, location)
      if (now < told) faults.push(`after a ${what} the server had ${now} bytes, and had told of ${told}`)
      told = now
    }
    const last = await line.send(location, told, file.subarray(told))
    if (last.status !== 204 || last.offset !== file.length) faults.push(`the last part was answered ${last.status}, ${last.offset} bytes`)

    const body = { upload: location.slice(location.lastIndexOf('/') + 1), kind: 'sertifikat', region: 'kukar', expiresOn: null }
    const ask = () => caller.call('POST', '/api/papers', { ...citizen, body })
    await killAmid(
      server,
      ask().catch(() => null),
      rng,
      600,
    )
    server = await start()
    const made = await ask()
    const again = await ask()
    if (made.status !== 201 || JSON.stringify(again.body) !== JSON.stringify(made.body))
      faults.push(`the paper was answered ${made.status}, then ${again.status}`)
    else
      faults.push(
        ...(await lookAt(made.body as PaperView, {
          file,
          citizen,
          server,
          dataDir,
          papers: (await caller.call('GET', '/api/papers', citizen)).body,
        })),
      )
    for (const fault of faults) say(`${fault}\n`)
    return { value: faults.length === 0 ? 1 : 0, n: cuts + kills }
  } finally {
    caller.close()
    await server?.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const say = (text: string): void => void (/error|fault|after|paper|answered/i.test(text) && process.stderr.write(text))
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Kills the server some time into a request. */
async function killAmid<Result>(server: RunServer, running: Promise<Result>, rng: Rng, mostMs = 40): Promise<Result> {
  await wait(5 + rng() * mostMs)
  await server.kill()
  return running
}

/** A line that was cut may still hold the upload for a moment. */
async function settledOffset(line: TusLine, location: string): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const { status, offset } = await line.offset(location)
    if (status === 200) return offset
    await wait(100)
  }
  throw new Error('the server does not say how far the upload is')
}

async function lookAt(
  made: PaperView,
  at: { file: Uint8Array; citizen: RunCitizen; server: RunServer; dataDir: string; papers: unknown },
): Promise<string[]> {
  const faults: string[] = []
  if (made.sentSha256 !== sha256(at.file)) faults.push('the paper was made of other bytes than were sent')
  if (made.pages !== pages) faults.push(`the paper has ${made.pages} pages`)
  const listed = (at.papers as PapersResponse).papers.map(({ id }) => id)
  if (listed.length !== 1 || listed[0] !== made.id) faults.push(`the list has ${listed.length} papers`)
  const opened = await download(at.server.port, `/api/papers/${made.id}/file`, at.citizen)
  if (sha256(opened) !== made.sha256 || opened.length !== made.bytes) faults.push('the paper opens to other bytes than were kept')
  const left = await readdir(join(at.dataDir, 'uploads'))
  if (left.length > 0) faults.push(`${left.length} files of uploads are left`)
  const kept = (await readdir(join(at.dataDir, 'papers'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  if (kept.length !== 1) faults.push(`${kept.length} files lie among the papers`)
  return faults
}

function download(port: number, path: string, { cookie, from }: RunCitizen): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, headers: { cookie, 'x-forwarded-for': from }, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', reject)
    })
    call.on('error', reject).end()
  })
}

function shuffle<Item>(items: Item[], rng: Rng): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(rng() * (last + 1))
    ;[items[last], items[other]] = [items[other], items[last]]
  }
  return items
}
