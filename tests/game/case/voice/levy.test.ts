import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  brokenLevyLine,
  decideLevy,
  factsText,
  foldLevies,
  isSealedFacts,
  retractMs,
  type LevyCommand,
  type LevyEvent,
  type LevyFacts,
} from '../../../../game/case/index.ts'
import { linkLevy, type LooseLevyEvent } from '../../../../game/case/voice/levy-chain.ts'
import { kept, officer, t0, unit } from './voice-story.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const facts: LevyFacts = {
  region: 'kukar',
  atMs: t0,
  agency: 'disdukcapil',
  service: 'ktp-el-baru',
  counter: '1',
  officer: 'front-1',
  ticket: 't1',
  label: 'A-001',
  case: null,
  rupiah: 0,
  basis: 'UU 24/2013 pasal 79A',
}

function levyStory(region = 'kukar') {
  let events: LevyEvent[] = []
  const story = {
    get events(): readonly LevyEvent[] {
      return events
    },
    of: (id = 'l1') => {
      const found = foldLevies(events).levies.get(id)
      if (found === undefined) throw new Error('nothing was sealed')
      return found
    },
    act(command: LevyCommand): readonly LevyEvent[] {
      const decision = decideLevy(foldLevies(events), command, { region, sha256 })
      if (!decision.ok) throw new Error(`${decision.code} ${JSON.stringify(decision.details)}`)
      events = [...events, ...decision.events]
      return decision.events
    },
    seal: (id = 'l1', atMs = t0) =>
      story.act({
        type: 'seal',
        atMs,
        id,
        number: 'L-AAAA-22',
        codeHash: `code-${id}`,
        agency: 'disdukcapil',
        against: 'front-1',
        facts: { paper: `f-${id}`, sha256: sha256(factsText(facts)) },
      }),
    words: (id = 'l1', atMs = t0 + 1) => story.act({ type: 'add-words', atMs, id, kept: kept('w') }),
    retract: (id = 'l1', atMs = t0 + 1) => story.act({ type: 'retract', atMs, id }),
    take: (by = unit, id = 'l1') => story.act({ type: 'take', atMs: t0 + 2, id, officer: by }),
    close: (by = unit, id = 'l1') => story.act({ type: 'close', atMs: t0 + 3, id, officer: by, outcome: 'proven', kept: kept('c') }),
  }
  return story
}
/** Five events of two reports. */
function longChain(): LevyEvent[] {
  const story = levyStory()
  story.seal()
  story.words()
  story.seal('l2', t0 + 1)
  story.take()
  story.close()
  return [...story.events]
}

describe('the chain', () => {
  test('V22: each event is bound to the one before, the first to its region', () => {
    const chain = longChain()
    expect(brokenLevyLine('kukar', chain, sha256)).toBeNull()
    expect(brokenLevyLine('kendari', chain, sha256)).toBe(1)
    expect(new Set(chain.map(({ hash }) => hash)).size).toBe(chain.length)
    const alone = levyStory()
    alone.seal('l2', t0 + 1)
    expect(alone.events[0].hash).not.toBe(chain[2].hash)
  })

  test('V23: changed, dropped, added, swapped or dated anew: the first such line is named', () => {
    const chain = longChain()
    const [a, b, c, d, e] = chain
    const cases: [string, LevyEvent[], number][] = [
      ['changed officer', [{ ...a, against: 'front-2' } as LevyEvent, b, c, d, e], 1],
      ['changed facts', [a, b, { ...c, facts: kept('other') } as LevyEvent, d, e], 3],
      ['changed outcome', [a, b, c, d, { ...e, outcome: 'unproven' } as LevyEvent], 5],
      ['dropped', [a, c, d, e], 2],
      ['dropped first', [b, c, d, e], 1],
      ['added', [a, b, b, c, d, e], 3],
      ['swapped', [a, c, b, d, e], 2],
      ['dated anew', [a, b, c, { ...d, atMs: d.atMs + 1 }, e], 4],
      ['another hash', [a, b, c, { ...d, hash: c.hash }, e], 4],
    ]
    for (const [name, altered, line] of cases) expect(brokenLevyLine('kukar', altered, sha256), name).toBe(line)
  })

  test('V24: other facts than those that were sealed do not fit', () => {
    const sealed = longChain()[0] as Extract<LevyEvent, { type: 'sealed' }>
    expect(isSealedFacts(sealed, facts, sha256)).toBe(true)
    expect(isSealedFacts(sealed, Object.fromEntries(Object.entries(facts).reverse()) as LevyFacts, sha256)).toBe(true)
    for (const [name, value] of Object.entries({ officer: 'front-2', counter: '2', ticket: 't2', service: 'kk', rupiah: 5, atMs: 1 })) {
      expect(isSealedFacts(sealed, { ...facts, [name]: value }, sha256), name).toBe(false)
    }
  })

  test('V25: a clock that is set back puts nothing before what is there', () => {
    const story = levyStory()
    story.seal('l1', t0)
    story.seal('l2', t0 - 5000)
    expect(story.events.map(({ atMs }) => atMs)).toEqual([t0, t0])
    expect(brokenLevyLine('kukar', story.events, sha256)).toBeNull()
    // Whoever dates an event back and makes the links anew is found all the same.
    const [first, { hash: _hash, ...second }] = story.events
    const dated = { ...second, atMs: t0 - 1 } as LooseLevyEvent
    const back = [first, { ...dated, hash: linkLevy('kukar', first.hash, dated, sha256) } as LevyEvent]
    expect(brokenLevyLine('kukar', back, sha256)).toBe(2)
  })

  test('V26: no event names reporter or ticket', () => {
    const withMore = { citizen: 'siti', ticket: 't1' }
    const story = levyStory()
    story.seal()
    story.act({ type: 'add-words', atMs: t0, id: 'l1', kept: kept('w'), ...withMore })
    story.act({ type: 'take', atMs: t0, id: 'l1', officer: unit })
    for (const event of story.events) {
      expect(Object.keys(event)).not.toContain('ticket')
      expect(Object.keys(event)).not.toContain('citizen')
    }
    expect(JSON.stringify(story.events)).not.toMatch(/siti|"t1"/)
  })
})

describe('who handles a report', () => {
  test('V27: integrity of the region, and neither who is named nor the agency', () => {
    const story = levyStory()
    story.seal()
    expect(() => story.take(officer('x', { roles: ['approver', 'admin'] }))).toThrow(/not-for-you/)
    expect(() => story.take(officer('x', { region: 'kendari', agency: null, roles: ['integrity'] }))).toThrow(/not-for-you/)
    expect(() => story.take(officer('own', { roles: ['integrity'] }))).toThrow(/complained-about/)
    expect(() => story.take(officer('front-1', { agency: null, roles: ['integrity'] }))).toThrow(/complained-about/)
    story.take()
    expect(() => story.close(officer('own', { roles: ['integrity'] }))).toThrow(/complained-about/)
  })

  test('V28: one has it in hand, and that one closes it with an outcome', () => {
    const other = officer('unit-2', { agency: null, roles: ['integrity'] })
    const story = levyStory()
    story.seal()
    expect(() => story.close()).toThrow(/not-in-hand/)
    story.take()
    expect(story.take()).toEqual([])
    expect(() => story.take(other)).toThrow(/in-other-hands/)
    expect(() => story.close(other)).toThrow(/not-in-hand/)
    story.close()
    expect(story.of()).toMatchObject({ state: 'closed', outcome: 'proven', finding: kept('c') })
    expect(() => story.close()).toThrow(/not-in-hand/)
    expect(() => story.take()).toThrow(/voice-state/)
  })

  test('V29: taken back soon and before anybody has it; it stays in the chain', () => {
    const story = levyStory()
    story.seal()
    story.retract('l1', t0 + retractMs)
    expect(story.of().state).toBe('retracted')
    expect(story.events).toHaveLength(2)
    expect(story.retract()).toEqual([])
    expect(() => story.take()).toThrow(/voice-state.*retracted/)
    const late = levyStory()
    late.seal()
    expect(() => late.retract('l1', t0 + retractMs + 1)).toThrow(/retract-late/)
    late.take()
    expect(() => late.retract()).toThrow(/voice-state.*in-hand/)
  })

  test('V30: words are added until it is closed or retracted', () => {
    const story = levyStory()
    story.seal()
    story.words()
    story.take()
    story.words()
    expect(story.of().words).toHaveLength(2)
    expect(story.of().state).toBe('in-hand')
    story.close()
    expect(() => story.words()).toThrow(/voice-state.*closed/)
    const gone = levyStory()
    gone.seal()
    gone.retract()
    expect(() => gone.words()).toThrow(/voice-state.*retracted/)
  })

  test('V31: the same report is sealed once', () => {
    const story = levyStory()
    story.seal()
    expect(story.seal('l1', t0 + 9)).toEqual([])
    expect(story.of()).toMatchObject({ sealedAtMs: t0, seal: story.events[0].hash, state: 'sealed' })
  })
})
