import { useEffect, useState } from 'preact/hooks'
import { Busy, callSentence, createTranslate, type Messages, Notice, Sheet, type Text, TextProvider, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import type { StandardResponse } from '../../../api/index.ts'
import type { StandardSheet } from './standard-sheet.tsx'

type Loaded = { readonly Shown: typeof StandardSheet; readonly text: Text; readonly standard: StandardResponse }

const words = import.meta.glob<Messages>('../../../../assets/locales/*/standard.json', { import: 'default' })

/** A service's sheet: its code, its words and what is promised come over the network only now. */
export function StandardSlot(props: { service: string }) {
  const { app } = useCitizen()
  const { language, t } = useText()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [problem, setProblem] = useState('')
  const load = () => {
    setProblem('')
    const region = app.region?.slug ?? ''
    const fetchAll = async () => {
      const [module, own, standard] = await Promise.all([
        import('./standard-sheet.tsx'),
        words[`../../../../assets/locales/${language}/standard.json`](),
        app.call<StandardResponse>('GET', `/api/regions/${region}/services/${props.service}/standard`),
      ])
      const ownT = createTranslate(own)
      const text: Text = { language, t: (key, values) => (key in own ? ownT(key, values) : t(key, values)) }
      setLoaded({ Shown: module.StandardSheet, text, standard })
    }
    fetchAll().catch((error: unknown) => setProblem(callSentence(error, t)))
  }
  useEffect(load, [])
  if (loaded) {
    const { Shown, text, standard } = loaded
    return (
      <TextProvider text={text}>
        <Shown standard={standard} onClose={() => app.close()} />
      </TextProvider>
    )
  }
  return (
    <Sheet title={t('panel.opening')} onClose={() => app.close()}>
      {problem ? (
        <Notice tone="bad" isLive>
          <p>{problem}</p>
          <button type="button" class="button" onClick={load}>
            {t('action.retry')}
          </button>
        </Notice>
      ) : (
        <Busy>{t('panel.opening')}</Busy>
      )}
    </Sheet>
  )
}
