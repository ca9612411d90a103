import { CodedError } from '@balai/engine/core'
import { signal, type ReadonlySignal } from '@preact/signals'
import type { KioskPrintRequest, KioskPrintResponse } from '../../../api/index.ts'
import { codeLength, typeLetter } from '../ticket/code-letters.ts'

export const pinLength = 6

/** Prints a document for its holder: code, PIN, paper. Code and PIN are forgotten as soon as they are of no more use. */
export type DocumentPrinter = {
  readonly phase: ReadonlySignal<'code' | 'pin' | 'sending' | 'printed'>
  readonly code: ReadonlySignal<string>
  /** How many digits were typed; which ones nobody needs to see. */
  readonly pinDigits: ReadonlySignal<number>
  /** What was wrong, in a sentence; null when nothing was. */
  readonly problem: ReadonlySignal<string | null>
  readonly printed: ReadonlySignal<KioskPrintResponse | null>
  /** One key: a letter of the code, a digit of the PIN, or `Backspace`. The last one goes on by itself. */
  type(key: string): void
  /** From the PIN to the code. @returns false when there is nothing to go back to */
  back(): boolean
  /** Forgets everything: somebody else stands here. */
  begin(): void
}

/** Refusals after which another PIN does not help, but another code may. */
const codeRefusals: ReadonlySet<string> = new Set(['pickup-code', 'document-not-active', 'document-is-card', 'pin-missing', 'pin-locked'])

export function createDocumentPrinter(options: {
  readonly send: (request: Omit<KioskPrintRequest, 'region'>) => Promise<KioskPrintResponse>
  /** The server does not take this screen for a kiosk of the mall. */
  readonly onUnpaired: () => void
  readonly sentence: (error: unknown) => string
}): DocumentPrinter {
  const { send, onUnpaired, sentence } = options
  const phase = signal<'code' | 'pin' | 'sending' | 'printed'>('code')
  const code = signal('')
  const pinDigits = signal(0)
  const problem = signal<string | null>(null)
  const printed = signal<KioskPrintResponse | null>(null)
  let pin = ''
  // Whose answer is still wanted: whoever comes next must not see what the one before asked for.
  let visit = 0

  function setPin(digits: string): void {
    pin = digits
    pinDigits.value = digits.length
  }
  async function ask(): Promise<void> {
    const mine = visit
    phase.value = 'sending'
    try {
      const answer = await send({ code: code.peek(), pin })
      if (mine !== visit) return
      printed.value = answer
      code.value = ''
      phase.value = 'printed'
    } catch (error) {
      if (mine !== visit) return
      problem.value = sentence(error)
      const refusal = error instanceof CodedError ? error.code : ''
      if (refusal === 'kiosk-key') onUnpaired()
      const isOfCode = codeRefusals.has(refusal)
      if (isOfCode) code.value = ''
      phase.value = isOfCode ? 'code' : 'pin'
    } finally {
      if (mine === visit) setPin('')
    }
  }
  return {
    phase,
    code,
    pinDigits,
    problem,
    printed,
    type(key) {
      problem.value = null
      if (phase.peek() === 'code') {
        code.value = typeLetter(code.peek(), key)
        if (code.peek().length === codeLength) phase.value = 'pin'
      } else if (phase.peek() === 'pin') {
        if (key === 'Backspace') setPin(pin.slice(0, -1))
        else if (/^\d$/.test(key)) setPin(pin + key)
        if (pin.length === pinLength) void ask()
      }
    },
    back() {
      if (phase.peek() !== 'pin') return false
      problem.value = null
      setPin('')
      code.value = ''
      phase.value = 'code'
      return true
    },
    begin() {
      visit++
      setPin('')
      code.value = ''
      problem.value = null
      printed.value = null
      phase.value = 'code'
    },
  }
}
