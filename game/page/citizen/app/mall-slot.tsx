import { useSignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { Busy, Notice, useText } from '../../shared/index.ts'
import type { MallViewProps } from '../mall/index.ts'
import type { Skin } from './skin.ts'

/** The mall over the page while its skin is on. Its code, map and pictures come over the network only then. */
export function MallSlot(props: { skin: Skin; page: HTMLElement }) {
  const { skin, page } = props
  const { t } = useText()
  const view = useSignal<{ View: FunctionComponent<MallViewProps> } | null>(null)
  const isIn = skin.name.value === 'mall'
  useEffect(() => {
    page.classList.toggle('in-mall', isIn)
    for (const link of page.querySelectorAll<HTMLElement>('.switch [data-skin]')) {
      if (link.dataset.skin === skin.name.value) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    if (!isIn || view.value) return
    const fetchView = async () => {
      try {
        view.value = { View: (await import('../mall/index.ts')).MallView }
      } catch {
        skin.leave(t('mall.failed.network'))
      }
    }
    void fetchView()
  }, [isIn])
  if (!isIn) return null
  const View = view.value?.View
  return View ? (
    <View onLeave={skin.leave} />
  ) : (
    <div class="mall-wait">
      <Busy>{t('mall.opening')}</Busy>
    </div>
  )
}

/** Why the mall could not be entered, and that nothing is lost by it. */
export function SkinProblem(props: { skin: Skin }) {
  const problem = props.skin.problem.value
  return problem ? (
    <Notice tone="warn" isLive>
      {problem}
    </Notice>
  ) : null
}
