import { Busy, Notice, useText } from '../../shared/index.ts'

/** What stands in the place of a case page until its script has come: the same on the server for everybody. */
export function CaseShell() {
  const { t } = useText()
  return (
    <div class="column case" id="slot-case">
      <Busy>{t('page.case.opening')}</Busy>
      <noscript>
        <Notice tone="warn">{t('page.case.script')}</Notice>
      </noscript>
    </div>
  )
}
