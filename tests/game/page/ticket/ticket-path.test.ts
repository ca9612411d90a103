import { expect, test } from 'vitest'
import { codeOfPath, plainCode, shownCode } from '../../../../game/page/ticket/ticket-path.ts'

test('a code is found however it was written', () => {
  expect(codeOfPath('/tiket/K7M29QXA')).toBe('K7M29QXA')
  expect(codeOfPath('/tiket/k7m2-9qxa/')).toBe('K7M29QXA')
  expect(codeOfPath('/tiket/K7M2%209QXA')).toBe('K7M29QXA')
  expect([codeOfPath('/tiket/'), codeOfPath('/tiket/%'), codeOfPath('/kukar')]).toEqual(['', '', ''])
  expect(plainCode(' k7m2 9qxa ')).toBe('K7M29QXA')
  expect(shownCode('K7M29QXA')).toBe('K7M2 9QXA')
})
