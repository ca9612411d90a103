import { asLanguage, type Language } from '../text/translate.ts'

/**
 * Language of a page that is not rendered on the server: `?bahasa=`, the cookie of the same name, else Indonesian.
 * @param page `search` of the address and the document's cookies.
 */
export function pageLanguage(page: { search: string; cookie: string }): Language {
  const asked = new URLSearchParams(page.search).get('bahasa')
  const kept = /(?:^|;\s*)bahasa=(id|en)(?:;|$)/.exec(page.cookie)?.[1]
  return asLanguage(asked ?? kept)
}

/** Keeps the choice for a year, for the server's sentences too, and names it on the document for screen readers. */
export function rememberLanguage(language: Language): void {
  document.cookie = `bahasa=${language}; path=/; max-age=31536000; samesite=lax`
  document.documentElement.lang = language
}
