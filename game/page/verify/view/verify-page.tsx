import { useEffect, useState } from 'preact/hooks'
import { Ornament, LanguageSwitch, useText } from '../../shared/index.ts'
import { checkSeal, type SealCheck } from '../check/check-seal.ts'
import type { VerifyPageData } from '../page-data.ts'
import { CodeForm } from './code-form.tsx'
import { FileCheck } from './file-check.tsx'
import { PrintedFields } from './printed-fields.tsx'
import { SealPart } from './seal-part.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** What a stranger with a phone sees: the verdict first, then what to compare with the paper. */
export function VerifyPage(props: { data: VerifyPageData }) {
  const { t } = useText()
  const { answer, theme, url } = props.data
  const check = useSealCheck(props.data)
  const shown = answer !== null && check === 'broken' ? { ...answer, verdict: 'not-genuine' as const, why: 'broken-seal' as const } : answer
  const seal = shown === null || shown.verdict === 'not-genuine' ? null : shown.seal
  return (
    <div class={`page theme-${theme}`}>
      <header class="verify-head">
        <div class="verify-head-row">
          <a class="brand" href="/">
            <span class="mark" aria-hidden="true" />
            <span class="brand-words">
              <strong>Balai</strong>
              <span>{t('verify.name')}</span>
            </span>
          </a>
          <LanguageSwitch url={url} />
        </div>
      </header>
      <div class="band">
        <Ornament theme={theme} id="band-verify" />
      </div>
      <main class="column verify-main">
        {shown === null ? (
          <div class="stack">
            <h1>{t('verify.heading')}</h1>
            <p>{t('verify.lead')}</p>
          </div>
        ) : (
          <VerdictCard answer={shown} />
        )}
        {shown !== null && seal !== null && <PrintedFields statement={seal.statement} names={shown.names} isDemo={shown.isDemo} />}
        {seal !== null && <FileCheck expected={seal.statement.pdf} />}
        {seal !== null && <SealPart seal={seal} check={check} />}
        <CodeForm isFirst={shown === null} code={shown?.why === 'mistyped' ? shown.code : ''} />
      </main>
    </div>
  )
}

/** null until this device has done its sum. */
function useSealCheck({ answer }: VerifyPageData): SealCheck | null {
  const [check, setCheck] = useState<SealCheck | null>(null)
  useEffect(() => {
    const { code = '', seal = null, publicKey = null } = answer ?? {}
    if (seal === null) return
    checkSeal({ code, seal, publicKey }, globalThis.crypto?.subtle).then(setCheck, () => setCheck('broken'))
  }, [answer])
  return check
}
