import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRng } from '@balai/engine/core'
import { type ApiErrorBody, paperRefusals, type PapersResponse } from '../../game/api/index.ts'
import type { Measurement } from '../figures/figure.ts'
import { type Caller, createCaller } from '../figures/run-caller.ts'
import { type RunCitizen, signInCitizen } from '../figures/run-citizen.ts'
import { type RunServer, startRunServer } from '../figures/run-server.ts'
import type { HostileFile } from './hostile-file.ts'
import { hostileFiles } from './hostile-files.ts'
import { jpegSample, pdfSample, pngSample } from './paper-samples.ts'
import { createTusLine, type TusLine } from './tus-line.ts'

const seed = 20_26
const citizens = 20
/** Names under which a file would lie elsewhere, if names counted. */
const names = [
  '../../../../../../tmp/balai-hostile',
  '/tmp/balai-hostile',
  '..\\..\\balai-hostile',
  'ktp.jpg\0.sh',
  'a'.repeat(3000),
  '<img src=x onerror=alert(1)>',
]
const escaped = '/tmp/balai-hostile'
/** More than this over what it was after the honest papers is not flat, MB. */
const mostGrowthMb = 150

/**
 * Hostile files that a running server took for papers, or refused without a sentence in two languages; honest ones that it did not take; and what they did to it: an end,
 * memory that stays, files outside or left behind. Each is sent as a citizen sends a paper, under the name of something else. n: hostile files.
 */
export async function measureHostileFilesAccepted(): Promise<Measurement> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-hostile-'))
  const faults: string[] = []
  const server = await startRunServer({
    dataDir,
    settings: { TRUST_PROXY: 'on', LOG_LEVEL: 'error' },
    onOutput: (text) => void (/"level":(50|60)|error/i.test(text) && faults.push(`the server wrote ${text.slice(0, 300)}`)),
  })
  const caller = createCaller(() => server.port)
  try {
    const senders: Sender[] = []
    for (let i = 0; i < citizens; i++) {
      const citizen = await signInCitizen(caller, i + 1)
      senders.push({ citizen, caller, line: createTusLine(() => server.port, citizen) })
    }
    faults.push(...(await sendHonest(senders[0])))
    const beforeMb = residentMb(server)
    let n = 0
    for (const file of hostileFiles(createRng(seed))) {
      const wrong = await sendHostile(senders[n % citizens], file, n)
      if (wrong !== null) faults.push(`${file.name}: ${wrong}`)
      n++
    }
    faults.push(...(await sendHonest(senders[1])))
    const afterMb = residentMb(server)
    say(
      `${n} files; the server held ${beforeMb.toFixed(0)} MB before and ${afterMb.toFixed(0)} MB after, ${peakMb(server).toFixed(0)} MB at most`,
    )
    if (afterMb - beforeMb > mostGrowthMb) faults.push(`the server holds ${(afterMb - beforeMb).toFixed(0)} MB more than before`)
    faults.push(...(await lookAround(dataDir, senders)))
    for (const fault of faults.slice(0, 20)) say(fault)
    return { value: faults.length, n }
  } finally {
    caller.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Sender = { readonly citizen: RunCitizen; readonly caller: Caller; readonly line: TusLine }
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

async function send({ citizen, caller, line }: Sender, bytes: Uint8Array, metadata?: string, language = 'id') {
  const made = await line.create(bytes.length, metadata)
  if (made.status !== 201) throw new Error(`an upload was answered ${made.status}`)
  if (bytes.length > 0) {
    const sent = await line.send(made.location, 0, bytes)
    if (sent.status !== 204) throw new Error(`its bytes were answered ${sent.status}`)
  }
  const upload = made.location.slice(made.location.lastIndexOf('/') + 1)
  const ask = (asked: string) =>
    caller.call('POST', '/api/papers', {
      ...citizen,
      headers: { 'accept-language': asked },
      body: { upload, kind: 'ktp-el', region: 'kukar', expiresOn: null },
    })
  return { first: await ask(language), again: () => ask('en') }
}

/** What was wrong with how it was received; null: it was refused as it should be. */
async function sendHostile(sender: Sender, { bytes }: HostileFile, index: number): Promise<string | null> {
  const name = names[index % names.length]
  const { first, again } = await send(
    sender,
    bytes,
    `filename ${Buffer.from(name).toString('base64')},filetype ${Buffer.from('image/jpeg').toString('base64')}`,
  )
  if (first.status < 400) return 'was accepted'
  if (first.status >= 500) return `was answered ${first.status}`
  const said = (first.body as ApiErrorBody).error
  const saidAgain = ((await again()).body as ApiErrorBody).error
  if (!Object.hasOwn(paperRefusals, said.code)) return `was refused as ${said.code}`
  if (saidAgain.code !== said.code) return `was refused as ${said.code}, then as ${saidAgain.code}`
  const isWorded = [said.message, saidAgain.message].every((message) => message.length > 20 && !/[{}?]/.test(message))
  return isWorded && said.message !== saidAgain.message ? null : `was refused without a sentence: ${said.message}`
}

async function sendHonest(sender: Sender): Promise<string[]> {
  const papers = {
    photograph: jpegSample({ width: 1600, height: 1200, orientation: 6 }),
    png: pngSample({ width: 800, height: 600 }),
    pdf: pdfSample({ pages: 40, imageBytes: 20_000 }),
  }
  const wrong: string[] = []
  for (const [name, bytes] of Object.entries(papers)) {
    const { first } = await send(sender, bytes)
    if (first.status !== 201) wrong.push(`an honest ${name} was refused: ${JSON.stringify(first.body)}`)
  }
  return wrong
}

/** Nothing lies where it should not, and nobody has a paper but who sent an honest one. */
async function lookAround(dataDir: string, senders: readonly Sender[]): Promise<string[]> {
  const wrong: string[] = []
  if (existsSync(escaped)) wrong.push(`${escaped} is there`)
  const left = await readdir(join(dataDir, 'uploads'))
  if (left.length > 0) wrong.push(`${left.length} files of uploads are left`)
  const kept = (await readdir(join(dataDir, 'papers'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  if (kept.length !== 6) wrong.push(`${kept.length} files lie among the papers`)
  for (const [index, { caller, citizen }] of senders.entries()) {
    const { papers } = (await caller.call('GET', '/api/papers', citizen)).body as PapersResponse
    if (papers.length !== (index < 2 ? 3 : 0)) wrong.push(`citizen ${index} has ${papers.length} papers`)
  }
  return wrong
}

/** Memory of the process, MB; 0 where there is no /proc. */
const residentMb = (server: RunServer): number => statusMb(server, 'VmRSS')
const peakMb = (server: RunServer): number => statusMb(server, 'VmHWM')
function statusMb({ pid }: RunServer, name: string): number {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return 0
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(path, 'utf8'))?.[1] ?? 0) / 1000
}
