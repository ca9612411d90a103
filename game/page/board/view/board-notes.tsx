import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Icon, pick, useText } from '../../shared/index.ts'
import type { BoardApp } from '../state/board-app.ts'
import { closedLines, skippedNumbers, type ClosedLine } from '../state/board.ts'

/** So many fit into one row of a television, alone or beside the other note. Where there are more they take turns. */
const skippedInRow = { alone: 9, beside: 4 }
const closedInRow = { alone: 2, beside: 1 }
const turnMs = 8_000

/** True while there is something to say below the calls: they make room then. */
export function hasNotes({ board, catalogue }: BoardApp): boolean {
  return skippedNumbers(board.value).length > 0 || closedLines(board.value, catalogue).length > 0
}

/** Who was passed over and what they do now, and which lines give no numbers and why. Nothing while there is neither. */
export function BoardNotes(props: { app: BoardApp }) {
  const { board, catalogue, now } = props.app
  const turn = useMemo(() => computed(() => Math.floor(now.value / turnMs)), [])
  if (!hasNotes(props.app)) return null
  const skipped = skippedNumbers(board.value)
  const closed = closedLines(board.value, catalogue)
  const width = skipped.length > 0 && closed.length > 0 ? 'beside' : 'alone'
  return (
    <div class="board-notes">
      {skipped.length > 0 && <SkippedNote labels={skipped} inRow={skippedInRow[width]} turn={turn} />}
      {closed.length > 0 && <ClosedNote lines={closed} inRow={closedInRow[width]} turn={turn} />}
    </div>
  )
}

type Turns = { inRow: number; turn: ReadonlySignal<number> }

/** Whose turn it is on a television; a phone shows all. */
function turnClass(index: number, count: number, { inRow, turn }: Turns): string {
  // Without a second row the clock is not even asked.
  if (count <= inRow) return 'is-on'
  return Math.floor(index / inRow) === turn.value % Math.ceil(count / inRow) ? 'is-on' : 'is-off'
}

function SkippedNote(props: { labels: readonly string[] } & Turns) {
  const { t } = useText()
  const { labels } = props
  return (
    <section class="board-note is-skipped" aria-labelledby="skipped-title">
      <div>
        <h2 id="skipped-title">{t('board.skipped', { count: labels.length })}</h2>
        <p>{t('board.skipped.how')}</p>
      </div>
      <ul>
        {labels.map((label, index) => (
          <li key={label} class={`skipped-number number ${turnClass(index, labels.length, props)}`}>
            {label}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClosedNote(props: { lines: readonly ClosedLine[] } & Turns) {
  const { t, language } = useText()
  const { lines } = props
  return (
    <section class="board-note is-closed" aria-labelledby="closed-title">
      <h2 id="closed-title">
        <Icon name="alert" size={24} />
        {t('board.closed', { count: lines.length })}
      </h2>
      <ul>
        {lines.map(({ group, reason }, index) => (
          <li key={group.slug} class={turnClass(index, lines.length, props)}>
            <strong>{pick(group.name, language)}</strong>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
