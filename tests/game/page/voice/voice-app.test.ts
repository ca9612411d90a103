import { CodedError } from '@balai/engine/core'
import { describe, expect, test } from 'vitest'
import type { CatalogueResponse, ComplaintView, LevyReceipt, SessionView } from '../../../../game/api/index.ts'
import type { ApiCall } from '../../../../game/page/shared/api/call.ts'
import { createVoiceApp, type VoiceScreen } from '../../../../game/page/voice/state/voice-app.ts'
import { readVoiceAddress } from '../../../../game/page/voice/voice-address.ts'

const catalogue = { region: { slug: 'kukar' }, agencies: [], counters: [] } as unknown as CatalogueResponse
const complaint = { id: 'p1', number: 'P-AAAA-22', state: 'received' } as ComplaintView
const report = { number: 'L-AAAA-22', code: 'AAAA-BBBB-CCCC', state: 'sealed' } as LevyReceipt
type Sent = { readonly method: string; readonly path: string; readonly body: unknown; readonly key: string | undefined }

function page(options: { answers?: Record<string, () => unknown>; search?: string; hash?: string; session?: SessionView | null } = {}) {
  const sent: Sent[] = []
  const screens: VoiceScreen['kind'][] = []
  const call = (async (method: string, path: string, asked: { body?: unknown; idempotencyKey?: string } = {}) => {
    sent.push({ method, path, body: asked.body, key: asked.idempotencyKey })
    const answer = options.answers?.[path]
    if (answer === undefined) throw new CodedError('offline', path)
    return answer()
  }) as ApiCall
  const app = createVoiceApp({
    catalogue,
    address: readVoiceAddress({ search: options.search ?? '', hash: options.hash ?? '' }),
    session: options.session ?? null,
    call,
    text: { language: 'id', t: (key) => key },
    onScreen: ({ kind }) => screens.push(kind),
  })
  return { app, sent, screens }
}
const input = { agency: 'disdukcapil', kind: 'service', text: 'Blangko selalu habis.', isAnonymous: true } as const

test('the address says region, ticket or case, and a code only behind the hash', () => {
  expect(readVoiceAddress({ search: '?wilayah=kukar&tiket=t1&uang=1', hash: '#kode=AAAA-BBBB-CCCC' })).toEqual({
    region: 'kukar',
    ticket: 't1',
    case: null,
    isLevy: true,
    code: 'AAAA-BBBB-CCCC',
  })
  expect(readVoiceAddress({ search: '?kode=AAAA', hash: '' })).toEqual({
    region: null,
    ticket: null,
    case: null,
    isLevy: false,
    code: null,
  })
})

describe('what is sent', () => {
  test('a lost answer is asked again under the same key; the next complaint has another', async () => {
    const answers: Record<string, () => unknown> = {}
    const { app, sent, screens } = page({ answers, search: '?tiket=t1' })
    expect(app.screen.value.kind).toBe('complaint')
    await app.sendComplaint(input)
    expect(app.problem.value).toBe('error.offline')
    answers['/api/complaints'] = () => ({ complaint, code: 'AAAA-BBBB-CCCC' })
    await app.sendComplaint(input)
    expect(app.screen.value.kind).toBe('sent')
    expect(app.problem.value).toBeNull()
    await app.sendComplaint(input)
    const posts = sent.filter(({ method }) => method === 'POST')
    expect(posts[0]).toMatchObject({ path: '/api/complaints', body: { region: 'kukar', ticket: 't1', case: null, ...input } })
    expect(posts[1].key).toBe(posts[0].key)
    expect(posts[2].key).not.toBe(posts[0].key)
    expect(screens).toEqual(['sent', 'sent'])
  })

  test('one code opens a report, else a complaint; another trouble is said', async () => {
    const unknown = () => {
      throw new CodedError('unknown-levy', 'no')
    }
    const { app } = page({ answers: { '/api/levies/open': () => report } })
    await app.openCode(' AAAA-BBBB-CCCC ')
    expect(app.screen.value).toEqual({ kind: 'report', report })
    const other = page({ answers: { '/api/levies/open': unknown, '/api/complaints/open': () => complaint } })
    await other.app.openCode(' AAAA-BBBB-CCCC ')
    expect(other.app.screen.value).toEqual({ kind: 'open', complaint, code: 'AAAA-BBBB-CCCC' })
    expect(other.sent.map(({ body }) => body)).toEqual([{ code: 'AAAA-BBBB-CCCC' }, { code: 'AAAA-BBBB-CCCC' }])
    const lost = page()
    await lost.app.openCode('X')
    expect(lost.app.problem.value).toBe('error.offline')
    expect(lost.app.screen.value.kind).toBe('home')
  })

  test('a rating goes with the code that opened it', async () => {
    const { app, sent } = page({ answers: { '/api/complaints/p1/rate': () => ({ ...complaint, rating: 4 }) } })
    app.show({ kind: 'open', complaint, code: 'AAAA-BBBB-CCCC' })
    await app.rate(4)
    expect(sent[0]).toMatchObject({ path: '/api/complaints/p1/rate', body: { rating: 4, code: 'AAAA-BBBB-CCCC' } })
  })

  test('only an account is asked for its own complaints', async () => {
    const citizen: SessionView = { role: 'citizen', nikMasked: '', phoneMasked: '', isVerified: false }
    const { app, sent } = page({ answers: { '/api/complaints': () => ({ complaints: [complaint] }) }, session: citizen })
    await Promise.resolve()
    await new Promise((done) => setTimeout(done))
    expect(app.mine.value).toEqual([complaint])
    expect(sent).toHaveLength(1)
    expect(page().sent).toEqual([])
  })
})
