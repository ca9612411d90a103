import { createHash } from 'node:crypto'
import { CodedError } from '@balai/engine/core'
import {
  applyConsentEvent,
  consentText,
  findConsent,
  giveConsent,
  mayUse,
  purposes,
  stopByMs,
  stopConsent,
  withdrawConsent,
  type Consent,
  type ConsentBook,
  type ConsentEvent,
  type PurposeSlug,
} from '../../game/case/index.ts'
import { newId, type Log } from '../identity/index.ts'
import { commandStream, readEvents, type RecordRow, type Store } from '../store/index.ts'

/** What to stop when an agreement is withdrawn; rejects when it has not stopped yet, and is asked again. */
export type StopProcessing = (citizen: string, consent: Consent) => Promise<void>

/** The agreements of each citizen: a stream of their own, and rows for lists. */
export type Consents = {
  of(citizen: string): Promise<Consent[]>
  /** The same in force already: nothing. Resolves when it is on the disk. */
  give(given: { citizen: string; region: string; purpose: PurposeSlug; how: string; about: Consent['about'] }): Promise<Consent>
  /** Gives or withdraws an agreement about nothing in particular, as a switch stands. */
  follow(citizen: string, purpose: PurposeSlug, isWanted: boolean, how: string): Promise<void>
  isInForce(citizen: string, purpose: PurposeSlug, about: Consent['about']): Promise<boolean>
  /** Nothing may be done under it from then on; stopping is begun at once. @throws CodedError unknown-consent */
  withdraw(citizen: string, consent: string): Promise<Consent>
  /** Tries again to stop what has not stopped. @returns how many are overdue after it */
  finishStops(): Promise<number>
}

const everybody = '-'
const atOnce = 500

export function createConsents(options: {
  store: Pick<Store, 'append' | 'readStream' | 'recordsDue' | 'findRecord'>
  clock: () => number
  stop: StopProcessing
  log: Log
}): Consents {
  const { store, clock, stop, log } = options
  const streamOf = (citizen: string): string => `consent/${citizen}`

  async function bookOf(citizen: string): Promise<ConsentBook> {
    return fold(await readEvents<ConsentEvent>(store, streamOf(citizen)))
  }
  async function command(citizen: string, region: string, decide: (book: ConsentBook) => readonly ConsentEvent[]): Promise<ConsentBook> {
    let touched: ReadonlySet<string> = new Set()
    const { state } = await commandStream<ConsentBook, ConsentEvent>(store, {
      stream: streamOf(citizen),
      fold,
      decide(book) {
        const events = decide(book)
        touched = new Set(events.map(({ consent }) => consent))
        return events
      },
      records: (book) => [...book.values()].filter(({ id }) => touched.has(id)).map((consent) => rowOf(consent, citizen, region)),
    })
    return state
  }
  async function tryStop(citizen: string, region: string, consent: Consent): Promise<void> {
    try {
      await stop(citizen, consent)
      await command(citizen, region, (book) => stopConsent(book, consent.id, clock()))
    } catch (error) {
      log({ error, purpose: consent.purpose }, 'what was done under a withdrawn consent has not stopped yet; it is tried again')
    }
  }
  async function withdraw(citizen: string, id: string): Promise<Consent> {
    const before = (await bookOf(citizen)).get(id)
    if (before === undefined) throw new CodedError('unknown-consent', 'there is no such consent of this citizen')
    const region = (await store.findRecord('consent', id))?.region ?? everybody
    const book = await command(citizen, region, (now) => withdrawConsent(now, id, clock()))
    const consent = book.get(id) ?? before
    if (consent.stoppedAtMs === null) await tryStop(citizen, region, consent)
    return (await bookOf(citizen)).get(id) ?? consent
  }
  async function give({ citizen, region, purpose, how, about }: Parameters<Consents['give']>[0]): Promise<Consent> {
    const textSha256 = createHash('sha256').update(consentText(purpose)).digest('hex')
    const book = await command(citizen, region, (now) =>
      giveConsent(now, {
        type: 'given',
        consent: newId(clock()),
        atMs: clock(),
        purpose,
        textVersion: purposes[purpose].version,
        textSha256,
        how,
        about,
      }),
    )
    const given = findConsent(book, purpose, about)
    if (given === null) throw new CodedError('unknown-consent', 'a consent that was just given is not there')
    return given
  }
  return {
    of: async (citizen) => [...(await bookOf(citizen)).values()].reverse(),
    give,
    withdraw,
    async follow(citizen, purpose, isWanted, how) {
      const before = findConsent(await bookOf(citizen), purpose, null)
      if (isWanted) await give({ citizen, region: everybody, purpose, how, about: null })
      else if (before !== null) await withdraw(citizen, before.id)
    },
    isInForce: async (citizen, purpose, about) => findConsent(await bookOf(citizen), purpose, about) !== null,
    async finishStops() {
      const soonMs = clock() + 100 * 86_400_000
      const open = await store.recordsDue('consent', 'withdrawn', soonMs, atOnce)
      for (const { owner, region, data } of open) await tryStop(owner, region, data as Consent)
      return (await store.recordsDue('consent', 'withdrawn', clock(), atOnce)).length
    },
  }
}

function fold(events: readonly ConsentEvent[]): ConsentBook {
  return events.reduce<ConsentBook>(applyConsentEvent, new Map())
}

function rowOf(consent: Consent, citizen: string, region: string): RecordRow {
  const state = mayUse(consent) ? 'given' : consent.stoppedAtMs === null ? 'withdrawn' : 'stopped'
  return {
    kind: 'consent',
    id: consent.id,
    region,
    owner: citizen,
    desk: '',
    state,
    dueMs: stopByMs(consent),
    createdAtMs: consent.givenAtMs,
    updatedAtMs: consent.stoppedAtMs ?? consent.withdrawnAtMs ?? consent.givenAtMs,
    data: consent,
  }
}
