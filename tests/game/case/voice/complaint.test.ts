import { describe, expect, test } from 'vitest'
import { complaintClasses, complaintKinds, type ComplaintVoice } from '../../../../game/case/index.ts'
import { answered, complaintStory, dayMs, front, head, officer, siti, t0, unit } from './voice-story.ts'

describe('who handles a complaint, and until when', () => {
  test('V1: the kind sets the class of 2, 5, 14 or 60 working days', () => {
    const days = Object.fromEntries(
      complaintKinds.map((kind) => {
        const story = complaintStory(kind)
        story.send()
        return [kind, ((story.state.dueMs ?? 0) - t0) / dayMs]
      }),
    )
    expect(days).toEqual({ urgent: 2, question: 5, service: 14, conduct: 60 })
    expect(complaintClasses.urgent.days).toBe(2)
  })

  test('V2: it begins with the desk; one about conduct with the head', () => {
    for (const kind of complaintKinds) {
      const story = complaintStory(kind)
      story.send()
      expect(story.state.level).toBe(kind === 'conduct' ? 'head' : 'desk')
    }
  })

  test('V3: desk roles at the desk, an approver as head, integrity above', () => {
    const story = complaintStory()
    story.send()
    expect(() => story.take(officer('x', { roles: ['auditor'] }))).toThrow(/not-for-you/)
    expect(() => story.take(unit)).toThrow(/not-for-you/)
    for (const role of ['front', 'verifier', 'approver']) {
      const fresh = complaintStory()
      fresh.send()
      expect(fresh.take(officer(role, { roles: [role] }))).toHaveLength(1)
    }
    const conduct = complaintStory('conduct')
    conduct.send()
    expect(() => conduct.take(front)).toThrow(/not-for-you/)
    conduct.take(head)
    conduct.answer(head)
    conduct.reopen()
    expect(conduct.state.level).toBe('integrity')
    expect(() => conduct.take(officer('other-head', { roles: ['approver'] }))).toThrow(/not-for-you/)
    conduct.take(unit)
    expect(conduct.state.holder).toBe('unit-1')
  })

  test('V4: nobody of another region, and below integrity nobody of another agency', () => {
    const story = complaintStory()
    story.send()
    expect(() => story.take(officer('x', { agency: 'pajak' }))).toThrow(/not-for-you/)
    expect(() => story.take(officer('x', { region: 'kendari' }))).toThrow(/not-for-you/)
    expect(() => story.take(officer('x', { agency: null }))).toThrow(/not-for-you/)
    expect(story.take(officer('first', { region: null, agency: null }))).toHaveLength(1)
    const top = complaintStory('conduct')
    top.send()
    top.tend(t0 + 61 * dayMs)
    expect(top.state.level).toBe('integrity')
    expect(() => top.take(officer('x', { region: 'kendari', agency: null, roles: ['integrity'] }))).toThrow(/not-for-you/)
    expect(top.take(officer('x', { agency: 'pajak', roles: ['integrity'] }))).toHaveLength(1)
  })

  test('V5: whoever is complained about neither takes nor answers it', () => {
    const story = complaintStory()
    story.send({ against: ['front-1'] })
    expect(() => story.take(front)).toThrow(/complained-about/)
    const every = officer('boss', { region: null, agency: null, roles: ['front', 'verifier', 'approver', 'admin', 'integrity'] })
    const about = complaintStory()
    about.send({ against: ['boss'] })
    expect(() => about.take(every)).toThrow(/complained-about/)
    expect(() => about.answer(every)).toThrow(/complained-about/)
  })

  test('V6: integrity of the agency that is complained about stands aside', () => {
    const story = complaintStory('conduct')
    story.send()
    story.tend(t0 + 61 * dayMs)
    expect(() => story.take(officer('own', { roles: ['integrity'] }))).toThrow(/complained-about/)
    expect(story.take(unit)).toHaveLength(1)
  })

  test('V7: one officer has it in hand; taking it again does nothing', () => {
    const story = complaintStory()
    story.send()
    story.take()
    expect(story.state).toMatchObject({ state: 'in-hand', holder: 'front-1' })
    expect(story.take()).toEqual([])
    expect(() => story.take(officer('second'))).toThrow(/in-other-hands/)
  })

  test('V8: who has it in hand answers, and then nothing is due', () => {
    const story = complaintStory()
    story.send()
    expect(() => story.answer()).toThrow(/voice-state.*received/)
    story.take()
    expect(() => story.answer(officer('second'))).toThrow(/not-in-hand/)
    story.answer()
    expect(story.state).toMatchObject({ state: 'answered', dueMs: null })
    expect(() => story.answer()).toThrow(/voice-state.*answered/)
    expect(() => story.take(officer('second'))).toThrow(/voice-state/)
  })

  test('V9: an answer after its time is late', () => {
    const lateAt = (atMs: number): boolean => {
      const story = complaintStory()
      story.send()
      story.take()
      story.answer(front, atMs)
      return story.state.isLate
    }
    expect([lateAt(t0 + 14 * dayMs), lateAt(t0 + 14 * dayMs + 1)]).toEqual([false, true])
    const escalated = complaintStory()
    escalated.send()
    escalated.tend(t0 + 15 * dayMs)
    escalated.take(head, t0 + 15 * dayMs)
    escalated.answer(head, t0 + 15 * dayMs + 1)
    expect(escalated.state.isLate).toBe(true)
  })
})

describe('after the answer', () => {
  test('V10: rated once with 1 to 4, and closed by it', () => {
    for (const rating of [0, 5, 2.5, Number.NaN]) expect(() => answered().rate(rating), String(rating)).toThrow(/rating-invalid/)
    for (const rating of [1, 2, 3, 4]) {
      const story = answered()
      story.rate(rating)
      expect(story.state).toMatchObject({ state: 'closed', rating })
      expect(() => story.rate(4)).toThrow(/voice-state.*closed/)
    }
    const open = complaintStory()
    open.send()
    expect(() => open.rate(4)).toThrow(/voice-state.*received/)
  })

  test('V11: nobody else rates or reopens, by account or by code', () => {
    const others: ComplaintVoice[] = [{ citizen: 'budi' }, { codeHash: 'siti' }]
    for (const voice of others) {
      expect(() => answered().rate(1, voice)).toThrow(/not-the-voice/)
      expect(() => answered().reopen(voice)).toThrow(/not-the-voice/)
    }
    const secret = complaintStory()
    secret.send({ voice: { codeHash: 'h1' } })
    secret.take()
    secret.answer()
    expect(() => secret.rate(1, { codeHash: 'h2' })).toThrow(/not-the-voice/)
    expect(secret.rate(1, { codeHash: 'h1' })).toHaveLength(1)
  })

  test('V12: it can be reopened within ten working days of the answer, closed or not', () => {
    const until = t0 + 2000 + 10 * dayMs
    expect(answered().reopen(siti, until)).toHaveLength(1)
    expect(() => answered().reopen(siti, until + 1)).toThrow(/reopen-late/)
    const closed = answered()
    closed.rate(1)
    expect(closed.reopen(siti, until)).toHaveLength(1)
    const open = complaintStory()
    open.send()
    expect(() => open.reopen()).toThrow(/voice-state/)
  })

  test('V13: reopened it is with the next role, with the days of its class anew', () => {
    const story = answered()
    story.reopen()
    expect(story.state).toMatchObject({ state: 'received', level: 'head', holder: null, dueMs: t0 + 4000 + 14 * dayMs, rating: null })
    expect(story.state.words.map(({ from, kept }) => [from, kept.paper])).toEqual([
      ['citizen', 'w1'],
      ['office', 'a1'],
      ['citizen', 'w2'],
    ])
  })

  test('V14: twice at most, and not above the highest role', () => {
    const story = answered()
    story.reopen()
    story.take(head)
    story.answer(head)
    story.reopen()
    story.take(unit)
    story.answer(unit)
    expect(() => story.reopen()).toThrow(/reopen-spent/)
    const conduct = complaintStory('conduct')
    conduct.send()
    conduct.take(head)
    conduct.answer(head)
    conduct.reopen()
    conduct.take(unit)
    conduct.answer(unit)
    expect(conduct.state.reopenings).toBe(1)
    expect(() => conduct.reopen()).toThrow(/reopen-spent/)
  })

  test('V15: who has answered it does not take it again', () => {
    const both = officer('both', { roles: ['front', 'approver'] })
    const story = complaintStory()
    story.send()
    story.take(both)
    story.answer(both)
    story.reopen()
    expect(() => story.take(both)).toThrow(/answered-before/)
    expect(story.take(head)).toHaveLength(1)
  })
})

describe('what time brings', () => {
  test('V16: overdue goes to the next role, out of the hand, due two working days later', () => {
    const story = complaintStory()
    story.send()
    story.take()
    const lateMs = t0 + 14 * dayMs + 1
    story.tend(lateMs)
    expect(story.state).toMatchObject({ state: 'received', level: 'head', holder: null, dueMs: lateMs + 2 * dayMs, escalations: 1 })
    story.tend(lateMs + 2 * dayMs + 1)
    expect(story.state.level).toBe('integrity')
  })

  test('V17: at the highest role it stays in the same hand and is due anew', () => {
    const story = complaintStory('conduct')
    story.send()
    story.tend(t0 + 61 * dayMs)
    story.take(unit, t0 + 62 * dayMs)
    const lateMs = t0 + 64 * dayMs
    story.tend(lateMs)
    expect(story.state).toMatchObject({ state: 'in-hand', level: 'integrity', holder: 'unit-1', dueMs: lateMs + 2 * dayMs, escalations: 2 })
  })

  test('V18: not before its time, and not once it is answered or closed', () => {
    const story = complaintStory()
    story.send()
    expect(story.tend(t0 + 14 * dayMs)).toEqual([])
    const done = answered()
    expect(done.tend(t0 + 9 * dayMs)).toEqual([])
    done.rate(3)
    expect(done.tend(t0 + 99 * dayMs)).toEqual([])
  })

  test('V19: an answer without objection closes by itself, unrated', () => {
    const story = answered()
    const until = t0 + 2000 + 10 * dayMs
    expect(story.tend(until)).toEqual([])
    story.tend(until + 1)
    expect(story.state).toMatchObject({ state: 'closed', rating: null })
  })
})

describe('what is not kept', () => {
  test('V20: a citizen or the hash of a code, never both and never neither', () => {
    const both = { citizen: 'siti', codeHash: 'h' } as ComplaintVoice
    expect(() => complaintStory().send({ voice: both })).toThrow(TypeError)
    expect(() => complaintStory().send({ voice: {} as ComplaintVoice })).toThrow(TypeError)
    const secret = complaintStory()
    secret.send({ voice: { codeHash: 'h' } })
    expect(JSON.stringify(secret.events)).not.toContain('siti')
  })

  test('V21: no event carries words; paper and hash stand for them', () => {
    const story = answered()
    story.reopen()
    const withWords = story.events.filter((event) => 'kept' in event)
    expect(withWords).toHaveLength(3)
    for (const event of withWords) expect(Object.keys((event as { kept: object }).kept).sort()).toEqual(['paper', 'sha256'])
    for (const event of story.events) expect(Object.keys(event)).not.toContain('text')
    const loose = { atMs: t0, text: 'rahasia' }
    expect(complaintStory().send(loose)[0]).not.toHaveProperty('text')
  })
})
