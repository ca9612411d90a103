import { CodedError } from '@balai/engine/core'
import { useEffect, useRef, useState } from 'preact/hooks'
import { callSentence, Icon, useText, type Translate } from '../../shared/index.ts'
import { AccountButton } from '../app/account-button.tsx'
import { useCitizen } from '../app/app-context.tsx'
import { HallPicture } from '../page/hall-picture.tsx'
import { enterMall, type EnteredMall } from './enter-mall.ts'
import { FindSheet } from './find-sheet.tsx'
import { Joystick } from './joystick.tsx'
import { rememberedLook } from './look.ts'
import type { MallViewEvent } from './mall-event.ts'
import { meterWorld } from './meter-world.ts'
import { listenToGestures } from './scene-gestures.ts'
import { walkByKeys } from './walk-by-keys.ts'
import { watchCover } from './watch-cover.ts'
import './mall.css'

export type MallViewProps = {
  /** Back to the list; with a sentence when the mall cannot go on. */
  readonly onLeave: (problem?: string) => void
}

/** The mall with its chrome: bar above, stick and zoom under the thumbs, one line that says how things stand. */
export function MallView(props: MallViewProps) {
  const { app } = useCitizen()
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<EnteredMall | null>(null)
  const [status, setStatus] = useState(t('mall.opening'))
  const [isFinding, setFinding] = useState(false)
  const [isLeftHanded, setLeftHanded] = useState(readHand)

  const onEvent = (event: MallViewEvent) => {
    if (event.type === 'ready') setStatus(t('mall.ready'))
    else if (event.type === 'reconnecting') setStatus(t('mall.reconnecting'))
    else if (event.type === 'wing-entered') setStatus(t('mall.wing', { wing: t(`wing.${event.wing}`) }))
    else if (event.type === 'failed') setStatus(t('mall.picture-lost'))
    else if (event.type === 'refused') props.onLeave(t('mall.failed.version'))
    else if (event.type === 'counter-near') {
      // A talk or a form is never pushed aside by a step.
      const kind = app.panel.peek()?.kind
      if (kind === undefined || kind === 'counter') app.open({ kind: 'counter', counter: event.counter, isNear: true })
    } else {
      const panel = app.panel.peek()
      if (panel?.kind === 'counter' && panel.counter === event.counter) app.close()
    }
  }

  useEffect(() => {
    const element = place.current
    const { region } = app
    if (!element || !region) return
    let isGone = false
    let undo = () => {}
    const begin = async () => {
      const mine = await enterMall(element, {
        region,
        catalogue: app.loadCatalogue(),
        onEvent,
        look: rememberedLook(localStore()),
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      })
      if (isGone) {
        mine.scene.dispose()
        return
      }
      const stopGestures = listenToGestures(element, mine.scene)
      const stopEscape = onEscape(() => {
        if (app.panel.peek()?.kind === 'counter') app.close()
      })
      const overlay = document.getElementById('slot-overlay')
      const stopCover = overlay ? watchCover(overlay, (bottomPx) => mine.scene.setCover(bottomPx)) : () => {}
      const stopMeter = meterWorld(app, mine.scene)
      const stopKeys = walkByKeys((push) => mine.scene.steer(push.right, push.down))
      undo = () => {
        stopGestures()
        stopKeys()
        stopCover()
        stopMeter()
        stopEscape()
        mine.scene.dispose()
      }
      setEntered(mine)
    }
    begin().catch((error: unknown) => {
      if (!isGone) props.onLeave(failure(error, t))
    })
    return () => {
      isGone = true
      undo()
    }
  }, [])

  // A call is answered first: the search would lie over its card.
  const isCalledNow = app.tickets.value.some((ticket) => ticket.state === 'called')
  useEffect(() => {
    if (isCalledNow) setFinding(false)
  }, [isCalledNow])

  const scene = entered?.scene
  const swapHands = () => {
    setLeftHanded(!isLeftHanded)
    localStore()?.setItem(handKey, isLeftHanded ? 'right' : 'left')
  }
  return (
    <section class={isLeftHanded ? 'mall left-handed' : 'mall'} aria-label={t('mall.scene', { region: app.region?.name ?? '' })}>
      <div
        ref={place}
        class="mall-scene"
        tabIndex={0}
        role="application"
        aria-label={t('mall.scene', { region: app.region?.name ?? '' })}
        aria-describedby="mall-help"
      />
      <p id="mall-help" class="visually-hidden">
        {t('mall.help')}
      </p>
      <div class="mall-bar">
        <span class="mall-region">{app.region?.name}</span>
        <button type="button" class="mall-search" onClick={() => setFinding(true)}>
          <Icon name="search" size={22} />
          {t('search.label')}
        </button>
        <AccountButton />
      </div>
      <p class="mall-status" role="status">
        {status}
      </p>
      {!scene && (
        <div class="mall-opening">
          <HallPicture />
          <p class="soft">{t('mall.opening-list')}</p>
        </div>
      )}
      {scene && (
        <>
          <button type="button" class="round swap" aria-label={t('mall.hand')} onClick={swapHands}>
            <Icon name="swap" size={20} />
          </button>
          <Joystick onPush={(push) => scene.steer(push.right, push.down)} />
          <div class="mall-buttons">
            <button type="button" class="round" aria-label={t('mall.where-am-i')} onClick={() => scene.followOwn()}>
              <Icon name="person" />
            </button>
            <button type="button" class="round" aria-label={t('mall.zoom-in')} onClick={() => scene.zoomBy(1.25)}>
              <Icon name="plus" />
            </button>
            <button type="button" class="round" aria-label={t('mall.zoom-out')} onClick={() => scene.zoomBy(0.8)}>
              <Icon name="minus" />
            </button>
          </div>
        </>
      )}
      {isFinding && (
        <FindSheet
          onClose={() => setFinding(false)}
          onGo={(counter) => {
            setFinding(false)
            const zone = entered?.mall.counters.find((row) => row.id === counter)?.zone
            if (!zone || !scene) return
            scene.walkTo((zone.x0 + zone.x1) / 2, (zone.z0 + zone.z1) / 2)
            scene.highlightZone(zone.index)
            scene.followOwn()
          }}
        />
      )}
    </section>
  )
}

/** A sheet that came by itself does not have the focus; Escape takes it away all the same. */
function onEscape(close: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

/** Every way in which the mall fails ends in the list, where the same can be done. */
function failure(error: unknown, t: Translate): string {
  const code = error instanceof CodedError ? error.code : ''
  if (code === 'no-webgl') return t('mall.failed.webgl')
  if (code === 'offline' || code === 'timeout' || code === 'no-atlas')
    return `${callSentence(new CodedError('offline', ''), t)} ${t('mall.failed.list')}`
  return t('mall.failed.other')
}

const handKey = 'balai.hand'

function readHand(): boolean {
  return localStore()?.getItem(handKey) === 'left'
}

/** null where the browser forbids it. */
function localStore(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
