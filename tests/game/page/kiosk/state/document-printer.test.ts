import { CodedError } from '@balai/engine/core'
import { describe, expect, it } from 'vitest'
import { createDocumentPrinter } from '../../../../../game/page/kiosk/state/document-printer.ts'

const paper = { number: 'DOK-1', title: 'Surat', prints: 1, path: '/api/kiosk/prints/t' }

/** A printer whose server answers what `answers` hold, in their order. */
function open(...answers: readonly (typeof paper | string)[]) {
  const asked: unknown[] = []
  const unpaired: string[] = []
  const printer = createDocumentPrinter({
    async send(request) {
      asked.push(request)
      const answer = answers[asked.length - 1]
      if (typeof answer === 'string') throw new CodedError(answer, answer)
      return answer
    },
    onUnpaired: () => unpaired.push('unpaired'),
    sentence: (error) => (error as Error).message,
  })
  const type = async (keys: string): Promise<void> => {
    for (const key of keys) printer.type(key)
    await new Promise((done) => setTimeout(done))
  }
  return { printer, asked, unpaired, type }
}

describe('the document printer of a kiosk', () => {
  it('asks for the code, then the PIN, and goes on by itself at the last key', async () => {
    const { printer, asked, type } = open(paper)
    await type('abcd234')
    expect([printer.phase.value, printer.code.value]).toEqual(['code', 'ABCD234'])
    await type('5')
    expect(printer.phase.value).toBe('pin')
    await type('48x291')
    expect(printer.pinDigits.value).toBe(5)
    printer.type('Backspace')
    await type('15')
    expect(asked).toEqual([{ code: 'ABCD2345', pin: '482915' }])
    expect([printer.phase.value, printer.printed.value]).toEqual(['printed', paper])
    expect([printer.code.value, printer.pinDigits.value]).toEqual(['', 0])
  })

  it('asks for the PIN again when it was wrong, and for the code when that was', async () => {
    const { printer, asked, type } = open('pin-wrong', 'pickup-code', paper)
    await type('abcd2345000111')
    expect([printer.phase.value, printer.problem.value, printer.pinDigits.value]).toEqual(['pin', 'pin-wrong', 0])
    await type('4')
    expect(printer.problem.value).toBeNull()
    await type('82915')
    expect([printer.phase.value, printer.problem.value, printer.code.value]).toEqual(['code', 'pickup-code', ''])
    await type('efgh6789482915')
    expect(asked.at(-1)).toEqual({ code: 'EFGH6789', pin: '482915' })
    expect(printer.phase.value).toBe('printed')
  })

  it('forgets everything when somebody else begins, also an answer that is still under way', async () => {
    const { printer, type } = open(paper)
    for (const key of 'abcd2345482915') printer.type(key)
    expect(printer.phase.value).toBe('sending')
    printer.begin()
    await type('')
    expect([printer.phase.value, printer.printed.value, printer.problem.value]).toEqual(['code', null, null])
    await type('abcd234548')
    expect(printer.back()).toBe(true)
    expect([printer.phase.value, printer.code.value, printer.pinDigits.value]).toEqual(['code', '', 0])
    expect(printer.back()).toBe(false)
  })

  it('says that the kiosk is not paired', async () => {
    const { unpaired, type } = open('kiosk-key')
    await type('abcd2345482915')
    expect(unpaired).toEqual(['unpaired'])
  })
})
