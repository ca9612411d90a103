import { Notice, useText } from '../../../shared/index.ts'

/** An address of a case that is none of this citizen's: says which number is wrong, and where theirs are. */
export function NoCase({ asked }: { asked: string }) {
  const { t } = useText()
  return (
    <div class="stack">
      <h1>{t('case.unknown.title')}</h1>
      <Notice tone="warn">
        <p>{t('case.unknown')}</p>
        <p class="case-asked">{asked.length > longest ? `${asked.slice(0, longest)}…` : asked}</p>
        <p>{t('case.unknown.next')}</p>
      </Notice>
      <a class="button main wide" href="/perkara">
        {t('case.unknown.list')}
      </a>
    </div>
  )
}

/** No number is as long; what is pasted by mistake may be. */
const longest = 40
