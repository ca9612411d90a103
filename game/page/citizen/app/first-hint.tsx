import { useEffect, useState } from 'preact/hooks'
import { Icon, openStorage, useText } from '../../shared/index.ts'
import { useCitizen } from './app-context.tsx'
import type { Skin } from './skin.ts'

/** One line for those who come to the list for the first time; taken away by its button, by writing or by scrolling. */
export function FirstHint(props: { skin: Skin }) {
  const { app } = useCitizen()
  const { t } = useText()
  const [isSeen, setSeen] = useState(() => isHintSeen('list'))
  const skin = props.skin.name.value
  const isBusy = app.panel.value !== null || app.foremost.value !== null
  const close = () => {
    setSeen(true)
    rememberHint('list')
  }
  useEffect(() => {
    // Who writes or scrolls has found the way.
    const onScroll = () => {
      if (window.scrollY > 240) close()
    }
    const box = document.querySelector('#cari')
    if (isSeen || skin !== 'list') return
    box?.addEventListener('input', close)
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      box?.removeEventListener('input', close)
      window.removeEventListener('scroll', onScroll)
    }
  }, [isSeen, skin])
  if (isSeen || isBusy || skin !== 'list') return null
  return (
    <aside class="first-hint" aria-label={t('hint.label')}>
      <p>{t('hint.list')}</p>
      <button type="button" class="icon-button" aria-label={t('hint.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </aside>
  )
}

const storeKey = 'balai.hint'

/** Whether this device has shown the hint of this name before. */
export function isHintSeen(name: string): boolean {
  return openStorage('localStorage')?.getItem(storeKey)?.split(' ').includes(name) ?? false
}

export function rememberHint(name: string): void {
  const store = openStorage('localStorage')
  try {
    store?.setItem(storeKey, [...(store.getItem(storeKey)?.split(' ') ?? []), name].join(' '))
  } catch {
    // Full: the line comes once more.
  }
}
