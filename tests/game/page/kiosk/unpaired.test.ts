import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Unpaired } from '../../../../game/page/kiosk/view/unpaired.tsx'
import { createTranslate, type Messages } from '../../../../game/page/shared/index.ts'

test('who finds an unpaired kiosk is told where to go; what only officers need is folded up', () => {
  const messages = JSON.parse(readFileSync('assets/locales/id/kiosk.json', 'utf8')) as Messages
  const html = render(h(Unpaired, { text: { language: 'id', t: createTranslate(messages) } }))
  const [seen, folded] = html.split('</summary>')
  expect(seen).toContain('meja penerima tamu')
  expect(seen).toContain('Petugas:')
  expect(seen).not.toMatch(/alamat|kunci|cetak=|Chromium|<details[^>]* open/i)
  expect(folded).toContain('Pasangkan kios')
})
