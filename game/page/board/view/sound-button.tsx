import { Icon, useText } from '../../shared/index.ts'
import type { Speaker } from '../sound/speaker.ts'

/** Browsers speak only after a touch: one is asked for. */
export function SoundButton(props: { speaker: Speaker }) {
  const { speaker } = props
  const { t } = useText()
  const state = speaker.state.value
  return (
    <div class="sound">
      {(state === 'chime' || state === 'recorded') && (
        <p class="sound-line" role="status">
          {t(`board.sound.${state}`)}
        </p>
      )}
      <button
        type="button"
        class={state === 'off' ? 'button main sound-button' : 'button sound-button is-on'}
        aria-pressed={state !== 'off'}
        onClick={() => (state === 'off' ? void speaker.switchOn() : speaker.switchOff())}
      >
        <Icon name="bell" size={24} />
        {t(state === 'off' ? 'board.sound.on' : 'board.sound.is-on')}
      </button>
    </div>
  )
}
