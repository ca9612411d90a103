import type { Answers, Field, Form } from '../../../../case/index.ts'
import { pick, type Language } from '../../../shared/index.ts'

/** One answer for people. `isSecret`: a NIK, of which only the ends are shown. */
export type AnswerRow = { readonly field: string; readonly label: string; readonly text: string; readonly isSecret: boolean }

/** What was written, in the order in which it was asked. An answer whose question is not in the form stands at the end under its own name. */
export function answerRows(
  form: Form | null,
  answers: Answers,
  words: { language: Language; yes: string; no: string },
): readonly AnswerRow[] {
  const asked = Object.entries(form?.properties ?? {}).filter(([field]) => Object.hasOwn(answers, field))
  const rows = asked.map(([field, question]) => ({
    field,
    label: pick(question['x-title'], words.language),
    text: textOf(question, answers[field], words),
    isSecret: isNik(question),
  }))
  const rest = Object.keys(answers).filter((field) => !asked.some(([known]) => known === field))
  return [...rows, ...rest.map((field) => ({ field, label: field, text: plain(answers[field], words), isSecret: false }))]
}

function textOf(question: Field, answer: Answers[string], words: { language: Language; yes: string; no: string }): string {
  if (question.type !== 'string' || typeof answer !== 'string') return plain(answer, words)
  const choice = question.oneOf?.find((one) => one.const === answer)
  if (choice !== undefined) return pick(choice['x-title'], words.language)
  if (isNik(question)) return maskNik(answer)
  if (question.format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(answer)) return longDate(answer, words.language)
  return answer
}

function plain(answer: Answers[string], words: { yes: string; no: string }): string {
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  return String(answer)
}

function isNik(question: Field): boolean {
  return question.type === 'string' && question.format === 'nik'
}

/** `6402••••••••0001`: whole it is on no screen. Whoever has to compare it does so on the paper. */
function maskNik(nik: string): string {
  return nik.length < 12 ? '••••' : `${nik.slice(0, 4)}••••••••${nik.slice(-4)}`
}

/** "11 April 2021", as it stands on papers. @param day YYYY-MM-DD */
function longDate(day: string, language: Language): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const atMs = Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(atMs) ? day : new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', format).format(atMs)
}
