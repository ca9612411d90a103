import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { exportPath, proofPath, readAddress } from '../../../../game/page/proof/proof-address.ts'
import { createRegionClock, dayIn, formatCount } from '../../../../game/page/proof/region-time.ts'
import { reasonWords } from '../../../../game/page/proof/view/reason-words.ts'
import { callReasons, priorityReasons, type QueueEvent } from '../../../../game/queue/index.ts'

const read = (language: string) =>
  JSON.parse(readFileSync(new URL(`../../../../assets/locales/${language}/proof.json`, import.meta.url), 'utf8')) as Record<string, string>

/** Every event that can be a step of a ticket. */
const steps: Readonly<Record<Exclude<QueueEvent['type'], 'line-closed' | 'line-opened'>, true>> = {
  reserved: true,
  issued: true,
  'checked-in': true,
  arrived: true,
  'ready-asked': true,
  readied: true,
  passed: true,
  called: true,
  recalled: true,
  served: true,
  finished: true,
  parked: true,
  transferred: true,
  skipped: true,
  rejoined: true,
  returned: true,
  prioritised: true,
  noted: true,
  claimed: true,
  cancelled: true,
  rebooked: true,
  expired: true,
}

it.each(['id', 'en'])('has words for every step and every reason (%s), and shows no reason that is in no list', (language) => {
  const messages = read(language)
  const t = (key: string) => messages[key] ?? `MISSING ${key}`
  const said = [
    ...Object.keys(steps).map((type) => t(`proof.step.${type}`)),
    ...priorityReasons.map((reason) => reasonWords({ basis: 'priority', reason }, t)),
    ...callReasons.map((reason) => reasonWords({ basis: 'named', reason }, t)),
    ...['assigned', 'older-place', 'not-ready'].map((basis) => reasonWords({ basis, reason: '' }, t)),
  ]
  expect(said.filter((text) => text.startsWith('MISSING'))).toEqual([])
  expect(reasonWords({ basis: 'named', reason: 'Anda menang! hubungi 0812' }, t)).toBe(t('proof.named'))
})

it('reads and writes its address', () => {
  expect(readAddress(new URL('https://x/antrean/bukti/2026-11-22?wilayah=kukar&antrean=samsat#24e1'))).toEqual({
    day: '2026-11-22',
    region: 'kukar',
    group: 'samsat',
    receipt: '24e1',
  })
  expect(readAddress(new URL('https://x/antrean/bukti'))).toEqual({ day: null, region: null, group: null, receipt: null })
  expect(readAddress(new URL('https://x/antrean/bukti/kemarin')).day).toBeNull()
  expect(proofPath('kukar', '2026-11-22')).toBe('/antrean/bukti/2026-11-22?wilayah=kukar')
  expect(exportPath('kukar', '2026-11-22', 'a/b')).toBe('/api/regions/kukar/proof/2026-11-22/a%2Fb')
})

it('tells day and hour of the region, wherever the device is', () => {
  const lateMs = Date.parse('2026-11-22T23:30:00Z')
  expect([
    dayIn('Asia/Makassar', lateMs),
    createRegionClock('Asia/Makassar', 'id')(lateMs),
    createRegionClock('Asia/Jayapura', 'en')(lateMs),
  ]).toEqual(['2026-11-23', '07.30', '08:30'])
  expect([formatCount(1204, 'id'), formatCount(1_204_000, 'en'), formatCount(7, 'id')]).toEqual(['1.204', '1,204,000', '7'])
})
