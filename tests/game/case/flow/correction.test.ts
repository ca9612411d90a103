import { expect, test } from 'vitest'
import { keepsPlace, type CaseState } from '../../../../game/case/flow/index.ts'
import { approver, codeOf, detailsOf, everything, front, play, text, typesOf, verifier, type DeskSaid } from './play.ts'

const mark = { paper: 'paper-kk', page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.1 }
const back = (change: Partial<Extract<DeskSaid, { type: 'return' }>> = {}): DeskSaid => ({
  type: 'return',
  fields: [{ field: 'nama', sentence: 'Tulis seperti di KK' }],
  papers: [{ requirement: 'kk', sentence: 'Foto terpotong', mark }],
  ...change,
})
const form = (hashes: CaseState['form']['hashes']) => ({ paper: 'form-2', hashes })

function returned() {
  const game = play()
  game.do(front, { type: 'take' })
  game.do(front, back())
  return game
}

test('C24: a return names at least one part, each with a sentence', () => {
  const game = play()
  game.do(front, { type: 'take' })
  expect(game.try(front, back({ fields: [], papers: [] }))).toBe('nothing-returned')
  expect(game.try(front, back({ fields: [{ field: 'nama', sentence: '  ' }] }))).toBe('nothing-returned')
  expect(game.try(front, back({ papers: [{ requirement: 'kk', sentence: '', mark: null }] }))).toBe('nothing-returned')
  expect(game.try(front, back({ fields: [], papers: [{ requirement: 'kk', sentence: 'Buram', mark: null }] }))).toBe('accepted')
  game.do(front, back())
  expect(game.state.returned).toMatchObject({
    role: 'front',
    from: 'submitted',
    fields: [{ field: 'nama', sentence: 'Tulis seperti di KK' }],
  })
})

test('C25: a mark lies on the paper that is returned, and within its page', () => {
  const game = play()
  game.do(front, { type: 'take' })
  const marked = (change: Partial<typeof mark>) =>
    game.try(front, back({ papers: [{ requirement: 'kk', sentence: 'Lihat', mark: { ...mark, ...change } }] }))
  expect(marked({})).toBe('accepted')
  expect(marked({ x: 0, y: 0, width: 1, height: 1 })).toBe('accepted')
  const wrong = [
    { paper: 'paper-surat' },
    { page: 0 },
    { page: 1.5 },
    { x: -0.1 },
    { width: 0 },
    { x: 0.8 },
    { y: 0.95 },
    { height: Number.NaN },
  ]
  expect(wrong.map(marked)).toEqual(wrong.map(() => 'mark-elsewhere'))
})

test('C26: only what was returned may change', () => {
  const game = returned()
  const other = game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-lain' }) })
  expect([codeOf(other), detailsOf(other)]).toEqual(['not-returned', { part: 'ibu' }])
  const paper = game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }), papers: { kk: 'paper-kk', surat: 'paper-lain' } })
  expect(detailsOf(paper)).toEqual({ part: 'surat' })
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }), papers: { kk: 'paper-kk' } }))).toBe('not-returned')
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu', ayah: 'h-ayah' }) }))).toBe('not-returned')
  game.keep(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }), papers: { kk: 'paper-kk-2', surat: 'paper-surat' } }))
  expect(game.state.form.hashes).toEqual({ nama: 'h-baru', ibu: 'h-ibu' })
})

test('C27: what is asked for because of a changed answer may come and go, and nothing else changes with it', () => {
  const game = play()
  game.do(front, { type: 'take' })
  game.do(front, back({ papers: [] }))
  const followed = ['ayah', 'ibu', 'surat']
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru', ayah: 'h-ayah' }), papers: { kk: 'paper-kk' }, followed }))).toBe('accepted')
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-lain' }), followed }))).toBe('not-returned')
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }), papers: { kk: 'paper-kk', surat: 'x' }, followed }))).toBe(
    'not-returned',
  )
})

test('C28: each part that was returned is put right, and one that is not is named', () => {
  const game = returned()
  const [better, newPaper] = [form({ nama: 'h-baru', ibu: 'h-ibu' }), { kk: 'paper-kk-2', surat: 'paper-surat' }]
  const answer = (change: Parameters<typeof game.resubmit>[0]) => [codeOf(game.resubmit(change)), detailsOf(game.resubmit(change))]
  expect(answer({})).toEqual(['part-unanswered', { part: 'nama' }])
  expect(answer({ papers: newPaper })).toEqual(['part-unanswered', { part: 'nama' }])
  expect(answer({ form: better })).toEqual(['part-unanswered', { part: 'kk' }])
  expect(answer({ form: form({ nama: 'h-nama', ibu: 'h-ibu', ayah: 'a' }), papers: newPaper, followed: ['ayah'] })).toEqual([
    'part-unanswered',
    { part: 'nama' },
  ])
  expect(answer({ form: better, papers: newPaper })).toEqual(['accepted', null])
})

test('C28: what is not asked for any more holds nothing up', () => {
  const game = play()
  game.do(front, { type: 'take' })
  const sentence = 'Isi'
  game.do(front, back({ fields: ['nama', 'ibu', 'kembar'].map((field) => ({ field, sentence })), papers: [] }))
  const better = form({ nama: 'h-baru', ibu: 'h-baru' })
  expect(detailsOf(game.resubmit({ form: better, asked: ['nama', 'ibu', 'kembar'] }))).toEqual({ part: 'kembar' })
  expect(codeOf(game.resubmit({ form: better, asked: ['nama', 'ibu'] }))).toBe('accepted')
  expect(codeOf(game.resubmit({ form: form({ nama: 'h-baru' }), asked: ['nama'], followed: ['ibu'] }))).toBe('accepted')
})

test('C28: a field and a paper of one name are looked for among their own', () => {
  const game = play({ form: { paper: 'form-1', hashes: { kk: 'h-kk' } } })
  game.do(front, { type: 'take' })
  game.do(front, back({ fields: [{ field: 'kk', sentence: 'Nomornya salah' }] }))
  expect(codeOf(game.resubmit({ form: form({ kk: 'h-baru' }) }))).toBe('part-unanswered')
  expect(codeOf(game.resubmit({ papers: { kk: 'paper-kk-2', surat: 'paper-surat' } }))).toBe('part-unanswered')
})

test('C29: resubmitted, it stands where it stood, in the same hand, and names what is new', () => {
  const game = returned()
  game.keep(game.resubmit({ form: form({ nama: 'h-lain', ibu: 'h-ibu' }), papers: { kk: 'paper-kk-2', surat: 'paper-surat' } }))
  expect(game.state).toMatchObject({ state: 'submitted', renewed: ['kk'], returned: null, returns: 1, holder: { officer: 'fitri' } })
  game.do(front, { type: 'check' })
  game.do(verifier, { type: 'take' })
  game.do(verifier, back({ papers: [] }))
  game.keep(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }) }))
  expect(game.state).toMatchObject({ state: 'checked', renewed: [], returns: 2, holder: { officer: 'vino' } })
  game.do(verifier, { type: 'accept' })
  game.do(verifier, back({ papers: [] }))
  game.keep(game.resubmit({ form: form({ nama: 'h-lagi', ibu: 'h-ibu' }) }))
  expect(game.state).toMatchObject({ state: 'in-process', stepsDone: 1 })
})

test('C30: a resubmission sent twice is recorded once', () => {
  const game = returned()
  const sent = { form: form({ nama: 'h-baru', ibu: 'h-ibu' }), papers: { kk: 'paper-kk-2', surat: 'paper-surat' } }
  game.keep(game.resubmit(sent))
  expect(game.resubmit(sent)).toEqual({ ok: true, events: [] })
  expect(codeOf(game.resubmit({ ...sent, papers: { kk: 'paper-kk-3', surat: 'paper-surat' } }))).toBe('case-state')
  expect(codeOf(play().resubmit())).toBe('case-state')
})

test('C45: the citizen withdraws their own until it is decided', () => {
  const withdraw = (game: ReturnType<typeof play>, citizen = 'siti') => game.decide({ type: 'withdraw', citizen, atMs: game.nowMs })
  const game = play()
  expect(codeOf(withdraw(game, 'budi'))).toBe('unknown-case')
  expect(typesOf(game.keep(withdraw(game)))).toEqual(['withdrawn'])
  expect(withdraw(game)).toEqual({ ok: true, events: [] })
  expect(game.try(front, { type: 'take' })).toBe('case-state')
  const away = returned()
  away.keep(withdraw(away))
  expect(away.state).toMatchObject({ state: 'withdrawn', holder: null, returned: null })
  expect(codeOf(withdraw(play().ready()))).toBe('accepted')
  expect(codeOf(withdraw(play().decided()))).toBe('case-state')
  expect(codeOf(returned().resubmit({ citizen: 'budi' }))).toBe('unknown-case')
})

test('C46: a rejection says why and how to object', () => {
  const game = play().ready()
  game.do(approver, { type: 'take' })
  expect(game.try(approver, { type: 'reject', reason: ' ', appeal: 'a' })).toBe('reason-missing')
  expect(game.try(approver, { type: 'reject', reason: 'r', appeal: '' })).toBe('reason-missing')
  game.do(approver, { type: 'reject', reason: 'r', appeal: 'a' })
  expect(game.state).toMatchObject({ state: 'rejected', rejected: { reason: 'r', appeal: 'a' }, holder: null })
})

test('C47: a decision has a title and a line', () => {
  const game = play().ready()
  game.do(approver, { type: 'take' })
  const wrong = [
    { ...text, title: ' ' },
    { ...text, lines: [] },
    { ...text, lines: [{ label: 'Nomor', text: '' }] },
  ]
  expect(wrong.map((one) => game.try(approver, { type: 'decide', text: one }))).toEqual(['text-missing', 'text-missing', 'text-missing'])
  game.do(approver, { type: 'decide', text })
  expect(game.state.decided).toMatchObject({ text, officer: 'ayu' })
})

test('C48: issued once, collected once', () => {
  const game = play().decided()
  const { nowMs: atMs } = game
  expect(codeOf(game.decide({ type: 'collect', how: 'desk', atMs }))).toBe('case-state')
  game.tell({ type: 'issue', document: 'dok-1', atMs })
  expect(game.tell({ type: 'issue', document: 'dok-1', atMs })).toEqual([])
  expect(codeOf(game.decide({ type: 'issue', document: 'dok-2', atMs }))).toBe('case-state')
  game.tell({ type: 'collect', how: 'drive-thru', atMs })
  expect(game.tell({ type: 'collect', how: 'desk', atMs })).toEqual([])
  expect(game.state).toMatchObject({ state: 'collected', document: 'dok-1', collected: { how: 'drive-thru', atMs } })
  expect(codeOf(play().decide({ type: 'issue', document: 'dok-1', atMs }))).toBe('case-state')
})

test('C49: decided it is in nobody’s hand, and its ends are final', () => {
  const game = play().decided()
  expect(game.state.holder).toBeNull()
  expect(game.try(approver, { type: 'release' })).toBe('case-not-held')
  const rejected = play().ready()
  rejected.takes(approver, { type: 'reject', reason: 'r', appeal: 'a' })
  const { nowMs: atMs } = rejected
  const commands = [
    { type: 'withdraw', citizen: 'siti', atMs },
    { type: 'issue', document: 'd', atMs },
    { type: 'collect', how: 'desk', atMs },
  ] as const
  expect(commands.map((command) => codeOf(rejected.decide(command)))).toEqual(['case-state', 'case-state', 'case-state'])
  expect(rejected.try(everything, { type: 'take' })).toBe('case-state')
})

test('C56: the place of an exemption is the case’s until it is withdrawn, rejected or costs by another row', () => {
  const free = { tariff: 'maret', rupiah: 0, basis: 'Perda 1/2025' }
  const game = play({ fee: free })
  expect([keepsPlace(game.state, 'maret'), keepsPlace(game.state, 'april')]).toEqual([true, false])
  expect(keepsPlace(play({ fee: null }).state, 'maret')).toBe(false)
  expect(keepsPlace(play({ fee: free }).decided().state, 'maret')).toBe(true)
  game.do(front, { type: 'take' })
  game.do(front, back({ papers: [] }))
  expect(keepsPlace(game.state, 'maret')).toBe(true)
  game.keep(game.resubmit({ form: form({ nama: 'h-baru', ibu: 'h-ibu' }), fee: { ...free, tariff: 'biasa', rupiah: 350_000 } }))
  expect(keepsPlace(game.state, 'maret')).toBe(false)
  const away = play({ fee: free })
  away.tell({ type: 'withdraw', citizen: 'siti', atMs: away.nowMs })
  const rejected = play({ fee: free }).ready()
  rejected.takes(approver, { type: 'reject', reason: 'r', appeal: 'a' })
  expect([away, rejected].map(({ state }) => keepsPlace(state, 'maret'))).toEqual([false, false])
})
