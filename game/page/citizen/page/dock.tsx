import type { Region } from '../../../api/index.ts'
import { Icon, useText } from '../../shared/index.ts'

/** Always under the thumb: the ticket, and the switch between list and mall. */
export function Dock(props: { region: Region | null }) {
  const { t } = useText()
  return (
    <div class={props.region ? 'dock' : 'dock is-bare'} id="dock">
      <div id="slot-chip" class="dock-chip" />
      {props.region && (
        <nav class="switch" aria-label={t('switch.label')}>
          <a href={`/${props.region.slug}`} data-skin="list" aria-current="true">
            <Icon name="list" size={22} />
            {t('switch.list')}
          </a>
          <a href={`/${props.region.slug}?mal=1`} data-skin="mall">
            <Icon name="mall" size={22} />
            {t('switch.mall')}
          </a>
        </nav>
      )}
    </div>
  )
}
