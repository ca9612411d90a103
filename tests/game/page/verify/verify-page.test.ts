import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VerifyResponse } from '../../../../game/api/index.ts'
import type { VerifyPageData } from '../../../../game/page/verify/page-data.ts'
import { verifyServerConfig } from '../../../../vite.config.ts'

const folder = mkdtempSync(join(tmpdir(), 'balai-verify-page-'))
const shell = '<!doctype html><html lang="id"><head><title>Balai</title></head><body><!--page--></body></html>'
let renderPage: (shell: string, data: VerifyPageData) => string

beforeAll(async () => {
  await build(verifyServerConfig(folder))
  const built = (await import(pathToFileURL(join(folder, 'verify.js')).href)) as { renderVerifyPage: typeof renderPage }
  renderPage = built.renderVerifyPage
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const statement = {
  format: 'balai-document-1',
  code: '7QF32MKXAB9K',
  number: 'DOK-260302-7QF32M',
  region: 'kukar',
  agency: 'disdukcapil',
  service: 'kk-baru',
  title: 'Kartu <b>Keluarga</b> $& </script>',
  holder: 'B. S.',
  issuedOn: '2026-03-02',
  content: 'aa',
  pdf: 'bb',
} as const
const answerOf = (more: Partial<VerifyResponse>): VerifyResponse => ({
  code: statement.code,
  verdict: 'active',
  why: null,
  seal: { statement, key: 'k', signature: 's' },
  publicKey: 'p',
  names: { region: 'Kutai Kartanegara', agency: 'Disdukcapil' },
  isDemo: true,
  ...more,
})
const render = (answer: VerifyResponse | null, language: 'id' | 'en' = 'id'): string =>
  renderPage(shell, { language, answer, theme: 'kutai', url: '/cek' })
const none = { seal: null, publicKey: null, names: null, isDemo: false } as const

describe('the verification page without a script', () => {
  it('says the verdict in words and by its look', () => {
    const looks = [
      [answerOf({}), 'is-good', 'Asli dan berlaku'],
      [answerOf({ verdict: 'superseded' }), 'is-warn', 'sudah diganti'],
      [answerOf({ verdict: 'revoked' }), 'is-bad', 'Sudah dicabut'],
      [answerOf({ ...none, verdict: 'not-genuine', why: 'unknown' }), 'is-bad', 'Tidak ada dokumen dengan kode ini'],
      [answerOf({ ...none, verdict: 'not-genuine', why: 'mistyped' }), 'is-bad', '7QF3 2MKX AB9K tidak mungkin ada'],
      [answerOf({ ...none, verdict: 'not-genuine', why: 'broken-seal' }), 'is-bad', 'tidak cocok dengan isinya'],
    ] as const
    for (const [answer, look, words] of looks) {
      const html = render(answer)
      expect(html).toContain(`verdict ${look}`)
      expect(html).toContain(words)
      expect(html.match(/class="verdict /g)).toHaveLength(1)
    }
    expect(render(answerOf({ verdict: 'superseded' }), 'en')).toContain('Genuine, but replaced')
  })

  it('shows what is printed to compare, as text alone, and never says that it is signed electronically', () => {
    const html = render(answerOf({}))
    for (const words of [statement.number, 'B. S.', '2 Maret 2026', 'Disdukcapil', 'bukan tanda tangan elektronik tersertifikasi'])
      expect(html).toContain(words)
    expect(html).not.toContain('<b>Keluarga')
    expect(html).toContain('Kartu &lt;b>Keluarga')
    expect(html.match(/<\/script>/g)).toHaveLength(1)
    expect(html.toLowerCase()).not.toContain('ditandatangani')
  })

  it('is a plain form where there is no code, and shows no fields of what is not genuine', () => {
    const start = render(null)
    expect(start).toMatch(/<form[^>]* action="\/cek"/)
    expect(start).not.toContain('class="verdict')
    expect(render(answerOf({ ...none, verdict: 'not-genuine', why: 'unknown' }))).not.toContain('printed-rows')
    expect(() => renderPage('<html></html>', { language: 'id', answer: null, theme: 'kutai', url: '/cek' })).toThrow(TypeError)
  })
})

it('both languages have the same keys, the same names to fill in, and no key that nothing names', () => {
  const read = (language: string) => JSON.parse(readFileSync(`assets/locales/${language}/verify.json`, 'utf8')) as Record<string, string>
  const [id, en] = [read('id'), read('en')]
  expect(Object.keys(en)).toEqual(Object.keys(id))
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, one]) => one).sort()
  for (const key of Object.keys(id)) {
    expect(id[key].trim() && en[key].trim(), key).toBeTruthy()
    expect(names(en[key]), key).toEqual(names(id[key]))
  }
  const files = ['verify-page', 'verdict-card', 'printed-fields', 'file-check', 'seal-part', 'code-form']
  const source = [...files.map((file) => `game/page/verify/view/${file}.tsx`), 'game/page/verify/render.tsx']
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const patterns = [...source.matchAll(/['`](verify\.[\w.-]*(?:\$\{[^}]+\}[\w.-]*)?)['`]/g)].map(
    ([, key]) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{.*\}/, '[\\w-]+')}$`),
  )
  expect(patterns.length).toBeGreaterThan(15)
  expect(Object.keys(id).filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([])
})
