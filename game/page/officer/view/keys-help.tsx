import { Sheet, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { keyLabel, shortcutKeys, type KeyMode, type Shortcut } from '../keys/shortcuts.ts'

const modes: readonly KeyMode[] = ['letters', 'alt', 'off']

/** Every key with what it does, and how keys work: alone, with Alt, or not at all. */
export function KeysHelp(props: { onClose: () => void }) {
  const { app } = useOfficer()
  const { t } = useText()
  const { keyMode } = app.settings
  const shown: KeyMode = keyMode.value === 'off' ? 'letters' : keyMode.value
  return (
    <Sheet title={t('officer.keys')} onClose={props.onClose}>
      <fieldset class="key-modes">
        <legend class="field-label">{t('officer.keys.mode')}</legend>
        {modes.map((mode) => (
          <label key={mode} class="choice-line">
            <input
              type="radio"
              name="key-mode"
              checked={keyMode.value === mode}
              onChange={() => {
                keyMode.value = mode
              }}
            />
            {t(`officer.keys.mode.${mode}`)}
          </label>
        ))}
      </fieldset>
      <dl class={keyMode.value === 'off' ? 'key-list is-off' : 'key-list'}>
        {(Object.keys(shortcutKeys) as Shortcut[]).map((shortcut) => (
          <div key={shortcut}>
            <dt>
              <kbd>{keyLabel(shortcut, shown)}</kbd>
            </dt>
            <dd>{t(`officer.keys.${shortcut}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('officer.keys.inside')}</p>
      <p class="small soft">{t('officer.keys.twice')}</p>
    </Sheet>
  )
}
