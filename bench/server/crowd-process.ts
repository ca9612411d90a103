import { spawn } from 'node:child_process'
import type { WindowWatch } from '../bots/crowd.ts'
import type { BotFigure } from '../bots/findings.ts'
import type { BotOptions } from '../bots/options.ts'
import { onCore } from './cores.ts'
import type { CrowdMessage } from './crowd-messages.ts'

/** A crowd in a process of its own: a file that calls `reportCrowd`, and its command line. */
export type CrowdCommand = {
  readonly entry: URL
  readonly args: readonly string[]
  readonly core: number | null
  /** After so long it hangs. */
  readonly withinMs: number
}

/** What starting, coming in and going home may take on a busy machine. */
const besidesMs = 120_000

/** How long a crowd of so many may take that is watched for so many seconds. */
export function crowdWithinMs({ n, ramp, warmUp, seconds }: Pick<BotOptions, 'n' | 'ramp' | 'warmUp' | 'seconds'>): number {
  return besidesMs + (n / ramp + warmUp + seconds) * 1000
}

/** Runs a crowd to its end. @throws Error with what the crowd says went wrong */
export function runCrowdProcess(
  { entry, args, core, withinMs }: CrowdCommand,
  say: (sentence: string) => void,
  watch: WindowWatch,
): Promise<readonly BotFigure[]> {
  const [command, ...rest] = onCore(core, [process.execPath, entry.pathname, ...args])
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' })
  const endNow = (): void => void child.kill('SIGKILL')
  process.once('exit', endNow)
  let timer: NodeJS.Timeout | undefined
  return new Promise<readonly BotFigure[]>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the crowd's process did not end within ${withinMs / 1000} s`)), withinMs)
    child.on('message', (message: CrowdMessage) => {
      if (message.type === 'says') say(message.sentence)
      else if (message.type === 'began') watch.began()
      else if (message.type === 'ended') watch.ended()
      else if (message.type === 'done') resolve(message.figures)
      else reject(new Error(message.why))
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`the crowd's process ended with ${signal ?? `code ${code}`}`)))
  }).finally(() => {
    clearTimeout(timer)
    process.off('exit', endNow)
    // It ends by itself once it is alone.
    if (child.connected) child.disconnect()
  })
}
