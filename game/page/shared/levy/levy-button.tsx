import type { FunctionComponent } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { useText } from '../text/text-context.tsx'
import type { LevyAbout } from './levy-about.ts'
import type { LevyPanelProps } from './levy-panel.tsx'

/**
 * "Diminta uang?" in one tap: the report is sealed at once, and can be taken back for a quarter of an hour. Everything but the button is fetched at the tap.
 * @param props.isSmall in a row of other buttons, over a talk
 */
export function LevyButton(props: { about: LevyAbout; isSmall?: boolean }) {
  const { t } = useText()
  const [Panel, setPanel] = useState<FunctionComponent<LevyPanelProps> | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const open = () => {
    setOpen(true)
    setMissing(false)
    import('./levy-panel.tsx').then(
      ({ LevyPanel }) => setPanel(() => LevyPanel),
      () => setMissing(true),
    )
  }
  return (
    <>
      <button type="button" class={props.isSmall ? 'button levy-button is-small' : 'button wide levy-button'} onClick={open}>
        <Icon name="fee" size={20} />
        {t('levy.ask')}
      </button>
      {isOpen && isMissing && <p role="alert">{t('error.offline')}</p>}
      {isOpen && Panel && <Panel about={props.about} onClose={() => setOpen(false)} />}
    </>
  )
}
