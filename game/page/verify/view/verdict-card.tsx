import type { VerifyResponse } from '../../../api/index.ts'
import { spacedCode } from '../../../case/index.ts'
import { Icon, useText } from '../../shared/index.ts'

const tones = { active: 'good', superseded: 'warn', revoked: 'bad', 'not-genuine': 'bad' } as const
const icons = { good: 'check', warn: 'alert', bad: 'close' } as const

/** The answer in one look: colour, sign and words say the same. */
export function VerdictCard(props: { answer: VerifyResponse }) {
  const { t } = useText()
  const { verdict, why, code } = props.answer
  const tone = tones[verdict]
  return (
    <section class={`verdict is-${tone}`} role="status">
      <span class="verdict-sign">
        <Icon name={icons[tone]} size={44} />
      </span>
      <h1>{t(`verify.${verdict}`)}</h1>
      <p>{t(`verify.${why ?? verdict}.how`, { code: spacedCode(code) })}</p>
    </section>
  )
}
