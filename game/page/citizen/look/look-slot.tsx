import { useEffect, useState } from 'preact/hooks'
import { Busy, createTranslate, type Messages, Sheet, type Text, TextProvider, useText } from '../../shared/index.ts'
import type { LookSheet, LookSheetProps } from './look-sheet.tsx'

type Loaded = { readonly Shown: typeof LookSheet; readonly text: Text }
type Props = LookSheetProps & { readonly onFailure: () => void }

const words = import.meta.glob<Messages>('../../../../assets/locales/*/look.json', { import: 'default' })

/** The sheet to choose how one looks; its code and words come over the network only now. */
export function LookSlot({ value, onDone, onFailure }: Props) {
  const { language, t } = useText()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    const fetchSheet = async () => {
      const [module, own] = await Promise.all([import('./look-sheet.tsx'), words[`../../../../assets/locales/${language}/look.json`]()])
      const ownT = createTranslate(own)
      setLoaded({ Shown: module.LookSheet, text: { language, t: (key, values) => (key in own ? ownT(key, values) : t(key, values)) } })
    }
    fetchSheet().catch(onFailure)
  }, [])
  if (!loaded) {
    return (
      <Sheet title={t('mall.loading')} onClose={() => onDone(null)}>
        <Busy>{t('mall.loading')}</Busy>
      </Sheet>
    )
  }
  const { Shown, text } = loaded
  return (
    <TextProvider text={text}>
      <Shown value={value} onDone={onDone} />
    </TextProvider>
  )
}
