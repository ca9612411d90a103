import { useSignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { Busy, createTranslate, Notice, TextProvider, useText, type Messages, type Text } from '../../shared/index.ts'
import type { MallViewProps } from '../mall/index.ts'
import { useCitizen } from './app-context.tsx'
import type { Skin } from './skin.ts'
import type { Travel } from './travel.ts'

type Loaded = { readonly View: FunctionComponent<MallViewProps>; readonly text: Text }

/** The mall over the page while its skin is on. Its code, words, map and pictures come over the network only then. */
export function MallSlot(props: { skin: Skin; travel: Travel; page: HTMLElement }) {
  const { skin, page, travel } = props
  const { app } = useCitizen()
  const text = useText()
  const loaded = useSignal<Loaded | null>(null)
  const isIn = skin.name.value === 'mall'
  useEffect(() => {
    page.classList.toggle('in-mall', isIn)
    for (const link of page.querySelectorAll<HTMLElement>('.switch [data-skin]')) {
      if (link.dataset.skin === skin.name.value) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
    if (!isIn || loaded.value) return
    const fetchView = async () => {
      try {
        const [{ MallView }, own] = await Promise.all([import('../mall/index.ts'), fetchWords(text)])
        loaded.value = { View: MallView, text: own }
      } catch {
        skin.leave(text.t('enter.failed'))
      }
    }
    void fetchView()
  }, [isIn])
  if (!isIn) return null
  if (!loaded.value) {
    return (
      <div class="mall-wait">
        <Busy>{text.t('enter.opening')}</Busy>
      </div>
    )
  }
  const { View, text: own } = loaded.value
  // Another region is another mall: nothing of the old one stays.
  return (
    <TextProvider text={own}>
      <View key={app.region?.slug} onLeave={skin.leave} onArrive={travel.arrive} onTravel={travel.go} />
    </TextProvider>
  )
}

const words = import.meta.glob<Messages>('../../../../assets/locales/*/mall.json', { import: 'default' })

/** The page's own text, and the mall's. */
async function fetchWords({ language, t }: Text): Promise<Text> {
  const own = await words[`../../../../assets/locales/${language}/mall.json`]()
  const ownT = createTranslate(own)
  return { language, t: (key, values) => (key in own ? ownT(key, values) : t(key, values)) }
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
