import { CodedError } from '@balai/engine/core'
import {
  closingOf,
  dayAt,
  decideGift,
  foldGift,
  giftSteps,
  type DueAfter,
  type GiftCommand,
  type GiftState,
  type VoiceOfficer,
  type WorkCalendar,
} from '../../game/case/index.ts'
import type { Audit } from '../audit/index.ts'
import { commandStream, type RecordRow, type Store } from '../store/index.ts'
import { actorOf } from './complaint-service.ts'
import { orRefuse } from './or-refuse.ts'
import type { VoiceKeys } from './voice-keys.ts'
import type { GiftService } from './voice-port.ts'
import { requireWords, type VoiceWords } from './voice-words.ts'

const mostListed = 2000

/** @param options.calendarOf the working days of a region; its days are those of its time zone */
export function createGiftService(options: {
  readonly store: Pick<Store, 'append' | 'readStream' | 'findRecord' | 'recordsOf' | 'recordsAt' | 'findOfficer'>
  readonly audit: Pick<Audit, 'write'>
  readonly words: VoiceWords
  readonly keys: VoiceKeys
  readonly clock: () => number
  readonly dueAfter: (region: string) => Promise<DueAfter>
  readonly calendarOf: (region: string) => Promise<WorkCalendar>
}): GiftService {
  const { store, audit, words, keys, clock, dueAfter, calendarOf } = options

  async function command(id: string, region: string, wanted: GiftCommand, officer: VoiceOfficer): Promise<GiftState> {
    const due = await dueAfter(region)
    const { state, added } = await commandStream(store, {
      stream: `gratification/${id}`,
      fold: foldGift,
      decide: (state) => orRefuse(decideGift(state, wanted, due)),
      records: giftRows,
    })
    if (state === null) throw new CodedError('unknown-gift', `no gift ${id}`)
    for (const { type } of added) {
      const about = { kind: 'gratification', id }
      await audit.write({
        atMs: clock(),
        region,
        act: `gratification.${type}`,
        by: actorOf(officer),
        citizen: null,
        about,
        why: state.number,
      })
    }
    return state
  }
  async function find(id: string): Promise<GiftState> {
    const row = await store.findRecord('gratification', id)
    if (row === null) throw new CodedError('unknown-gift', `no gift ${id}`)
    return row.data as GiftState
  }
  const isIntegrityOf = (officer: VoiceOfficer, region: string): boolean =>
    officer.roles.has('integrity') && (officer.region === null || officer.region === region)

  return {
    async declare({ officer, region, receivedOn, text, key }) {
      const id = keys.idOf('gift', officer.id, key)
      const plain = requireWords(text)
      const before = await store.findRecord('gratification', id)
      if (before !== null) return before.data as GiftState
      const calendar = await calendarOf(region)
      const today = dayAt(calendar, clock())
      if (receivedOn > today) throw new CodedError('gift-future', `${receivedOn} is after today, ${today}`)
      const kept = await words.keep(plain, { kind: 'gratification', owner: '', region })
      const facts = { id, number: keys.numberOf('G', id), region, officer: officer.id, agency: officer.agency, receivedOn, kept }
      return command(id, region, { type: 'declare', atMs: clock(), today, receivedMs: closingOf(calendar, receivedOn), ...facts }, officer)
    },
    ofOfficer: async (officer) => (await store.recordsOf('gratification', officer)).map(({ data }) => data as GiftState),
    async listFor(officer, region) {
      if (!isIntegrityOf(officer, region)) throw new CodedError('not-for-you', 'gifts of others are for integrity')
      return (await store.recordsAt('gratification', region, null, null, mostListed)).map(({ data }) => data as GiftState)
    },
    async readFor(officer, id) {
      const gift = await find(id)
      if (gift.officer !== officer.id && !isIntegrityOf(officer, gift.region)) {
        throw new CodedError('unknown-gift', `gift ${id} is not this officer's to see`)
      }
      const text = await words.read(gift.kept, actorOf(officer), 'membaca catatan gratifikasi')
      return { gift, text, officerName: (await store.findOfficer(gift.officer))?.name ?? '' }
    },
    async advance(officer, id, to) {
      const { region } = await find(id)
      return command(id, region, { type: 'advance', atMs: clock(), to, officer }, officer)
    },
    stepsFor: (officer, gift) => (officer.id !== gift.officer && isIntegrityOf(officer, gift.region) ? giftSteps(gift.state) : []),
  }
}

function giftRows(gift: GiftState | null): RecordRow[] {
  if (gift === null) return []
  const { id, region, officer, state, dueMs, createdAtMs, updatedAtMs } = gift
  return [{ kind: 'gratification', id, region, owner: officer, desk: 'integrity', state, dueMs, createdAtMs, updatedAtMs, data: gift }]
}
