import { Icon, TextProvider, useText, type Text } from '../../shared/index.ts'

/** A screen that the mall does not know yet: where a citizen goes instead, and folded up, what an officer does about it. */
export function Unpaired(props: { text: Text }) {
  return (
    <TextProvider text={props.text}>
      <UnpairedWords />
    </TextProvider>
  )
}

function UnpairedWords() {
  const { t } = useText()
  return (
    <main class="kiosk-alone theme-kutai">
      <Icon name="alert" size={72} />
      <h1>{t('kiosk.unpaired')}</h1>
      <p>{t('kiosk.unpaired.people')}</p>
      <details class="pair-how">
        <summary>{t('kiosk.unpaired.officer')}</summary>
        <ol>
          <li>{t('kiosk.unpaired.step-1')}</li>
          <li>{t('kiosk.unpaired.step-2')}</li>
          <li>{t('kiosk.unpaired.step-3')}</li>
        </ol>
        <p>{t('kiosk.unpaired.print')}</p>
      </details>
    </main>
  )
}
