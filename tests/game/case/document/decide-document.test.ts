import { describe, expect, test } from 'vitest'
import { checkPin, mostWrongPins } from '../../../../game/case/index.ts'
import { handOver, holder, issue, makeCode, nik, pin, play, print, revoke, setPin, t0, type Plain } from './play-documents.ts'

/** Commands on one case; what the last one was answered. */
function last(...commands: readonly Plain[]): string {
  const { run } = play()
  return commands.map((command) => run(command)).at(-1) ?? ''
}

describe('issuing', () => {
  test('D1: the same text again is the same document; once it is revoked, a new one', () => {
    const { run, file } = play()
    expect([run(issue('d1')), run(issue('d2'))]).toEqual(['ok', 'ok'])
    expect(file().documents.map(({ id }) => id)).toEqual(['d1'])
    run(revoke())
    run(issue('d2'))
    expect(file().documents.map(({ id, state }) => `${id} ${state}`)).toEqual(['d1 revoked', 'd2 active'])
    run(issue('d3', 'text-1', 'card'))
    expect(file().documents.map(({ id, state }) => `${id} ${state}`)).toEqual(['d1 revoked', 'd2 superseded', 'd3 active'])
  })

  test('D2: another text supersedes the active one in the same moment, and only that', () => {
    const { run, file, events } = play()
    for (const [id, text] of [
      ['d1', 'a'],
      ['d2', 'b'],
      ['d3', 'c'],
    ])
      run(issue(id, text))
    expect(file().documents.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'active'])
    expect(events.filter(({ type }) => type === 'superseded')).toEqual([
      { type: 'superseded', atMs: t0, document: 'd1', by: 'd2' },
      { type: 'superseded', atMs: t0, document: 'd2', by: 'd3' },
    ])
  })

  test('D3: a revocation says why and is final, also of a superseded document', () => {
    const { run, document } = play()
    run(issue('d1', 'a'))
    run(issue('d2', 'b'))
    expect(run(revoke('  '))).toBe('document-reason')
    expect(run(revoke())).toBe('ok')
    expect(document().state).toBe('revoked')
    expect(run(revoke('lagi'))).toBe('document-not-active revoked')
    expect(run({ ...revoke(), document: 'd9' })).toBe('document-unknown')
  })

  test('D4: nothing is coded, printed, handed over or given a PIN when it is not active', () => {
    for (const command of [makeCode, setPin(), print(), handOver(), handOver(null)]) {
      expect(last(issue(), makeCode, setPin(), revoke(), command)).toBe('document-not-active revoked')
      expect(last(issue(), makeCode, setPin(), issue('d2', 'other'), command)).toBe('document-not-active superseded')
    }
  })
})

describe('pickup', () => {
  test('D5: a code opens once; a new one, superseding and revoking end it', () => {
    expect(last(issue(), makeCode, setPin(), print(), print())).toBe('pickup-code')
    expect(last(issue(), makeCode, setPin(), makeCode, print('code-1'))).toBe('pickup-code')
    expect(last(issue(), makeCode, setPin(), makeCode, print('code-2'))).toBe('ok')
    expect(last(issue(), setPin(), print(''))).toBe('pickup-code')
    expect(last(issue(), makeCode, makeCode, handOver('code-1'))).toBe('pickup-code')
    for (const end of [revoke(), issue('d2', 'other'), handOver()]) {
      const { run, document } = play()
      for (const command of [issue(), makeCode, end]) run(command)
      expect(document().codeHash).toBeNull()
    }
    const { run, document } = play()
    for (const command of [issue(), makeCode, setPin(), print(), makeCode]) run(command)
    expect([document().codeHash, document().rounds]).toEqual(['code-2', 2])
  })

  test('D6: a document is handed over once, and no code is made for it after that', () => {
    expect(last(issue(), makeCode, handOver(), handOver(null))).toBe('document-collected')
    expect(last(issue(), makeCode, handOver(), makeCode)).toBe('document-collected')
  })

  test('D7: a PIN has six digits, and is none of those that are tried first', () => {
    expect(['12345', '1234567', '12a456', '', '１２３４５６'].map(checkPin)).toEqual(Array(5).fill('pin-form'))
    expect(['123456', '890123', '654321', '321098', '777777', '121212', '482482'].map(checkPin)).toEqual(Array(7).fill('pin-weak'))
    expect(['482915', '100200', '112233'].map(checkPin)).toEqual([null, null, null])
    expect(last(issue(), setPin('111111'))).toBe('pin-weak')
    expect(last(issue(), setPin('1'))).toBe('pin-form')
    expect(last(issue(), setPin())).toBe('ok')
  })

  test('D8: a kiosk prints with code and PIN, both right', () => {
    expect(last(issue(), makeCode, print())).toBe('pin-missing')
    expect(last(issue(), makeCode, setPin(), print('code-9'))).toBe('pickup-code')
    expect(last(issue(), makeCode, setPin(), print('code-1', '000111'))).toBe('pin-wrong 4')
    expect(last(issue(), makeCode, setPin(), print())).toBe('ok')
    expect(last(issue(), makeCode, setPin(), setPin('592713'), print('code-1', pin))).toBe('pin-wrong 4')
  })

  test('D9: five wrong PINs lock the kiosk until a new PIN is chosen; the right one in time forgives', () => {
    const { run, document } = play()
    for (const command of [issue(), makeCode, setPin()]) run(command)
    const wrong = print('code-1', '999111')
    expect(Array.from({ length: mostWrongPins }, () => run(wrong))).toEqual([
      'pin-wrong 4',
      'pin-wrong 3',
      'pin-wrong 2',
      'pin-wrong 1',
      'pin-locked',
    ])
    expect(run(print())).toBe('pin-locked')
    expect(document().wrongPins).toBe(5)
    expect([run(setPin('592713')), run(print('code-1', '592713'))]).toEqual(['ok', 'ok'])
    expect(document().wrongPins).toBe(0)
    run(makeCode)
    for (let tries = 0; tries < 4; tries++) run(print('code-2', '999111'))
    expect(run(print('code-2', '592713'))).toBe('ok')
    expect(document().wrongPins).toBe(0)
  })

  test('D10: a card is never printed at a kiosk', () => {
    const card = issue('d1', 'text-1', 'card')
    expect(last(card, setPin())).toBe('document-is-card')
    expect(last(card, makeCode, print())).toBe('document-is-card')
    expect(last(card, makeCode, handOver())).toBe('ok')
  })

  test('D11: each print counts', () => {
    const { run, document } = play()
    for (const command of [issue(), setPin(), makeCode, print(), makeCode, print('code-2')]) expect(run(command)).toBe('ok')
    expect(document().prints).toBe(2)
  })

  test('D12: the holder is recognised by the end of the NIK on the card and a name that was checked', () => {
    const shown = (nikEnd: string, isNameChecked = true) => handOver('code-1', { kind: 'holder', nikEnd, isNameChecked })
    for (const [nikEnd, isNameChecked] of [
      ['0008', true],
      ['7', true],
      ['', true],
      ['•007', true],
      ['0007', false],
    ] as const)
      expect(last(issue(), makeCode, shown(nikEnd, isNameChecked))).toBe('pickup-identity')
    expect(last(issue(), makeCode, shown('0007'))).toBe('ok')
  })

  test('D13: somebody else brings a power of attorney that is kept', () => {
    const proxy = (authority: string | null) => handOver('code-1', { kind: 'proxy', nikMasked: '6402••••••••0099', authority })
    expect(last(issue(), makeCode, proxy(null))).toBe('pickup-authority')
    const { run, document } = play()
    for (const command of [issue(), makeCode, proxy('paper-1')]) run(command)
    expect(document().handedOver?.collector).toEqual({ kind: 'proxy', nikMasked: '6402••••••••0099', authority: 'paper-1' })
  })

  test('D14: a handover tells officer, time, lane and who came; the number and a card are enough, but a code that is shown must be right', () => {
    const { run, events, document } = play()
    for (const command of [issue(), makeCode, { ...handOver(), atMs: t0 + 5 }]) run(command)
    expect(events.at(-1)).toEqual({
      type: 'handed-over',
      atMs: t0 + 5,
      document: 'd1',
      officer: 'officer-1',
      lane: 'drive-thru',
      collector: { kind: 'holder', nikMasked: nik },
      isByCode: true,
    })
    expect(document().handedOver).toMatchObject({ atMs: t0 + 5, lane: 'drive-thru' })
    expect(last(issue(), handOver(null, holder))).toBe('ok')
    expect(last(issue(), makeCode, handOver(null, holder))).toBe('ok')
    expect(last(issue(), makeCode, handOver('code-7'))).toBe('pickup-code')
    const plain = play()
    for (const command of [issue(), handOver(null)]) plain.run(command)
    expect(plain.events.at(-1)).toMatchObject({ isByCode: false })
  })
})
