import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accessReason, systemReasons } from '../../../server/audit/access-reasons.ts'

it('puts what the system writes into both languages, and leaves what an officer typed', () => {
  expect(accessReason('membuka permohonan')).toEqual({ id: 'membuka permohonan', en: 'opened the application' })
  expect(accessReason('diserahkan: desk')).toEqual({ id: 'menyerahkan dokumen di loket', en: 'handed it over at the counter' })
  expect(accessReason('pemberitahuan Bank Daerah').en).toBe('notice of Bank Daerah')
  expect(accessReason('nama salah eja')).toEqual({ id: 'nama salah eja', en: 'nama salah eja' })
  expect(accessReason('constructor').en).toBe('constructor')
})

it('knows the reasons as the server writes them', () => {
  const sources = globSync('server/**/*.ts', { exclude: ['server/audit/**'] }).map((file) => readFileSync(file, 'utf8'))
  const written = sources.join('\n')
  const strange = systemReasons.filter((why) => !why.startsWith('diserahkan: ') && !written.includes(`'${why}'`))
  expect(strange).toEqual([])
})
