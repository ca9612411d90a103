import { useEffect, useState } from 'preact/hooks'
import { Icon, openStorage, useText } from '../../shared/index.ts'
import { useCitizen } from './app-context.tsx'
import type { Skin } from './skin.ts'

/** One line for those who come for the first time, in each skin once; taken away by its button, by writing or by scrolling. */
export function FirstHint(props: { skin: Skin }) {
  const { app } = useCitizen()
  const { t } = useText()
  const [closed, setClosed] = useState(readClosed)
  const skin = props.skin.name.value
  const isSeen = closed.includes(skin)
  const isBusy = app.panel.value !== null || app.foremost.value !== null
  const close = () => {
    const next = [...closed, skin]
    setClosed(next)
    try {
      openStorage('localStorage')?.setItem(storeKey, next.join(' '))
    } catch {
      // Full: the line comes once more.
    }
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
  if (isSeen || isBusy) return null
  return (
    <aside class="first-hint" aria-label={t('hint.label')}>
      <p>{t(`hint.${skin}`)}</p>
      <button type="button" class="icon-button" aria-label={t('hint.close')} onClick={close}>
        <Icon name="close" />
      </button>
    </aside>
  )
}

const storeKey = 'balai.hint'

function readClosed(): readonly string[] {
  return openStorage('localStorage')?.getItem(storeKey)?.split(' ') ?? []
}
