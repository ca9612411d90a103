import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { caseActions } from '../../../../../game/case/index.ts'
import { createPlace } from '../../../../../game/page/officer/app/place.ts'
import { caseKeys, twiceCaseKeys } from '../../../../../game/page/officer/cases/keys/case-keys.ts'
import { isCaseKeyPossible, runCaseKey } from '../../../../../game/page/officer/cases/keys/run-case-key.ts'
import { nameOfKey, shortcutKeys } from '../../../../../game/page/officer/keys/shortcuts.ts'
import { sampleCounter, sampleTicket } from '../sample-counter.ts'
import { sampleCase } from './sample-case.ts'

const press = (key: string) => ({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, repeat: false, isTyping: false })

/** A page whose address can be written and gone back from. */
function pageAt(hash: string) {
  const listeners: Record<string, (() => void)[]> = {}
  const entries = [hash]
  const location = { pathname: '/petugas', search: '', hash }
  const history = {
    pushState: (_state: unknown, _title: string, url: string) => {
      location.hash = url.startsWith('#') ? url : ''
      entries.push(location.hash)
    },
  }
  const page = {
    location,
    history,
    addEventListener: (type: string, listener: () => void) => void (listeners[type] ??= []).push(listener),
  }
  const back = () => {
    entries.pop()
    location.hash = entries.at(-1) ?? ''
    for (const listener of listeners.popstate ?? []) listener()
  }
  return { page: page as unknown as Parameters<typeof createPlace>[0], back, location }
}

function partsWith(change: Parameters<typeof sampleCase>[0] = {}, hash = '#berkas/case-1') {
  const acted: unknown[] = []
  const desk = {
    current: signal(sampleCase(change)),
    paper: signal<string | null>(null),
    returning: signal(null),
    ask: signal<string | null>(null),
    problem: signal<string | null>('Berubah'),
    act: (action: string, body?: unknown) => {
      acted.push([action, body])
      return Promise.resolve(true)
    },
  }
  const counter = signal(sampleCounter(null))
  const parts = { desk, zoom: signal(1), part: signal('case'), app: { counter }, place: createPlace(pageAt(hash).page) }
  return { parts: parts as unknown as Parameters<typeof runCaseKey>[0], desk, counter, acted }
}

describe('the keys of a case', () => {
  it('are each used once, one for every action, and none is the console’s own F, D or ?', () => {
    const keys = Object.values(caseKeys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(caseActions.filter((action) => !(action in caseKeys))).toEqual([])
    for (const shortcut of ['cases', 'emergency', 'help'] as const) expect(keys).not.toContain(shortcutKeys[shortcut])
  })

  it('move a case on for good only when pressed twice', () => {
    expect([...twiceCaseKeys].sort()).toEqual(['accept', 'check', 'step'])
  })

  it('are read like the console’s', () => {
    expect(nameOfKey(caseKeys, press('m'), 'letters')).toBe('take')
    expect(nameOfKey(caseKeys, press('+'), 'letters')).toBe('larger')
    expect(nameOfKey(caseKeys, { ...press('±'), code: 'Equal', altKey: true }, 'alt')).toBe('larger')
    expect(nameOfKey(caseKeys, press('m'), 'off')).toBeNull()
  })

  it('do nothing while the queue is in sight, nor what the officer may not do', () => {
    expect(isCaseKeyPossible(partsWith({}, '').parts, 'check')).toBe(false)
    const { parts } = partsWith()
    expect([isCaseKeyPossible(parts, 'check'), isCaseKeyPossible(parts, 'decide')]).toEqual([true, false])
  })

  it('link the ticket that is being served, and only when there is one', () => {
    const { parts, counter, acted } = partsWith()
    expect(isCaseKeyPossible(parts, 'link')).toBe(false)
    counter.value = sampleCounter(sampleTicket({ id: 't7' }))
    expect(isCaseKeyPossible(parts, 'link')).toBe(true)
    runCaseKey(parts, 'link')
    expect(acted).toEqual([['link', { type: 'ticket', id: 't7' }]])
  })

  it('leaf through the papers and round again, and enlarge within bounds', () => {
    const { parts, desk } = partsWith()
    const seen = [0, 1, 2].map(() => {
      runCaseKey(parts, 'paper')
      return desk.paper.value
    })
    expect(seen).toEqual(['kk', 'ktp-el', 'kk'])
    for (let i = 0; i < 20; i++) runCaseKey(parts, 'larger')
    expect(parts.zoom.value).toBe(4)
    for (let i = 0; i < 20; i++) runCaseKey(parts, 'smaller')
    expect(parts.zoom.value).toBe(1)
  })

  it('ask before they reject, decide or escalate, and begin to write what is sent back', () => {
    const { parts, desk, acted } = partsWith({ actions: ['reject', 'return'] })
    runCaseKey(parts, 'reject')
    expect([desk.ask.value, desk.problem.value]).toEqual(['reject', null])
    runCaseKey(parts, 'return')
    expect(desk.returning.value).toEqual({ fields: {}, papers: {} })
    runCaseKey(parts, 'return')
    expect([desk.returning.value, acted]).toEqual([null, []])
  })
})

describe('the place', () => {
  it('stands in the address: a reload finds the case, Back goes to where one was', () => {
    const { page, back, location } = pageAt('#berkas/case-1')
    const place = createPlace(page)
    expect([place.at.value, place.caseId.value]).toEqual(['cases', 'case-1'])
    place.toCases('case-2')
    expect(location.hash).toBe('#berkas/case-2')
    back()
    expect(place.caseId.value).toBe('case-1')
  })

  it('is the queue for every other address, and finds the open case again', () => {
    const place = createPlace(pageAt('#<script>').page)
    expect(place.at.value).toBe('queue')
    place.toCases('case-2')
    place.toggle()
    expect([place.at.value, place.caseId.value]).toEqual(['queue', null])
    place.toggle()
    expect([place.at.value, place.caseId.value]).toEqual(['cases', 'case-2'])
  })
})
