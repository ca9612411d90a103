import { CodedError } from '@balai/engine/core'
import { computed, signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import type { OfficerCounter } from '../../../../game/api/index.ts'
import type { ConsoleApp } from '../../../../game/page/officer/app/console-app.ts'
import { createDesk, type TicketAsk } from '../../../../game/page/officer/app/desk.ts'
import { createHouseDesk } from '../../../../game/page/officer/app/house-desk.ts'
import { createLayout } from '../../../../game/page/officer/app/layout.ts'
import { createRunner } from '../../../../game/page/officer/app/run-one.ts'
import { sampleCounter, sampleTicket } from './sample-counter.ts'

/** A console before a server that writes down what is asked of it, and answers or refuses as told. */
function consoleWith(start: OfficerCounter) {
  const asked: unknown[] = []
  const counter = signal<OfficerCounter | null>(start)
  const problem = signal<string | null>(null)
  const server: { answer: unknown; refuse: CodedError | null; looks: number } = { answer: start, refuse: null, looks: 0 }
  const app = {
    text: { language: 'id', t: (key: string) => key },
    counter,
    problem,
    contact: computed(() => null),
    skewMs: signal(0),
    call: (method: string, path: string, options?: { body?: unknown }) => {
      asked.push([method, path, options?.body])
      return server.refuse ? Promise.reject(server.refuse) : Promise.resolve(server.answer)
    },
    refresh: () => Promise.resolve(void server.looks++),
    fail: (error: Error) => {
      problem.value = error.message
    },
  } as unknown as ConsoleApp
  const runner = createRunner(app)
  return { app, server, asked, desk: createDesk(app, runner), house: createHouseDesk(app, runner), layout: createLayout(app) }
}
const ticket = sampleTicket({ id: 't/1' })

describe('what an officer asks for a ticket', () => {
  it.each<[TicketAsk, string, unknown]>([
    [{ type: 'rejoin' }, 'rejoin', undefined],
    [{ type: 'return' }, 'return', undefined],
    [{ type: 'check-in' }, 'check-in', undefined],
    [{ type: 'call', reason: 'paper-brought' }, 'call', { reason: 'paper-brought' }],
    [{ type: 'park', room: 'Ruang tunggu' }, 'park', { room: 'Ruang tunggu' }],
    [{ type: 'transfer', to: { type: 'officer', officer: 'o2' } }, 'transfer', { to: { type: 'officer', officer: 'o2' } }],
    [{ type: 'prioritise', priority: 'elderly' }, 'prioritise', { priority: 'elderly' }],
    [{ type: 'note', text: 'KK' }, 'note', { text: 'KK' }],
  ])('goes to the server whole: %o', async (ask, action, body) => {
    const { desk, asked, app, server } = consoleWith(sampleCounter(null))
    const after = sampleCounter(null, { servedToday: 3 })
    server.answer = after
    expect(await desk.ask(ticket, ask)).toBe(true)
    expect(asked).toEqual([['POST', `/api/officer/tickets/t%2F1/${action}`, body]])
    expect(app.counter.value).toBe(after)
  })

  it('finishes the turn of who is served before it calls the next', async () => {
    const { desk, asked } = consoleWith(sampleCounter(sampleTicket({ state: 'serving' })))
    await desk.act('next')
    expect(asked).toMatchObject([['POST', expect.stringMatching(/\/next$/), { after: { type: 'finish' } }]])
  })

  it('is sent once, and no key acts on a screen that is behind', async () => {
    const { desk, asked } = consoleWith(sampleCounter(sampleTicket({ state: 'serving' })))
    const first = desk.act('next')
    await Promise.all([desk.act('next'), desk.act('finish')])
    await first
    expect(asked).toHaveLength(1)
  })

  it('does what the screen shows when the socket was faster than the answer', async () => {
    const { desk, asked, app } = consoleWith(sampleCounter(sampleTicket({ state: 'called' })))
    const first = desk.act('serve')
    app.counter.value = sampleCounter(sampleTicket({ state: 'serving' }))
    await desk.act('finish')
    await first
    expect(asked).toMatchObject([
      ['POST', expect.stringMatching(/\/serve$/), undefined],
      ['POST', expect.stringMatching(/\/finish$/), undefined],
    ])
  })

  it('asked for in a window is done after the action on its way, in the order of asking', async () => {
    const { desk, house, asked } = consoleWith(sampleCounter(null))
    const help = { text: 'Butuh bantuan keamanan' }
    const all = await Promise.all([
      desk.act('next'),
      desk.ask(ticket, { type: 'rejoin' }),
      house.callForHelp(help),
      house.callForHelp(help),
    ])
    expect(all).toEqual([undefined, true, true, false])
    expect(asked.map((one) => (one as string[])[1].split('/').at(-1))).toEqual(['next', 'rejoin', 'emergency'])
  })
})

describe('a refusal', () => {
  it('stays as a sentence until an action works, and makes the console look again where it was behind', async () => {
    const { desk, app, server } = consoleWith(sampleCounter(null))
    server.refuse = new CodedError('wrong-state', 'A-001 sedang dilayani')
    expect(await desk.ask(ticket, { type: 'call', reason: 'came-back' })).toBe(false)
    expect([app.problem.value, server.looks]).toEqual(['A-001 sedang dilayani', 1])
    server.refuse = null
    await desk.ask(ticket, { type: 'rejoin' })
    expect(app.problem.value).toBeNull()
  })

  it('for being too soon holds that action on that ticket, and no other', async () => {
    const { desk, server } = consoleWith(sampleCounter(ticket))
    server.refuse = new CodedError('too-soon', 'tunggu', { seconds: 12 })
    await desk.act('recall')
    expect([desk.isHeld('recall'), desk.isHeld('skip'), server.looks]).toEqual([true, false, 0])
    expect(desk.holds.value).toMatchObject([{ ticket: 't/1', action: 'recall' }])
  })
})

describe('the window', () => {
  it('closes when what it asked was done, and stays when it was refused', async () => {
    const { desk, layout, server } = consoleWith(sampleCounter(ticket))
    layout.open({ type: 'park', ticket: ticket.id })
    server.refuse = new CodedError('room-missing', 'ruang')
    await layout.settle(desk.ask(ticket, { type: 'park', room: '' }))
    expect([layout.ask.value?.type, layout.isRefused.value]).toEqual(['park', true])
    server.refuse = null
    await layout.settle(desk.ask(ticket, { type: 'park', room: 'Ruang tunggu' }))
    expect([layout.ask.value, layout.isRefused.value]).toEqual([null, false])
  })

  it('is left alone when another was opened meanwhile, and goes with its counter', async () => {
    const { app, desk, layout } = consoleWith(sampleCounter(null))
    layout.open({ type: 'pause' })
    const settling = layout.settle(desk.pause('Istirahat'))
    layout.open({ type: 'emergency' })
    await settling
    expect(layout.ask.value?.type).toBe('emergency')
    app.counter.value = null
    expect(layout.ask.value).toBeNull()
  })
})

describe('what concerns more than one counter', () => {
  it('goes to the line, the agency and the colleagues', async () => {
    const { house, desk, asked, server } = consoleWith(sampleCounter(null))
    await house.closeLine('a', { reason: 'Blangko habis', until: null })
    await house.openLine('a')
    server.answer = { moved: 17, left: 2 }
    expect(await house.rebook('a', { reason: 'Tutup', day: '2025-11-24' })).toEqual({ moved: 17, left: 2 })
    await house.tellAgency({ isCentralUp: false, hasBlanks: true, note: '' })
    server.answer = null
    expect(await house.callForHelp({ text: 'Api' })).toBe(true)
    expect(asked).toEqual([
      ['POST', '/api/officer/lines/a/close', { reason: 'Blangko habis', until: null }],
      ['POST', '/api/officer/lines/a/open', undefined],
      ['POST', '/api/officer/lines/a/rebook', { reason: 'Tutup', day: '2025-11-24' }],
      ['PUT', '/api/officer/agency', { isCentralUp: false, hasBlanks: true, note: '' }],
      ['POST', '/api/officer/emergency', { text: 'Api' }],
    ])
    server.refuse = new CodedError('day-past', 'lewat')
    expect(await house.rebook('a', { reason: 'Tutup', day: '2025-11-20' })).toBeNull()
    expect(desk.busy.value).toBeNull()
  })
})
