import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeInFours, typeLetter } from '../../../../../game/page/kiosk/ticket/code-letters.ts'
import { qrPath } from '../../../../../game/page/kiosk/ticket/qr-path.ts'
import { ticketWords } from '../../../../../game/page/kiosk/ticket/ticket-words.ts'
import { createTranslate } from '../../../../../game/page/shared/index.ts'
import { sampleTicket } from '../sample-ticket.ts'

const read = (name: string) => JSON.parse(readFileSync(`assets/locales/id/${name}.json`, 'utf8')) as Record<string, string>
const text = { language: 'id', t: createTranslate({ ...read('common'), ...read('kiosk') }) } as const
const words = (changes: Parameters<typeof sampleTicket>[0], counters: readonly string[] = ['1']) =>
  ticketWords(sampleTicket(changes), counters, text)

describe('what a ticket says', () => {
  it('is how many are before, how long it takes, and where', () => {
    expect(words({}, ['1', '2', '5'])).toEqual({
      place: '3 orang di depan Anda',
      next: expect.stringMatching(/^Kira-kira 10–\d+ menit\. Dipanggil ke salah satu loket: 1, 2 atau 5\.$/),
      isCalled: false,
    })
    expect(words({ ahead: 0, wait: null }).place).toBe('Anda yang berikutnya')
    expect(words({ ahead: 0, wait: null }).next).toBe('Loket belum buka; perkiraan waktu belum ada. Dipanggil ke loket 1.')
  })

  it('is where to go once it is called', () => {
    const called = words({ state: 'called', ahead: null, wait: null, counter: { id: 'x', label: '7' } })
    expect(called).toEqual({ place: 'Nomor Anda dipanggil', next: 'Silakan ke loket 7.', isCalled: true })
  })

  it('is a whole sentence in every other state', () => {
    for (const state of ['reserved', 'parked', 'transferred', 'skipped', 'done', 'cancelled', 'expired'] as const) {
      const { place } = words({ state, ahead: null, wait: null, room: 'Ruang 2' })
      expect(place, state).not.toMatch(/kiosk\.|\{/)
    }
  })
})

describe('the code of a ticket', () => {
  it('is typed letter by letter; what no code holds is passed over', () => {
    const typed = ['a', '2', 'o', '1', 'L', 'Enter', 'x', 'Backspace', 'y'].reduce(typeLetter, '')
    expect(typed).toBe('A2Y')
    expect([...'BCDEFGHJK'].reduce(typeLetter, '')).toBe('BCDEFGHJ')
    expect(codeInFours('BCDEFGHJ')).toBe('BCDE FGHJ')
  })
})

/** Modules of white around a code (ISO/IEC 18004). */
const quietModules = 4

describe('the QR code', () => {
  it('has its three finders, dark as a whole, within white on all sides', () => {
    const { size, path } = qrPath('https://balai.example/tiket/ABCD2345')
    const dark = new Set<string>()
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(width); i += 1) dark.add(`${Number(x) + i},${y}`)
    }
    const far = size - quietModules - 7
    for (const [left, top] of [
      [quietModules, quietModules],
      [far, quietModules],
      [quietModules, far],
    ]) {
      for (let i = 0; i < 7; i += 1) {
        for (const at of [`${left + i},${top}`, `${left + i},${top + 6}`, `${left},${top + i}`, `${left + 6},${top + i}`])
          expect(dark.has(at), at).toBe(true)
        expect(dark.has(`${left + 1},${top + 1}`)).toBe(false)
      }
    }
    for (const at of dark) {
      for (const side of at.split(',').map(Number)) {
        expect(side).toBeGreaterThanOrEqual(quietModules)
        expect(side).toBeLessThan(size - quietModules)
      }
    }
  })
})
