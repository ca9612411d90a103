import { identity, type Matrix } from './svg-matrix.ts'

/** A drawing whose colours are still written out, `#…`; no other text in it begins so. */
export type WrittenDrawing = readonly (string | number)[]

/** Writes the steps of a drawing; matrix and opacity only where they change. */
export type DrawingWriter = {
  readonly steps: WrittenDrawing
  /** One step that paints, under this matrix and opacity. */
  paint(matrix: Matrix, alpha: number, ...step: (string | number)[]): void
  beginClip(matrix: Matrix, path: string): void
  endClip(): void
  beginLayer(): void
  beginWiping(): void
  endLayer(alpha: number): void
}

type State = { readonly matrix: string; readonly alpha: number }

const fresh: State = { matrix: identity.join(' '), alpha: 1 }

export function createDrawingWriter(): DrawingWriter {
  const steps: (string | number)[] = []
  const kept: State[] = []
  let state = fresh

  const turn = (to: Matrix): void => {
    const rounded = to.map((value) => Math.round(value * 10_000) / 10_000)
    if (rounded.join(' ') === state.matrix) return
    state = { ...state, matrix: rounded.join(' ') }
    steps.push('m', ...rounded)
  }
  const goBack = (): void => {
    state = kept.pop() ?? fresh
  }
  return {
    steps,
    paint(matrix, alpha, ...step) {
      turn(matrix)
      const rounded = Math.round(alpha * 1000) / 1000
      if (rounded !== state.alpha) {
        state = { ...state, alpha: rounded }
        steps.push('a', rounded)
      }
      steps.push(...step)
    },
    beginClip(matrix, path) {
      turn(matrix)
      kept.push(state)
      steps.push('C', path)
    },
    endClip() {
      steps.push('R')
      goBack()
    },
    beginLayer() {
      kept.push(state)
      steps.push('L')
      state = fresh
    },
    beginWiping() {
      steps.push('E')
    },
    endLayer(alpha) {
      steps.push('P', Math.round(alpha * 1000) / 1000)
      goBack()
    },
  }
}
