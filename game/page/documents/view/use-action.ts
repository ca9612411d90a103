import { useState } from 'preact/hooks'
import { callSentence, useText } from '../../shared/index.ts'

/** Something that is under way, and why it did not work. */
export type Action = { readonly isBusy: boolean; readonly problem: string; readonly run: (work: () => Promise<void>) => Promise<boolean> }

/** One action at a time; what went wrong is a sentence. `run` resolves with whether it worked. */
export function useAction(): Action {
  const { t } = useText()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setProblem('')
    try {
      await work()
      return true
    } catch (error) {
      setProblem(callSentence(error, t))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, problem, run }
}
