import type { Language, Messages } from './translate.ts'

const files = import.meta.glob<Messages>('../../../../assets/locales/*/*.json', { import: 'default' })

/**
 * Fetches the sentences of a page that is not rendered on the server.
 * @param names files of `assets/locales/{language}`, without ending: `['common', 'officer']`.
 * @throws TypeError when a file is missing from the build.
 */
export async function loadMessages(language: Language, names: readonly string[]): Promise<Messages> {
  const parts = await Promise.all(
    names.map((name) => {
      const load = files[`../../../../assets/locales/${language}/${name}.json`]
      if (!load) throw new TypeError(`names must be files of assets/locales/${language}; there is no ${name}.json`)
      return load()
    }),
  )
  return Object.assign({}, ...parts) as Messages
}
