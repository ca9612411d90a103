import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import type { AdminStart, Region } from '../../../../game/api/index.ts'
import { adminHash, readAdminAddress, sectionsOf } from '../../../../game/page/admin/state/admin-address.ts'
import { createAdmin } from '../../../../game/page/admin/state/admin.ts'
import { loadAdmin } from '../../../../game/page/admin/state/load-admin.ts'

const region = (slug: string): Region => ({
  slug,
  name: slug,
  province: '',
  timeZone: 'Asia/Makassar',
  theme: 'kutai',
  map: '',
  catalogue: '',
  isDemo: true,
})
const start: AdminStart = { name: 'Sari', isEverywhere: true, isAuditor: false, regions: [region('kukar'), region('kendari')] }

function adminAt(search: string, hash: string, who: AdminStart = start) {
  const urls: string[] = []
  const asked = { answer: true, questions: 0 }
  const page = {
    location: { search, hash },
    history: { pushState: (_state: unknown, _title: string, url: string) => void urls.push(url) },
    addEventListener: () => undefined,
    confirm: () => {
      asked.questions += 1
      return asked.answer
    },
  }
  const call = (_method: string, path: string) => Promise.resolve({ region: region(path.split('/')[3]), agencies: [], counters: [] })
  const admin = createAdmin({
    call: call as never,
    text: { language: 'id', t: (key) => key },
    start: who,
    page: page as unknown as Parameters<typeof createAdmin>[0]['page'],
  })
  return { admin, urls, asked }
}

describe('the address', () => {
  it('says region, part and what is chosen; what it cannot mean is left out', () => {
    expect(readAdminAddress('?wilayah=kukar', '#aturan/ktp')).toEqual({ region: 'kukar', section: 'aturan', chosen: 'ktp' })
    expect(readAdminAddress('', '#x/<b>')).toEqual({ region: null, section: 'jam', chosen: null })
    expect(adminHash('jam', 'disdukcapil')).toBe('#jam/disdukcapil')
  })

  it('opens the page where it says, and is written when one goes on', () => {
    const { admin, urls } = adminAt('?wilayah=kendari', '#petugas')
    expect([admin.region.value.slug, admin.section.value]).toEqual(['kendari', 'petugas'])
    admin.toSection('jam', 'disdukcapil')
    admin.toRegion('kukar')
    expect(urls).toEqual(['?wilayah=kendari#jam/disdukcapil', '?wilayah=kukar#jam'])
  })

  it('of an auditor is the audit, whatever it says', () => {
    const { admin } = adminAt('?wilayah=kukar', '#petugas', { ...start, isEverywhere: false, isAuditor: true })
    expect(admin.section.value).toBe('audit')
    expect(sectionsOf({ isAuditor: true })).toEqual(['audit'])
    expect(sectionsOf(start)).toEqual(expect.arrayContaining(['petugas', 'privasi', 'audit', 'lain']))
    expect(adminAt('', '#privasi').admin.section.value).toBe('privasi')
  })

  it('of a region that is not theirs is their first', () => {
    expect(adminAt('?wilayah=jabar', '').admin.region.value.slug).toBe('kukar')
  })
})

describe('what was changed and not kept', () => {
  it('is left only when they say so', () => {
    const { admin, asked } = adminAt('?wilayah=kukar', '#jam/disdukcapil')
    admin.isChanged.value = true
    asked.answer = false
    admin.toSection('libur')
    admin.toRegion('kendari')
    expect([admin.section.value, admin.region.value.slug, asked.questions]).toEqual(['jam', 'kukar', 2])
    asked.answer = true
    admin.toSection('libur')
    expect([admin.section.value, admin.isChanged.value]).toEqual(['libur', false])
  })
})

describe('a request', () => {
  it('is one at a time, and its refusal a sentence', async () => {
    const { admin } = adminAt('', '')
    const slow = admin.run(() => Promise.resolve(1))
    expect(await admin.run(() => Promise.resolve(2))).toBeNull()
    expect(await slow).toBe(1)
    admin.done.value = 'Tersimpan'
    expect(await admin.run(() => Promise.reject(new CodedError('forbidden', 'tidak berhak')))).toBeNull()
    expect([admin.problem.value, admin.done.value, admin.isBusy.value]).toEqual(['tidak berhak', null, false])
  })
})

describe('who comes in', () => {
  const refusing = (code: string) => loadAdmin((() => Promise.reject(new CodedError(code, code))) as never)

  it('is an administrator, or is told what to do', async () => {
    expect(await loadAdmin((() => Promise.resolve(start)) as never)).toEqual({ state: 'ready', start })
    expect(await refusing('sign-in-required')).toEqual({ state: 'signed-out' })
    expect(await refusing('forbidden')).toEqual({ state: 'forbidden' })
    await expect(refusing('internal')).rejects.toThrow('internal')
  })
})
