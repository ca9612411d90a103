import { createRng } from '@balai/engine/core'
import { expect, test } from 'vitest'
import { checkAnswers, scoreSurveys, surveyElements } from '../../../game/survey/index.ts'

type Answers = Record<string, number>
const all = (answer: number): Answers => Object.fromEntries(surveyElements.map((element) => [element, answer]))
/** n surveys whose answers add up to `total`. */
function surveysOf(n: number, total: number): Answers[] {
  const sets = Array.from({ length: n }, () => all(1))
  let left = total - 9 * n
  for (const set of sets) {
    for (const element of surveyElements) {
      const more = Math.min(3, left)
      set[element] += more
      left -= more
    }
  }
  return sets
}

test('S1, S2: nine answers of 1 to 4 and nothing else', () => {
  expect(checkAnswers(all(4))).toEqual({ ok: true })
  const { waktu: _, ...eight } = all(3)
  expect(checkAnswers(eight)).toEqual({ ok: false, element: 'waktu' })
  for (const bad of [0, 5, 2.5, Number.NaN, '3' as unknown as number]) {
    expect(checkAnswers({ ...all(2), biaya: bad })).toEqual({ ok: false, element: 'biaya' })
  }
  expect(checkAnswers({ ...all(2), tips: 4 })).toEqual({ ok: false, element: 'tips' })
  expect(checkAnswers(Object.create(all(2)) as Answers).ok).toBe(false)
  expect(() => scoreSurveys([all(4), eight])).toThrow('answerSets[1].waktu')
})

test('S3: a perfect survey is 100.00, the worst 25.00; elements are plain means', () => {
  expect(scoreSurveys([all(4)])).toMatchObject({ n: 1, ikm: 100, grade: 'A' })
  expect(scoreSurveys([all(1), all(1)])).toMatchObject({ n: 2, ikm: 25, grade: 'D' })
  expect(scoreSurveys([all(4), { ...all(4), sarana: 1 }])?.elements).toMatchObject({ sarana: 2.5, waktu: 4 })
})

test('S4: rounded half up to two decimals, as exact fractions say', () => {
  // total × 25 / 9n with n = 400: 9,018 gives 62.625 exactly, 9,126 gives 63.375.
  const n = 400
  for (const [total, ikm] of [
    [9_000, 62.5],
    [9_018, 62.63],
    [9_126, 63.38],
  ] as const) {
    expect(scoreSurveys(surveysOf(n, total))?.ikm).toBe(ikm)
  }
  const rng = createRng(9)
  for (let i = 0; i < 200; i++) {
    const count = 1 + Math.floor(rng() * 60)
    const total = 9 * count + Math.floor(rng() * (27 * count + 1))
    const exact = (BigInt(total) * 5000n + 9n * BigInt(count)) / (18n * BigInt(count))
    expect(scoreSurveys(surveysOf(count, total))?.ikm).toBe(Number(exact) / 100)
  }
})

test('S5: the grade follows the rounded value at every border', () => {
  // With 400 surveys one point of the total is 25 / 3600 of the index, less than a hundredth: each border has a neighbour.
  const grades = [9_359, 9_360, 11_031, 11_032, 12_715, 12_716].map((total) => {
    const score = scoreSurveys(surveysOf(400, total))!
    return `${score.ikm} ${score.grade}`
  })
  expect(grades).toEqual(['64.99 D', '65 C', '76.6 C', '76.61 B', '88.3 B', '88.31 A'])
})

test('S6: no surveys, no score', () => {
  expect(scoreSurveys([])).toBeNull()
})
