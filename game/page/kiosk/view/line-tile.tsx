import { Icon, pick, useText } from '../../shared/index.ts'
import type { LineState } from '../state/line-state.ts'
import { lineWords } from './line-words.ts'

/** One line of people. Where no numbers are given it says why, and cannot be pressed. */
export function LineTile(props: { line: LineState; isShort?: boolean; onPress: () => void }) {
  const { line, isShort } = props
  const text = useText()
  const { agency, group, bar } = line
  return (
    <button
      type="button"
      class={`tile line-tile wing-${agency.wing} ${bar ? 'is-barred' : ''}`}
      aria-disabled={bar ? 'true' : undefined}
      onClick={bar ? undefined : props.onPress}
    >
      {isShort && <Icon name={agency.wing} size={44} />}
      <span>
        <strong>{pick(group.name, text.language)}</strong>
        <small>{agency.shortName}</small>
        {!isShort && (
          <small class="line-words">
            <Icon name={bar ? 'alert' : 'person'} size={24} />
            {lineWords(line, text)}
          </small>
        )}
      </span>
    </button>
  )
}
