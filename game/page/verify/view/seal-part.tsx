import type { DocumentSeal } from '../../../case/index.ts'
import { Icon, useText } from '../../shared/index.ts'
import type { SealCheck } from '../check/check-seal.ts'

/** Who has checked the seal, and its numbers for whoever wants to do the sum elsewhere. */
export function SealPart(props: { seal: DocumentSeal; check: SealCheck | null }) {
  const { t } = useText()
  const { statement, key, signature } = props.seal
  return (
    <section class="seal" aria-labelledby="seal-title">
      <h2 id="seal-title">{t('verify.seal')}</h2>
      <p role="status">{t(`verify.seal.${sealWords(props.check)}`)}</p>
      <p class="soft">{t('verify.seal.not-tte')}</p>
      <details class="more">
        <summary>
          {t('verify.seal.details')}
          <Icon name="down" />
        </summary>
        <dl class="seal-rows">
          <dt>{t('verify.seal.key')}</dt>
          <dd>
            <code>{key}</code>
          </dd>
          <dt>{t('verify.seal.signature')}</dt>
          <dd>
            <code>{signature}</code>
          </dd>
          <dt>{t('verify.seal.pdf')}</dt>
          <dd>
            <code>{statement.pdf}</code>
          </dd>
        </dl>
        <a class="seal-keys" href="/api/document-keys">
          {t('verify.seal.keys')}
        </a>
      </details>
    </section>
  )
}

/** Before and without a script the server's check is all there is. */
function sealWords(check: SealCheck | null): 'here' | 'server' {
  return check === 'here' ? 'here' : 'server'
}
