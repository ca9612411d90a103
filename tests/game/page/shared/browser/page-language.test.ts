import { describe, expect, it } from 'vitest'
import { pageLanguage } from '../../../../../game/page/shared/browser/page-language.ts'

describe('the language of a page', () => {
  it('is what the address asks for, else what was kept, else Indonesian', () => {
    expect(pageLanguage({ search: '?bahasa=en', cookie: 'bahasa=id' })).toBe('en')
    expect(pageLanguage({ search: '', cookie: 'a=1; bahasa=en' })).toBe('en')
    expect(pageLanguage({ search: '', cookie: 'xbahasa=en' })).toBe('id')
    expect(pageLanguage({ search: '?bahasa=fr', cookie: '' })).toBe('id')
  })
})
