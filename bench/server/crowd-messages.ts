import type { WindowWatch } from '../bots/crowd.ts'
import type { BotFigure } from '../bots/findings.ts'

/** What a crowd's process tells whoever started it. */
export type CrowdMessage =
  | { readonly type: 'says'; readonly sentence: string }
  | { readonly type: 'began' }
  | { readonly type: 'ended' }
  | { readonly type: 'done'; readonly figures: readonly BotFigure[] }
  | { readonly type: 'failed'; readonly why: string }

/** The body of a crowd's process: runs `crowd` with the command line and reports to the parent. */
export async function reportCrowd(
  crowd: (args: readonly string[], say: (sentence: string) => void, watch: WindowWatch) => Promise<readonly BotFigure[]>,
): Promise<void> {
  const tell = (message: CrowdMessage): void => void process.send?.(message)
  // Nobody is left to walk for.
  process.once('disconnect', () => process.exit(1))
  try {
    const say = (sentence: string): void => tell({ type: 'says', sentence })
    const figures = await crowd(process.argv.slice(2), say, {
      began: () => tell({ type: 'began' }),
      ended: () => tell({ type: 'ended' }),
    })
    tell({ type: 'done', figures })
  } catch (error) {
    tell({ type: 'failed', why: error instanceof Error ? error.message : String(error) })
  }
}
