import { verifyProof, type ProofReport, type Sha256 } from '../../../queue/index.ts'
import { readExport, type ProofExport } from './read-export.ts'

/** A checked export. `sound` holds the lines up to the first broken one. */
export type CheckedExport = { readonly whole: ProofExport; readonly sound: ProofExport; readonly report: ProofReport }

/**
 * Reads an export and verifies it.
 * @param text JSON lines
 * @param options.breathe waited for between the lines; `onLine` is told how many are done
 * @throws CodedError of `readErrors`
 */
export async function checkExport(
  text: string,
  options: { readonly sha256: Sha256; readonly breathe: () => Promise<void> | void; readonly onLine?: (done: number, of: number) => void },
): Promise<CheckedExport> {
  const whole = await readExport(text, options.breathe)
  // The first hash is the head's; each of the others is a line's.
  let done = -1
  const report = await verifyProof(whole.head, whole.lines, async (link) => {
    await options.breathe()
    done++
    options.onLine?.(done, whole.lines.length)
    return options.sha256(link)
  })
  const sound = report.ok ? whole : { head: whole.head, lines: whole.lines.slice(0, Math.max(0, report.line - 1)) }
  return { whole, sound, report }
}
