/** The nine elements of the satisfaction survey (Permen PANRB 14/2017), by slug: printed forms differ in their order. */
export const surveyElements = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
] as const
export type SurveyElement = (typeof surveyElements)[number]

export type SurveyScore = {
  /** Number of surveys. */
  readonly n: number
  /** NRR: the mean answer to each element, 1 to 4, full precision. */
  readonly elements: Readonly<Record<SurveyElement, number>>
  /** Index, 25.00 to 100.00, rounded once, half up, to two decimals. */
  readonly ikm: number
  readonly grade: 'A' | 'B' | 'C' | 'D'
}

type Answers = Readonly<Record<string, number>>

/** Whether these are answers to all nine elements and to nothing else, each 1, 2, 3 or 4; else the first element at fault. */
export function checkAnswers(answers: Answers): { ok: true } | { ok: false; element: string } {
  for (const element of surveyElements) {
    const answer = Object.hasOwn(answers, element) ? answers[element] : null
    if (answer !== 1 && answer !== 2 && answer !== 3 && answer !== 4) return { ok: false, element }
  }
  const known: readonly string[] = surveyElements
  const stranger = Object.keys(answers).find((key) => !known.includes(key))
  return stranger === undefined ? { ok: true } : { ok: false, element: stranger }
}

/**
 * The index of a set of surveys; null when there is none, because an average of nothing is no grade.
 * @throws TypeError when a set would not pass `checkAnswers`.
 */
export function scoreSurveys(answerSets: readonly Answers[]): SurveyScore | null {
  const n = answerSets.length
  if (n === 0) return null
  const sums = Object.fromEntries(surveyElements.map((element) => [element, 0])) as Record<SurveyElement, number>
  let total = 0
  for (const [index, answers] of answerSets.entries()) {
    const check = checkAnswers(answers)
    if (!check.ok) throw new TypeError(`answerSets[${index}].${check.element} must be 1, 2, 3 or 4`)
    for (const element of surveyElements) {
      sums[element] += answers[element]
      total += answers[element]
    }
  }
  // IKM = Σ (sum(u) / n) × 1/9 × 25 = total × 25 / 9n. In hundredths and integers, so that 1/9 is 1/9 and a half rounds up.
  const hundredths = Math.floor((2 * 2500 * total + 9 * n) / (18 * n))
  const elements = Object.fromEntries(surveyElements.map((element) => [element, sums[element] / n])) as Record<SurveyElement, number>
  return { n, elements, ikm: hundredths / 100, grade: gradeOf(hundredths) }
}

/** Grade of an index in hundredths, after rounding. */
function gradeOf(hundredths: number): SurveyScore['grade'] {
  if (hundredths >= 8831) return 'A'
  if (hundredths >= 7661) return 'B'
  return hundredths >= 6500 ? 'C' : 'D'
}
