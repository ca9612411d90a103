import { createRng } from '@balai/engine/core'
import { checkAnswers, scoreSurveys, surveyElements } from '../../game/survey/index.ts'
import type { Measurement } from '../figures/figure.ts'

type Answers = Record<string, number>
type Expected = { readonly ikm: number; readonly grade: string } | null

const all = (answer: number): Answers => Object.fromEntries(surveyElements.map((element) => [element, answer]))
/** So many surveys whose answers add up to `total`. */
function adding(n: number, total: number): Answers[] {
  let left = total - 9 * n
  return Array.from({ length: n }, () => {
    const answers: Answers = {}
    for (const element of surveyElements) {
      const more = Math.min(3, left)
      answers[element] = 1 + more
      left -= more
    }
    return answers
  })
}

/** Reckoned by hand from the regulation: SKM = Σ NRR(u) × 1/9, IKM = SKM × 25, rounded half up to two decimals, then graded. */
const byHand: readonly (readonly [sets: Answers[], expected: Expected])[] = [
  [[], null],
  [[all(1)], { ikm: 25, grade: 'D' }],
  [[all(2)], { ikm: 50, grade: 'D' }],
  [[all(3)], { ikm: 75, grade: 'C' }],
  [[all(4)], { ikm: 100, grade: 'A' }],
  [Array.from({ length: 999 }, () => all(4)), { ikm: 100, grade: 'A' }],
  [[all(4), all(3)], { ikm: 87.5, grade: 'B' }],
  // 7 × 4 + 2 × 3 = 34 of 36: 34 × 25 / 9 = 94.444…
  [[{ ...all(4), waktu: 3, sarana: 3 }], { ikm: 94.44, grade: 'A' }],
  // 116,991 × 25 / 45,000 = 64.995 exactly: half up, and the rounded value is graded.
  [adding(5000, 116_991), { ikm: 65, grade: 'C' }],
  // One point less: 64.99444…
  [adding(5000, 116_990), { ikm: 64.99, grade: 'D' }],
  // 137,889 × 25 / 45,000 = 76.605 exactly.
  [adding(5000, 137_889), { ikm: 76.61, grade: 'B' }],
  // 158,949 × 25 / 45,000 = 88.305 exactly.
  [adding(5000, 158_949), { ikm: 88.31, grade: 'A' }],
  [adding(5000, 158_948), { ikm: 88.3, grade: 'B' }],
]
/** Sets of which no index may be made: an element is missing, is none of the nine, or is no answer. */
const refused: readonly Answers[] = [
  ...surveyElements.map((element) => Object.fromEntries(Object.entries(all(4)).filter(([key]) => key !== element))),
  { ...all(4), tips: 4 },
  ...[0, 5, 2.5, -1, Number.NaN, Number.POSITIVE_INFINITY].map((answer) => ({ ...all(3), biaya: answer })),
]
const drawnSets = 1000

/** Indices and grades that are not what the regulation gives. n: cases. */
export function measureSkmWrong(): Measurement {
  let wrong = 0
  let n = 0
  const tell = (isRight: boolean, what: string): void => {
    n++
    if (isRight) return
    wrong++
    process.stderr.write(`${what}\n`)
  }
  for (const [index, [sets, expected]] of byHand.entries()) tell(isSame(scoreSurveys(sets), expected), `by hand ${index}`)
  for (const answers of refused) {
    tell(!checkAnswers(answers).ok, `accepted ${JSON.stringify(answers)}`)
    tell(
      throws(() => scoreSurveys([all(4), answers])),
      `scored ${JSON.stringify(answers)}`,
    )
  }
  const rng = createRng(142_017)
  for (let round = 0; round < drawnSets; round++) {
    const lean = 1 + rng() * 4
    const sets = Array.from({ length: 1 + Math.floor(rng() * 120) }, () =>
      Object.fromEntries(surveyElements.map((element) => [element, Math.min(4, 1 + Math.floor(rng() * lean))])),
    )
    const found = scoreSurveys(sets)
    tell(isSame(found, reckon(sets)), `drawn ${round}`)
    for (const element of surveyElements) {
      const sum = sets.reduce((total, answers) => total + answers[element], 0)
      if (found?.elements[element] !== sum / sets.length) tell(false, `drawn ${round}: ${element}`)
    }
  }
  return { value: wrong, n }
}

/** The same by fractions of whole numbers, and grades by the borders as the regulation prints them. */
function reckon(sets: readonly Answers[]): Expected {
  const n = BigInt(sets.length)
  // Σ over u of (sum(u) / n) × 1/9 × 25, over the common denominator 9n.
  const above =
    surveyElements.map((element) => sets.reduce((sum, answers) => sum + BigInt(answers[element]), 0n)).reduce((a, b) => a + b, 0n) * 25n
  const below = 9n * n
  const [whole, rest] = [(above * 100n) / below, (above * 100n) % below]
  const hundredths = rest * 2n >= below ? whole + 1n : whole
  const grade = hundredths <= 6499n ? 'D' : hundredths <= 7660n ? 'C' : hundredths <= 8830n ? 'B' : 'A'
  return { ikm: Number(hundredths) / 100, grade }
}

function isSame(found: ReturnType<typeof scoreSurveys>, expected: Expected): boolean {
  return found === null || expected === null ? found === expected : found.ikm === expected.ikm && found.grade === expected.grade
}

function throws(action: () => unknown): boolean {
  try {
    action()
    return false
  } catch {
    return true
  }
}
