import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRng, type Rng } from '@balai/engine/core'
import type { CatalogueResponse } from '../../game/api/index.ts'
import type { Measurement } from './figure.ts'
import { type Caller, createCaller } from './run-caller.ts'
import { type RunCitizen, signInCitizen } from './run-citizen.ts'
import { type RunServer, startRunServer } from './run-server.ts'
import { type Acknowledged, createTicketLedger } from './ticket-ledger.ts'
import { createTicketTaker, type Place, type TicketTaker } from './ticket-taker.ts'

const kills = 300
const callerCount = 32
const citizensEach = 2
/** Tickets taken in one life of the server, fewest and most: more than 20,000 in 300 lives. */
const lifeTickets = [67, 91] as const
/** Lines in which everybody meets: few enough that the callers are in each other's way. */
const regions = ['kukar', 'jabar-bogor', 'kendari']
const groupsEach = 4
const seed = 20_26

/**
 * Acknowledged tickets that a killed server lost or gave twice. 32 callers take, give up and press twice while the server is
 * killed by SIGKILL at a random moment, 300 times. After each restart every ticket acknowledged since the one before must be there
 * with its number, its key must give it again, and at the end everybody's list must be exactly what was acknowledged. n: acknowledged tickets.
 */
export async function measureKillLost(): Promise<Measurement> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balai-kill-'))
  const callers: Caller[] = []
  let server: RunServer | null = null
  const start = async (): Promise<RunServer> => startRunServer({ dataDir, settings: { TRUST_PROXY: 'on', LOG_LEVEL: 'error' } })
  try {
    server = await start()
    const rng = createRng(seed)
    for (let i = 0; i < callerCount; i++) callers.push(createCaller(() => server?.port ?? 0))
    const places = await readPlaces(callers[0])
    const ledger = createTicketLedger()
    let life = new Set<Acknowledged>()
    const takers = await Promise.all(
      callers.map(async (caller, index) =>
        createTicketTaker({
          caller,
          places,
          ledger,
          citizens: await signInAll(caller, index),
          rng: createRng(seed + 1 + index),
          onAcknowledged: (told) => void life.add(told),
        }),
      ),
    )

    for (let kill = 0; kill < kills; kill++) {
      life = new Set()
      const before = ledger.tickets.size
      await liveAndDie({ server, takers, acknowledged: () => ledger.tickets.size - before, rng })
      server = await start()
      await Promise.all(takers.map((taker) => taker.resolve()))
      await verifyShared(takers, [...life])
    }
    await Promise.all(takers.map((taker) => taker.verifyLists()))
    if (ledger.lost() + ledger.doubled() > 0) process.stderr.write(`lost ${ledger.lost()}, doubled ${ledger.doubled()}\n`)
    return { value: ledger.lost() + ledger.doubled(), n: ledger.tickets.size }
  } finally {
    for (const caller of callers) caller.close()
    await server?.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Lets the callers run until enough was acknowledged and a little longer, kills the server in the middle of it, waits until all have seen that. */
async function liveAndDie(options: {
  server: RunServer
  takers: readonly TicketTaker[]
  acknowledged: () => number
  rng: Rng
}): Promise<void> {
  const { server, takers, acknowledged, rng } = options
  const enough = lifeTickets[0] + Math.floor(rng() * (lifeTickets[1] - lifeTickets[0]))
  const life = { isOver: false, hasNobody: false }
  const running = Promise.all(takers.map((taker) => taker.run(() => life.isOver))).finally(() => {
    life.hasNobody = true
  })
  // What went wrong is thrown below, after the server's end.
  running.catch(() => undefined)
  while (acknowledged() < enough && !life.hasNobody) await wait(1)
  await wait(rng() * 12)
  await server.kill()
  life.isOver = true
  await running
}

async function verifyShared(
  takers: readonly { verify(tickets: readonly Acknowledged[]): Promise<void> }[],
  tickets: readonly Acknowledged[],
): Promise<void> {
  await Promise.all(takers.map((taker, index) => taker.verify(tickets.filter((told) => Math.floor(told.citizen / citizensEach) === index))))
}

async function signInAll(caller: Caller, index: number): Promise<Map<number, RunCitizen>> {
  const citizens = new Map<number, RunCitizen>()
  for (let i = 0; i < citizensEach; i++) citizens.set(index * citizensEach + i, await signInCitizen(caller, index * citizensEach + i))
  return citizens
}

async function readPlaces(caller: Caller): Promise<Place[]> {
  const places: Place[] = []
  for (const region of regions) {
    const { status, body } = await caller.call('GET', `/api/regions/${region}/catalogue`)
    if (status !== 200) throw new Error(`the catalogue of ${region} was answered ${status}`)
    const groups = (body as CatalogueResponse).agencies.flatMap((agency) => agency.groups)
    for (const { slug } of groups.slice(0, groupsEach)) places.push({ region, group: slug })
  }
  return places
}
