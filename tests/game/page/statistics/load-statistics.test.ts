import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { loadStatistics } from '../../../../game/page/statistics/state/load-statistics.ts'
import type { ApiCall } from '../../../../game/page/shared/index.ts'

const regions = [
  { slug: 'kukar', timeZone: 'Asia/Makassar' },
  { slug: 'kendari', timeZone: 'Asia/Makassar' },
]
const officer = (region: string | null, agency: string | null = null) => ({ session: { role: 'officer', name: 'Sari', region, agency } })

/** An API with this session; the figures fail with `refusal` when there is one. */
function apiOf(session: unknown, refusal?: Error) {
  const asked: string[] = []
  const call = (async (_: string, path: string) => {
    asked.push(path)
    if (path === '/api/session') return session
    if (path === '/api/regions') return { regions }
    if (path.endsWith('/catalogue')) return { region: regions[0] }
    if (refusal !== undefined) throw refusal
    return { day: '2026-11-22' }
  }) as ApiCall
  return {
    asked,
    load: (address = { day: null as string | null, region: null as string | null }) => loadStatistics(call, address, () => '2026-11-22'),
  }
}

describe('who sees statistics', () => {
  it.each([
    ['nobody signed in', { session: null }],
    ['a citizen', { session: { role: 'citizen' } }],
  ])('not %s: they are sent to the console, and no figures are asked for', async (_, session) => {
    const { asked, load } = apiOf(session)
    expect(await load()).toEqual({ state: 'signed-out' })
    expect(asked.some((path) => path.includes('statistics'))).toBe(false)
  })

  it('tells a session that ended meanwhile from an account that may not', async () => {
    expect(await apiOf(officer('kukar'), new CodedError('sign-in-required', '')).load()).toEqual({ state: 'signed-out' })
    expect(await apiOf(officer('kukar'), new CodedError('forbidden', '')).load()).toEqual({ state: 'forbidden' })
    await expect(apiOf(officer('kukar'), new CodedError('offline', '')).load()).rejects.toMatchObject({ code: 'offline' })
  })

  it('of a region: its figures of today, whatever region the address says; no choice', async () => {
    const { asked, load } = apiOf(officer('kendari', 'samsat'))
    expect(await load({ day: null, region: 'kukar' })).toMatchObject({ state: 'ready', choices: [], agency: 'samsat' })
    expect(asked).toContain('/api/officer/statistics?day=2026-11-22&region=kendari')
  })

  it('of all regions: the one that the address asks for, else the first, and a choice', async () => {
    const { asked, load } = apiOf(officer(null))
    expect(await load({ day: '2026-11-20', region: 'kendari' })).toMatchObject({ choices: [{ slug: 'kukar' }, { slug: 'kendari' }] })
    expect(asked).toContain('/api/officer/statistics?day=2026-11-20&region=kendari')
    const other = apiOf(officer(null))
    await other.load({ day: null, region: 'mars' })
    expect(other.asked).toContain('/api/officer/statistics?day=2026-11-22&region=kukar')
  })
})
