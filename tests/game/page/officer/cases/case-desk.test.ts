import { CodedError } from '@balai/engine/core'
import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import type { OfficerCaseView } from '../../../../../game/api/index.ts'
import { createCaseDesk, toggleReturn } from '../../../../../game/page/officer/cases/state/case-desk.ts'
import { emptyReturn } from '../../../../../game/page/officer/cases/state/return-draft.ts'
import { sampleCase, sampleForm } from './sample-case.ts'

/** A desk before a server that writes down what is asked of it, and answers or refuses as told. */
function deskWith(start: OfficerCaseView = sampleCase()) {
  const asked: [string, string, unknown][] = []
  const server: { view: OfficerCaseView; refuse: CodedError | null } = { view: start, refuse: null }
  const region = signal<string | null>('kukar')
  const desk = createCaseDesk({
    text: { language: 'id', t: (key) => key },
    region,
    onFailed: () => undefined,
    call: (async (method: string, path: string, options?: { body?: unknown }) => {
      asked.push([method, path, options?.body])
      if (path.startsWith('/api/officer/standards/')) {
        const product = { name: { id: 'KK', en: 'KK' }, kind: 'self-print' }
        return {
          versions: [1, 2].map((version) => ({ service: server.view.service, version, form: version === 1 ? sampleForm : null, product })),
        }
      }
      if (path.startsWith('/api/officer/cases?')) return { roles: ['front'], cases: [start] }
      if (method === 'POST' && server.refuse !== null) throw server.refuse
      return server.view
    }) as never,
  })
  const posts = () => asked.filter(([method]) => method === 'POST')
  const reads = () => asked.filter(([method, path]) => method === 'GET' && path === '/api/officer/cases/case-1').length
  return { desk, server, asked, posts, reads, region }
}

describe('opening a case', () => {
  it('reads it once, with the words of the form under which it was sent', async () => {
    const { desk, asked, reads } = deskWith()
    await desk.open('case-1')
    await desk.open('case-1')
    expect(reads()).toBe(1)
    await expect.poll(() => desk.standard.value?.version).toBe(1)
    expect(asked.map(([, path]) => path)).toContain('/api/officer/standards/kk-hilang?region=kukar')
  })

  it('leaves behind what was being written for another', async () => {
    const { desk, server } = deskWith()
    await desk.open('case-1')
    desk.paper.value = 'kk'
    toggleReturn(desk)
    expect(desk.returning.value).toEqual(emptyReturn)
    server.view = sampleCase({ id: 'case-2' })
    await desk.open('case-2')
    expect([desk.returning.value, desk.paper.value, desk.current.value?.id]).toEqual([null, null, 'case-2'])
  })

  it('shows nothing of a case whose answer comes after another was wanted', async () => {
    const { desk, server } = deskWith()
    const slow = desk.open('case-1')
    server.view = sampleCase({ id: 'case-2' })
    await Promise.all([slow, desk.open('case-2')])
    expect(desk.current.value?.id).toBe('case-2')
  })
})

describe('an action', () => {
  it('says what was seen, and shows the case as it then is', async () => {
    const { desk, server, posts } = deskWith()
    await desk.open('case-1')
    server.view = sampleCase({ state: 'checked', revision: 5 })
    expect(await desk.act('check')).toBe(true)
    expect(posts()).toEqual([['POST', '/api/officer/cases/case-1/check', { seen: 4 }]])
    expect([desk.current.value?.state, desk.busy.value, desk.said.value]).toEqual(['checked', null, 'cases.said.check'])
  })

  it('that this officer may not do now is not sent at all', async () => {
    const { desk, posts } = deskWith()
    await desk.open('case-1')
    expect(await desk.act('decide', {})).toBe(false)
    expect(posts()).toEqual([])
  })

  it('is sent once, whatever is pressed while it is on its way', async () => {
    const { desk, posts } = deskWith()
    await desk.open('case-1')
    const first = desk.act('check')
    expect(await desk.act('release')).toBe(false)
    await first
    expect(posts()).toHaveLength(1)
  })

  it('that met another state is a sentence, and the case is read anew', async () => {
    const { desk, server, reads } = deskWith()
    await desk.open('case-1')
    server.refuse = new CodedError('case-held', 'dipegang petugas lain')
    server.view = sampleCase({ holder: 'other', actions: [], answers: null, revision: 6 })
    expect(await desk.act('check')).toBe(false)
    expect([desk.problem.value, reads(), desk.current.value?.holder, desk.current.value?.answers]).toEqual([
      'dipegang petugas lain',
      2,
      'other',
      null,
    ])
  })

  it('that was refused for its words keeps what was written', async () => {
    const { desk, server, reads } = deskWith()
    await desk.open('case-1')
    desk.returning.value = { fields: { nama: 'x' }, papers: {} }
    server.refuse = new CodedError('nothing-returned', 'tandai sedikitnya satu')
    expect(await desk.act('return', { fields: [], papers: [] })).toBe(false)
    expect([desk.returning.value, reads()]).toEqual([{ fields: { nama: 'x' }, papers: {} }, 1])
  })
})

describe('the lists', () => {
  it('are those of the region in sight, counted for each tab', async () => {
    const { desk, asked, region } = deskWith()
    await desk.refresh()
    expect(Object.keys(desk.lists.value)).toEqual(expect.arrayContaining(['inbox', 'mine', 'overdue', 'waiting']))
    asked.length = 0
    region.value = 'kendari'
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(4)
    expect(asked.every(([, path]) => path.includes('region=kendari'))).toBe(true)
  })

  it('of finished cases are read when they are looked at', async () => {
    const { desk, asked } = deskWith()
    await desk.refresh()
    expect(asked.some(([, path]) => path.includes('view=done'))).toBe(false)
    desk.view.value = 'done'
    await expect.poll(() => desk.lists.value.done?.length).toBe(1)
  })
})
