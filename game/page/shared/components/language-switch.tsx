import { useText } from '../text/text-context.tsx'
import { withQuery } from './with-query.ts'

/**
 * The other language, as a plain link: works before and without any script.
 * @param url path and query of this page; the rest of the query is kept.
 */
export function LanguageSwitch(props: { url: string }) {
  const { language, t } = useText()
  const other = language === 'id' ? 'en' : 'id'
  return (
    <a class="language" href={withQuery(props.url, 'bahasa', other)} lang={other} hreflang={other}>
      {other.toUpperCase()}
      <span class="visually-hidden"> – {t('language.other')}</span>
    </a>
  )
}
