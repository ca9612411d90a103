import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { CaseView } from '../../../../../game/api/index.ts'
import { answer, attach, type KeptPaper } from '../../../../../game/page/citizen/case/draft/draft.ts'
import { createMemoryKeep } from '../../../../../game/page/citizen/case/keep/device-keep.ts'
import type { CaseApp } from '../../../../../game/page/citizen/case/state/case-app.ts'
import { openCorrection } from '../../../../../game/page/citizen/case/state/correction.ts'
import type { ApplyStandard } from '../../../../../game/page/citizen/case/state/standard.ts'
import { calendar, paper, standard } from './a-service.ts'

const answers = { nama: 'Siti', nik: '6402014101900001', sebab: 'hilang', laporan: 'LP-1' }
const sentence = 'Perbaiki'

async function open(fields: readonly string[], requirements: readonly string[], papers: readonly KeptPaper[], given: object = answers) {
  const returned = {
    at: '2026-03-02T01:00:00.000Z',
    role: 'front',
    fields: fields.map((field) => ({ field, sentence })),
    papers: requirements.map((requirement) => ({ requirement, sentence, mark: null })),
  }
  const view = { id: 'kasus-1', region: 'kukar', service: 'ktp-hilang', version: 1, returned } as unknown as CaseView
  const shelf = { papers: signal(papers) }
  const correction = await openCorrection({ keep: createMemoryKeep(), shelf } as unknown as CaseApp, {
    view,
    standard: { ...standard, calendar } as unknown as ApplyStandard,
    before: { answers: given as typeof answers, papers: { ktp: 'v-1', 'ktp-saksi': 'v-2', laporan: 'v-3', sehat: 'v-4' } },
  })
  const stillOpen = () => correction.parts.value.filter(({ isOpen }) => isOpen).map(({ kind, name }) => `${kind} ${name}`)
  return { correction, stillOpen }
}

test('what was sent back is open until each is put right', async () => {
  const { correction, stillOpen } = await open(['nama'], ['ktp'], [paper('baru')])
  expect(correction.parts.value.map(({ title }) => title.id)).toEqual(['Nama', 'KTP'])
  expect(stillOpen()).toEqual(['field nama', 'paper ktp'])
  correction.change((draft) => answer(draft, 'nama', 'Siti Aminah'))
  expect(stillOpen()).toEqual(['paper ktp'])
  correction.change((draft) => attach(draft, 'ktp', { paper: 'baru', isAgreed: true }))
  expect(stillOpen()).toEqual([])
  correction.change((draft) => answer(draft, 'nama', 'Siti'))
  expect(stillOpen()).toEqual(['field nama'])
})

test('a paper that was sent back is sent anew, also where it need not have been sent', async () => {
  const { correction, stillOpen } = await open([], ['sehat'], [paper('sehat-2', { kind: 'surat-sehat', expiresOn: '2099-01-01' })])
  expect(stillOpen()).toEqual(['paper sehat'])
  correction.change((draft) => attach(draft, 'sehat', { paper: 'sehat-2', isAgreed: true }))
  expect(stillOpen()).toEqual([])
})

test('what a changed answer newly asks for comes with it', async () => {
  const { correction, stillOpen } = await open(['sebab'], [], [], { ...answers, sebab: 'rusak', laporan: undefined })
  correction.change((draft) => answer(draft, 'sebab', 'hilang'))
  expect(stillOpen()).toEqual(['field laporan', 'paper laporan'])
})

test('what is not asked for any more is not waited for', async () => {
  const { correction, stillOpen } = await open(['sebab', 'laporan'], ['laporan'], [])
  expect(stillOpen()).toEqual(['field sebab', 'field laporan', 'paper laporan'])
  correction.change((draft) => answer(draft, 'sebab', 'rusak'))
  expect([stillOpen(), correction.errors.value, correction.lackingPapers.value]).toEqual([[], [], []])
})
