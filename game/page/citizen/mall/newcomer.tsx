import { useEffect, useState } from 'preact/hooks'
import { useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { isHintSeen, rememberHint } from '../app/first-hint.tsx'
import { HintCard } from './hint-card.tsx'

/** An offer that nobody takes goes by itself. */
const offerMs = 12_000

/** For those who come for the first time, one after the other and each once: where to search, then, after the first step, how to look. */
export function Newcomer(props: { hasStepped: boolean; onLook: () => void }) {
  const { app } = useCitizen()
  const { t } = useText()
  const [isHinting, setHinting] = useState(() => !isHintSeen('mall'))
  const [isOffering, setOffering] = useState(false)
  const isBusy = app.panel.value !== null || app.foremost.value !== null
  useEffect(() => {
    if (!props.hasStepped) return
    // Who walks has found the way.
    if (isHinting) {
      setHinting(false)
      rememberHint('mall')
    }
    if (isHintSeen('look')) return
    rememberHint('look')
    setOffering(true)
    const timer = setTimeout(() => setOffering(false), offerMs)
    return () => clearTimeout(timer)
  }, [props.hasStepped])
  if (isBusy) return null
  if (isHinting) {
    const close = () => {
      setHinting(false)
      rememberHint('mall')
    }
    return (
      <HintCard label={t('hint.label')} closeLabel={t('hint.close')} onClose={close}>
        <p>{t('mall.hint')}</p>
      </HintCard>
    )
  }
  if (!isOffering) return null
  return (
    <HintCard label={t('mall.settings.look')} closeLabel={t('mall.offer-no')} onClose={() => setOffering(false)}>
      <p>{t('mall.offer')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          setOffering(false)
          props.onLook()
        }}
      >
        {t('mall.offer-go')}
      </button>
    </HintCard>
  )
}
