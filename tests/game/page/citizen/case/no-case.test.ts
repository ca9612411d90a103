import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { NoCase } from '../../../../../game/page/citizen/case/view/no-case.tsx'
import { createTranslate, TextProvider, type Messages } from '../../../../../game/page/shared/index.ts'

const messages = JSON.parse(readFileSync('assets/locales/id/case.json', 'utf8')) as Messages
const shown = (asked: string): string =>
  render(h(TextProvider, { text: { language: 'id', t: createTranslate(messages) }, children: h(NoCase, { asked }) }))

test('a wrong number is named, with the way to the list; it is text and never a page', () => {
  expect(shown('BAD-ID')).toMatch(/Di akun Anda tidak ada permohonan dengan nomor ini:<\/p><p[^>]*>BAD-ID</)
  expect(shown('BAD-ID')).toContain('href="/perkara"')
  expect(shown('<b>x</b>')).toContain('>&lt;b>x&lt;/b><')
  expect(shown('x'.repeat(500))).toContain(`>${'x'.repeat(40)}…<`)
})
