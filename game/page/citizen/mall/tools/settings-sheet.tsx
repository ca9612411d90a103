import type { Tier } from '@balai/engine/host/browser'
import type { Signal } from '@preact/signals'
import { formatBytes, Icon, Sheet, useText } from '../../../shared/index.ts'
import { useCitizen } from '../../app/app-context.tsx'
import type { MallTool } from '../../app/panel.ts'
import { isSystemCalm, type MallSettings } from '../mall-settings.ts'
import { ToolIcon } from './tool-icons.tsx'

/** Clothes, hands, quality, motion, what it costs, other malls, keys. */
export function SettingsSheet(props: { settings: MallSettings; tier: Tier | null }) {
  const { app } = useCitizen()
  const { t, language } = useText()
  const { calm, quality, stick } = props.settings
  const isAsked = isSystemCalm()
  const isCalm = isAsked || calm.value === 'yes'
  const go = (tool: MallTool) => app.open({ kind: 'mall', tool })
  return (
    <Sheet title={t('mall.menu')} onClose={() => app.close()}>
      <div class="stack settings">
        <button type="button" class="button wide spread" onClick={() => go('look')}>
          <ToolIcon name="look" />
          <span>{t('mall.settings.look')}</span>
          <Icon name="next" size={20} />
        </button>
        <button type="button" class="button wide spread" onClick={() => go('gate')}>
          <ToolIcon name="gate" />
          <span>{t('mall.other')}</span>
          <Icon name="next" size={20} />
        </button>
        <div>
          <Choice legend={t('mall.settings.quality')} name="quality" value={quality} values={['auto', 'low', 'high']} />
          {quality.value === 'auto' && props.tier && (
            <p class="small soft">{t('mall.settings.quality-now', { quality: t(`mall.settings.quality.${props.tier}`) })}</p>
          )}
        </div>
        <Choice legend={t('mall.settings.stick')} name="stick" value={stick} values={['left', 'right']} />
        <label class="switch-row">
          <span>
            {t('mall.settings.calm')}
            <span class="small soft">{t(isAsked ? 'mall.settings.calm-system' : 'mall.settings.calm-words')}</span>
          </span>
          <input
            type="checkbox"
            role="switch"
            checked={isCalm}
            disabled={isAsked}
            onChange={(event) => {
              calm.value = event.currentTarget.checked ? 'yes' : 'no'
            }}
          />
        </label>
        <button type="button" class="button wide spread only-keys" onClick={() => go('keys')}>
          <ToolIcon name="keyboard" />
          <span>{t('mall.keys')}</span>
          <kbd aria-hidden="true">?</kbd>
        </button>
        <p class="meter small">
          <span>{t('account.data')}</span>
          <strong class="number">{formatBytes(app.meter.bytes.value, language)}</strong>
        </p>
      </div>
    </Sheet>
  )
}

/** One of a few, as buttons that touch. */
function Choice<T extends string>(props: { legend: string; name: 'quality' | 'stick'; value: Signal<T>; values: readonly T[] }) {
  const { t } = useText()
  const { name, value } = props
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      <div class="choice-row">
        {props.values.map((one) => (
          <label key={one} class={value.value === one ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={name}
              checked={value.value === one}
              onChange={() => {
                value.value = one
              }}
            />
            <span>{t(`mall.settings.${name}.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
