import { describe, expect, it } from 'vitest'
import { answerRows } from '../../../../../game/page/officer/cases/state/answer-words.ts'
import { dayIn, serviceName, urgencyOf, usualAction } from '../../../../../game/page/officer/cases/state/case-words.ts'
import { documentText, proposeDocument } from '../../../../../game/page/officer/cases/state/document-draft.ts'
import { sampleForm } from './sample-case.ts'

const indonesian = { language: 'id', yes: 'Ya', no: 'Tidak' } as const
const answers = { kembar: false, nama: 'Siti', nik: '6402011506900001', lahir: '2021-04-11', jenis: 'baru', anak: 2, lama: 'x' }

describe('answers', () => {
  it('stand in the order of the form, in words; what the form does not know comes last under its own name', () => {
    expect(answerRows(sampleForm, answers, indonesian).map(({ label, text }) => [label, text])).toEqual([
      ['Nama', 'Siti'],
      ['NIK', '6402••••••••0001'],
      ['Tanggal lahir', '11 April 2021'],
      ['Jenis', 'Baru'],
      ['Jumlah anak', '2'],
      ['Kembar', 'Tidak'],
      ['lama', 'x'],
    ])
  })

  it('never show a NIK whole, a broken one not at all, and say that it is masked', () => {
    const [row] = answerRows(sampleForm, { nik: '64020115' }, indonesian)
    expect(row).toMatchObject({ text: '••••', isSecret: true })
    expect(answerRows(null, { nama: 'Siti' }, indonesian)).toEqual([{ field: 'nama', label: 'nama', text: 'Siti', isSecret: false }])
  })

  it('show a value that is no choice or no day as it was written', () => {
    expect(answerRows(sampleForm, { jenis: 'lain', lahir: '2021-13-41' }, indonesian).map(({ text }) => text)).toEqual([
      '2021-13-41',
      'lain',
    ])
  })
})

describe('the proposed document', () => {
  const standard = {
    service: 's',
    version: 1,
    form: sampleForm,
    product: { name: { id: 'Kartu Keluarga', en: 'Family card' }, kind: 'self-print' },
  } as const

  it('has the product’s name and the answers in Indonesian, without any NIK', () => {
    const draft = proposeDocument(standard, answers)
    expect(draft.title).toBe('Kartu Keluarga')
    expect(draft.lines.map(({ label }) => label)).toEqual(['Nama', 'Tanggal lahir', 'Jenis', 'Jumlah anak', 'Kembar', 'lama'])
    expect(JSON.stringify(draft)).not.toContain('6402')
  })

  it('is sent trimmed, without empty lines; not while a title or half a line is missing', () => {
    const line = (label: string, text: string, key = 0) => ({ key, label, text })
    const draft = { title: ' Kartu ', lines: [line(' Nama ', ' Siti '), line('', '', 1)], nextKey: 2 }
    expect(documentText(draft)).toEqual({ title: 'Kartu', lines: [{ label: 'Nama', text: 'Siti' }] })
    expect(documentText({ ...draft, title: ' ' })).toBeNull()
    expect(documentText({ ...draft, lines: [line('Nama', '')] })).toBeNull()
    expect(documentText({ ...draft, lines: [] })).toBeNull()
  })
})

describe('a case in words', () => {
  it('has one usual step: taking it first, then the way forward', () => {
    expect(usualAction({ actions: ['release', 'take'] })).toBe('take')
    expect(usualAction({ actions: ['reject', 'decide', 'step'] })).toBe('step')
    expect(usualAction({ actions: ['release', 'return'] })).toBeNull()
  })

  it('is the more urgent the nearer its day is', () => {
    const of = (promisedOn: string | null, isLate = false) => urgencyOf({ promisedOn, isLate }, '2026-11-22', '2026-11-24')
    expect([of(null), of('2026-11-25'), of('2026-11-24'), of('2026-11-22'), of('2026-11-21'), of('2026-11-30', true)]).toEqual([
      'resting',
      'later',
      'soon',
      'today',
      'late',
      'late',
    ])
  })

  it('counts days where the office is', () => {
    const at = Date.UTC(2026, 10, 22, 16, 30)
    expect([dayIn('Asia/Jakarta', at), dayIn('Asia/Makassar', at)]).toEqual(['2026-11-22', '2026-11-23'])
  })

  it('names a service by its slug until the catalogue is there', () => {
    expect(serviceName(null, 'kk-hilang', 'id')).toBe('kk-hilang')
  })
})
