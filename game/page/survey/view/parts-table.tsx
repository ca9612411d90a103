import type { SurveyBoard } from '../../../api/index.ts'
import type { ScoredCell } from '../../../survey/index.ts'
import { useText } from '../../shared/index.ts'
import { formatCount, formatIndex } from '../state/board-words.ts'
import { surveyPath } from '../state/survey-address.ts'

type Props = {
  readonly title: string
  readonly parts: readonly ScoredCell[]
  readonly nameOf: (key: string) => string
  /** Of a region's board, each row leads to its own; null: rows lead nowhere. */
  readonly board: SurveyBoard | null
}

/** One row for each part, the best first; those that are hidden at the end, without a number. */
export function PartsTable({ title, parts, nameOf, board }: Props) {
  const { language, t } = useText()
  const rows = [...parts].sort((a, b) => (b.score?.ikm ?? 0) - (a.score?.ikm ?? 0))
  return (
    <section class="stack parts">
      <h2>{title}</h2>
      <div class="card table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(board?.agency === null ? 'skm.agency' : 'skm.service')}</th>
              <th scope="col">{t('skm.answers')}</th>
              <th scope="col">{t('skm.index-short')}</th>
              <th scope="col">{t('skm.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, score }) => (
              <tr key={key}>
                <th scope="row">
                  {board?.agency === null ? <a href={surveyPath(board.region, key, board.period)}>{nameOf(key)}</a> : nameOf(key)}
                </th>
                {score ? (
                  <>
                    <td>{formatCount(score.n, language)}</td>
                    <td>
                      <strong>{formatIndex(score.ikm, 2, language)}</strong>
                    </td>
                    <td>
                      <span class={`grade grade-${score.grade}`}>{score.grade}</span>
                    </td>
                  </>
                ) : (
                  <td colSpan={3} class="hidden-cell">
                    {t('skm.hidden')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
