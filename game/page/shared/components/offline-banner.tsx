import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { SocketState } from '../socket/service-socket.ts'
import { useText } from '../text/text-context.tsx'
import { Icon } from './icon.tsx'

const graceMs = 3_000

/** Says that the line is lost, once it has been lost for three seconds: short gaps are nobody's business. */
export function OfflineBanner(props: { state: ReadonlySignal<SocketState> }) {
  const { t } = useText()
  const [isOff, setOff] = useState(false)
  useEffect(() => {
    const look = () => setOff(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  const isLost = isOff || props.state.value !== 'open'
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isLost) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), graceMs)
    return () => clearTimeout(timer)
  }, [isLost])
  return (
    <div role="status">
      {isShown && (
        <div class="offline">
          <Icon name="wifi" size={20} />
          <span>{t('offline.banner')}</span>
        </div>
      )}
    </div>
  )
}
