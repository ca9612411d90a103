import { describe, expect, test } from 'vitest'
import { readCaseAddress } from '../../../../../game/page/citizen/case/address.ts'
import { answer, attach, beginDraft, moveToVersion, type Draft } from '../../../../../game/page/citizen/case/draft/draft.ts'
import { learnAnswers } from '../../../../../game/page/citizen/case/draft/known.ts'
import { lacking, offers, paperState } from '../../../../../game/page/citizen/case/draft/lacking.ts'
import { planSteps } from '../../../../../game/page/citizen/case/draft/steps.ts'
import { form, paper, requirements, standard } from './a-service.ts'

const begin = (known = {}): Draft => beginDraft({ id: 'c', region: 'kukar', service: 'ktp', version: 1, atMs: 5, known, form })
const nik = '6402010105800001'
const whole = { nama: 'Siti', nik, sebab: 'rusak' }
const facts = (papers = [paper('a'), paper('b', { of: 'saksi' })]) => ({ papers, today: '2026-11-22', promisedDay: '2026-11-27' })

test('an address is one of the pages, or none of this part', () => {
  expect(readCaseAddress('/ajukan/kukar/ktp-el-hilang?bahasa=en')).toEqual({ kind: 'apply', region: 'kukar', service: 'ktp-el-hilang' })
  expect(readCaseAddress('/perkara')).toEqual({ kind: 'list' })
  expect(readCaseAddress('/perkara/AbCdEf0123456789-_xyzw')).toEqual({ kind: 'case', id: 'AbCdEf0123456789-_xyzw' })
  for (const other of ['/kukar', '/ajukan/kukar', '/ajukan/kukar/x/y', '/perkara/a/b', '/perkaraan', '/'])
    expect(readCaseAddress(other)).toBeNull()
})
test('what can be no number of a case is said back as it was written', () => {
  expect(readCaseAddress('/perkara/BAD-ID?bahasa=en')).toEqual({ kind: 'no-case', asked: 'BAD-ID' })
  expect(readCaseAddress('/perkara/K-7QF3%202M')).toEqual({ kind: 'no-case', asked: 'K-7QF3 2M' })
  expect(readCaseAddress('/perkara/100%')).toEqual({ kind: 'no-case', asked: '100%' })
})

describe('a draft', () => {
  test('begins with what is known and the form still takes', () => {
    const draft = begin({ nama: 'Siti', sebab: 'terbakar', anak: 'dua', cerita: 'x', lain: 'y' })
    expect(draft.answers).toEqual({ nama: 'Siti', cerita: 'x' })
    expect(draft.recalled).toEqual(['nama', 'cerita'])
  })
  test('keeps an answer as it was typed, and forgets one that is taken back', () => {
    const draft = answer(answer(begin(), 'nik', '6402'), 'nama', 'S')
    expect(answer(draft, 'nama', null).answers).toEqual({ nik: '6402' })
  })
  test('keeps what a newer form still takes', () => {
    const draft = answer(answer(begin(), 'nama', 'Siti'), 'sebab', 'hilang')
    const { sebab: _gone, ...properties } = form.properties
    const moved = moveToVersion({ ...draft, step: 3, isDeclared: true }, 2, { ...form, properties })
    expect(moved).toMatchObject({ version: 2, answers: { nama: 'Siti' }, step: 0, isDeclared: false })
    expect(moveToVersion(draft, 1, form)).toBe(draft)
  })
  test('teaches the next case what is of the person, and no stories', () => {
    const known = learnAnswers({ nama: 'Lama', telepon: '0812' }, form, { ...whole, cerita: 'hilang di pasar' })
    expect(known).toEqual({ telepon: '0812', ...whole })
  })
})

describe('the steps', () => {
  const kinds = (answers = {}, recalled: string[] = []) =>
    planSteps(form, standard, { answers, recalled }).map((step) => ('fields' in step ? [step.kind, ...step.fields].join(' ') : step.kind))
  test('are screens of a few questions, then papers, then the look over it', () => {
    expect(kinds()).toEqual(['questions nama nik anak alamat', 'questions sebab cerita', 'papers', 'check'])
  })
  test('a question that an answer opens appears on its screen and moves no other', () => {
    expect(kinds({ sebab: 'hilang' })).toEqual(['questions nama nik anak alamat', 'questions sebab laporan cerita', 'papers', 'check'])
  })
  test('what is known from before is one list to look over, and stays one while it is changed', () => {
    const recalled = ['nama', 'nik', 'alamat']
    const expected = ['known nama nik alamat', 'questions anak sebab', 'questions cerita', 'papers', 'check']
    expect(kinds({ nama: 'Siti', nik, alamat: 'x' }, recalled)).toEqual(expected)
    expect(kinds({ nik, alamat: 'x' }, recalled)).toEqual(expected)
  })
  test('no step for papers where none is asked for', () => {
    expect(planSteps(form, { requirements: [] }, { answers: {}, recalled: [] }).at(-2)?.kind).toBe('questions')
  })
})

describe('what is wanting', () => {
  const agreed = (draft: Draft) => attach(attach(draft, 'ktp', { paper: 'a', isAgreed: true }), 'ktp-saksi', { paper: 'b', isAgreed: true })
  test('nothing, when all is there: optional papers are not wanted', () => {
    expect(lacking(agreed({ ...begin(), answers: whole }), standard, facts())).toEqual([])
  })
  test('fields first, then papers; papers only with the answers that ask for them', () => {
    const lacks = lacking(agreed({ ...begin(), answers: { ...whole, nama: ' ', sebab: 'hilang' } }), standard, facts())
    expect(lacks.map((row) => (row.kind === 'field' ? row.error.field : `${row.requirement.slug} ${row.state}`))).toEqual([
      'nama',
      'laporan',
      'laporan missing',
    ])
  })
  test('a paper without consent to this use is wanting', () => {
    const draft = attach(agreed({ ...begin(), answers: whole }), 'ktp', { paper: 'a', isAgreed: false })
    expect(lacking(draft, standard, facts())).toMatchObject([{ kind: 'paper', state: 'not-agreed' }])
  })
  test('a paper that ends before the promised day, or whose end was not said', () => {
    const state = (expiresOn: string | null) =>
      paperState(
        attach(begin(), 'sehat', { paper: 's', isAgreed: true }),
        requirements[3],
        facts([paper('s', { kind: 'surat-sehat', expiresOn })]),
      )
    expect(state('2026-11-26')).toBe('expires')
    expect(state('2026-11-27')).toBe('ready')
    expect(state(null)).toBe('date-missing')
  })
  test('a chosen paper that is no longer on the device is missing', () => {
    expect(lacking(agreed({ ...begin(), answers: whole }), standard, facts([paper('a')]))).toMatchObject([
      { requirement: { slug: 'ktp-saksi' }, state: 'missing' },
    ])
  })
})

test("a paper is offered for its kind and its person, the newest first: nobody's else card as one's own", () => {
  const papers = [
    paper('old'),
    paper('saksi', { of: 'saksi' }),
    paper('new', { takenAtMs: 9000 }),
    paper('gone', { isHere: false }),
    paper('kk', { kind: 'kk' }),
  ]
  expect(offers(requirements[0], papers).map((row) => row.id)).toEqual(['new', 'old'])
  expect(offers(requirements[1], papers).map((row) => row.id)).toEqual(['saksi'])
  expect(offers(requirements[0], [paper('vault', { isHere: false, vaultId: 'v' })])).toHaveLength(1)
})
