import { useRef, useState } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import { AccountButton } from '../app/account-button.tsx'
import { useCitizen } from '../app/app-context.tsx'
import type { MallTool } from '../app/panel.ts'
import { HallPicture } from '../page/hall-picture.tsx'
import type { CatalogueResponse, Region } from '../../../api/index.ts'
import { MallIcon } from './glyph.tsx'
import { Joystick } from './joystick.tsx'
import { NoticePlace } from './notice-place.tsx'
import type { MallShortcut } from './shortcuts.ts'
import { ToolSlot } from './tool-slot.tsx'
import { useMall } from './use-mall.ts'
import { useNewcomer } from './use-newcomer.ts'
import { useTools } from './use-tools.ts'
import './mall.css'

export type MallViewProps = {
  /** Back to the list; with a sentence when the mall cannot go on. */
  readonly onLeave: (problem?: string) => void
  /** One stands in the mall. */
  readonly onArrive: () => void
  readonly onTravel: (region: Region, catalogue: CatalogueResponse) => void
}

/** The mall with its chrome: bar above, stick and buttons under the thumbs, one place where something is said. */
export function MallView(props: MallViewProps) {
  const { app } = useCitizen()
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const [isGesturing, setGesturing] = useState(false)
  const inMall = useMall({ place, onLeave: props.onLeave, onArrive: props.onArrive, onShortcut: (shortcut) => run(shortcut) })
  const { entered, settings } = inMall
  const newcomer = useNewcomer(entered !== null && !inMall.isLed, inMall.hasStepped)
  const panel = app.panel.value
  const tool = panel?.kind === 'mall' ? panel.tool : null
  const tools = useTools(tool !== null || isGesturing || inMall.isLed, inMall.hasStepped, () => {
    setGesturing(false)
    if (app.panel.peek()?.kind === 'mall') app.close()
    inMall.say(t('mall.not-loaded'))
  })
  const open = (wanted: MallTool) => app.open({ kind: 'mall', tool: wanted })
  const scene = entered?.scene
  const zoomIn = () => scene?.zoomBy(1.25)
  const zoomOut = () => scene?.zoomBy(0.8)
  const run = (shortcut: MallShortcut) => {
    if (shortcut === 'gestures') setGesturing((before) => !before)
    else if (shortcut === 'me') scene?.followOwn()
    else if (shortcut === 'zoom-in') zoomIn()
    else if (shortcut === 'zoom-out') zoomOut()
    else open(shortcut)
  }
  const name = t('mall.scene', { region: app.region?.name ?? '' })
  return (
    <section class={settings.stick.value === 'right' ? 'mall stick-right' : 'mall'} aria-label={name}>
      <div class="mall-top">
        <div class="mall-bar">
          <span class="mall-region">{app.region?.name}</span>
          <button type="button" class="mall-search" onClick={() => open('find')}>
            <Icon name="search" size={22} />
            {t('search.label')}
          </button>
          <AccountButton />
          <button type="button" class="icon-button" aria-label={t('mall.menu')} onClick={() => open('settings')}>
            <MallIcon name="menu" />
          </button>
        </div>
        {entered && tools && <tools.WayBar guide={entered.guide} mall={entered.mall} onWalk={inMall.walk} />}
        <NoticePlace
          said={inMall.said}
          newcomer={newcomer}
          isNewsShown={!inMall.isLed && panel === null}
          canClose={entered !== null}
          onUnsay={inMall.unsay}
          onLook={() => open('look')}
          onClosed={() => place.current?.focus({ preventScroll: true })}
        />
      </div>
      <div ref={place} class="mall-scene" tabIndex={0} role="application" aria-label={name} aria-describedby="mall-help" />
      <p id="mall-help" class="visually-hidden">
        {t('mall.help')}
      </p>
      {!scene && (
        <div class="mall-opening">
          <HallPicture />
          <p class="soft">{t('mall.opening-list')}</p>
        </div>
      )}
      {scene && (
        <>
          <Joystick onPush={(push) => scene.steer(push.right, push.down)} />
          {tools && entered && <tools.SmallPlan {...entered} onOpen={() => open('plan')} />}
          {isGesturing && tools && <tools.GesturePalette onGesture={inMall.gesture} onClose={() => setGesturing(false)} />}
          <div class="mall-buttons">
            <button type="button" class="round" aria-label={t('mall.plan')} onClick={() => open('plan')}>
              <MallIcon name="plan" />
            </button>
            <button
              type="button"
              class="round"
              aria-label={t('mall.gestures')}
              aria-expanded={isGesturing}
              onClick={() => setGesturing(!isGesturing)}
            >
              <MallIcon name="hand" />
            </button>
            <div class="round-stack">
              <button type="button" aria-label={t('mall.where-am-i')} onClick={() => scene.followOwn()}>
                <MallIcon name="me" size={22} />
              </button>
              <button type="button" aria-label={t('mall.zoom-in')} onClick={zoomIn}>
                <Icon name="plus" size={22} />
              </button>
              <button type="button" aria-label={t('mall.zoom-out')} onClick={zoomOut}>
                <Icon name="minus" size={22} />
              </button>
            </div>
          </div>
        </>
      )}
      {tool && entered && <ToolSlot tool={tool} tools={tools} entered={entered} inMall={inMall} onTravel={props.onTravel} />}
    </section>
  )
}
