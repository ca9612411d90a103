import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { OfficerCaseView } from '../../../../../game/api/index.ts'
import { StepsPart } from '../../../../../game/page/officer/cases/view/steps-part.tsx'
import { createTranslate, type Messages, TextProvider } from '../../../../../game/page/shared/index.ts'
import { sampleCase } from './sample-case.ts'

const messages = JSON.parse(readFileSync('assets/locales/en/cases.json', 'utf8')) as Messages

test.each([
  [0, 'the same day'],
  [1, '1 working day<'],
  [3, '3 working days<'],
])('a step of %i working days is said as people say it', (workingDays, words) => {
  const step: OfficerCaseView['steps'][number] = {
    slug: 'periksa',
    name: { id: 'Data diperiksa', en: 'Data are checked' },
    role: 'verifier',
    workingDays,
    dueOn: null,
    isDone: false,
  }
  const current = sampleCase({ steps: [step] })
  const html = render(h(TextProvider, { text: { language: 'en', t: createTranslate(messages) }, children: h(StepsPart, { current }) }))
  expect(html).toContain(words)
})
