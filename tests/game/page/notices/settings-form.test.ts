import { signal } from '@preact/signals'
import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { NoticeSettingsView } from '../../../../game/api/index.ts'
import { isOffered, type NoticesApp } from '../../../../game/page/notices/state/notices-app.ts'
import { SettingsForm } from '../../../../game/page/notices/view/settings-form.tsx'
import { createTranslate, TextProvider, type Messages } from '../../../../game/page/shared/index.ts'

const messages = JSON.parse(readFileSync('assets/locales/id/notices.json', 'utf8')) as Messages
const settings: NoticeSettingsView = {
  wanted: [],
  quiet: { from: 21, until: 6 },
  language: 'id',
  emailMasked: null,
  phoneMasked: '+62 812 •••• 0001',
  providers: ['push', 'sms'],
  devices: 0,
  pushKey: '',
}
const shown = (change: Partial<NoticeSettingsView> = {}): string => {
  const app = { settings: signal({ ...settings, ...change }), canPush: false } as unknown as NoticesApp
  return render(h(TextProvider, { text: { language: 'id', t: createTranslate(messages) }, children: h(SettingsForm, { app }) }))
}
const disabled = (html: string): number => [...html.matchAll(/<input[^>]* disabled/g)].length

test('ways without a provider cannot be ticked, and it says that nothing goes by them', () => {
  expect(disabled(shown())).toBe(2)
  expect(shown()).toContain('Cara yang belum tersedia tidak mengirim apa pun.')
  const all = shown({ providers: ['push', 'sms', 'whatsapp', 'email'] })
  expect([disabled(all), all.includes('belum tersedia')]).toEqual([0, false])
})

test('a wish from before may be taken back', () => {
  expect(disabled(shown({ wanted: ['whatsapp'] }))).toBe(1)
  expect(isOffered({ providers: ['push'], wanted: ['email'] }, 'email')).toBe(true)
  expect(isOffered({ providers: ['push'], wanted: ['email'] }, 'sms')).toBe(false)
})
