import { describe, expect, it } from 'vitest'
import { announce } from '../../server/announce.ts'

const bootstrap = { username: 'petugas', password: 'rahasia-sekali' }

describe('what is printed at the start', () => {
  it('lists the pages of officers, administrators, the board and whoever checks a document, beside each address', () => {
    const text = announce(
      { origins: ['http://localhost:8080', 'http://192.168.1.2:8080'], bootstrap: null },
      { isDemo: false, isLan: false },
    )
    const paths = [...text.matchAll(/^ {2}(http\S+)/gm)].map(([, address]) => address)
    const first = 'http://localhost:8080'
    expect(paths).toEqual([`${first}/`, 'http://192.168.1.2:8080/', `${first}/petugas`, `${first}/admin`, `${first}/papan`, `${first}/cek`])
    expect(text).not.toContain('password')
  })

  it('adds the codes of a demonstration, and the first password once', () => {
    const text = announce({ origins: ['http://localhost:8080'], bootstrap }, { isDemo: true, isLan: false })
    expect(text).toContain('http://localhost:8080/demo/kode ')
    expect(text).toContain('user petugas, password rahasia-sekali')
    expect(text.endsWith('\n\n')).toBe(true)
  })
})
