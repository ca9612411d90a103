import type { Dashboard } from './dashboard.ts'
import { surveyElements, type SurveyScore } from './survey.ts'

/** The board as a table for spreadsheets: a row for the whole and for each cell. What the board hides is empty here too. */
export function dashboardCsv(board: Dashboard): string {
  const head = ['periode', 'bagian', 'kunci', 'responden', 'ikm', 'mutu', ...surveyElements]
  const rows = [
    cellRow(board.period, 'semua', '', board.whole),
    ...board.parts.map(({ key, score }) => cellRow(board.period, 'bagian', key, score)),
    ...board.profile.flatMap(({ field, cells }) => cells.map(({ key, score }) => cellRow(board.period, field, key, score))),
  ]
  const sample = [board.period, 'sampel', `dilayani ${board.sample.served}; perlu ${board.sample.needed}`, String(board.sample.answered)]
  return `${[head, ...rows, sample].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

function cellRow(period: string, part: string, key: string, score: SurveyScore | null): string[] {
  if (score === null) return [period, part, key, '', '', '', ...surveyElements.map(() => '')]
  const means = surveyElements.map((element) => score.elements[element].toFixed(3))
  return [period, part, key, String(score.n), score.ikm.toFixed(2), score.grade, ...means]
}

/** RFC 4180; what a spreadsheet would take for a formula is made text. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
