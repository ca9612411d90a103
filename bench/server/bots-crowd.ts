/** The bots of `npm run bots` as a crowd that another process measures a server under. */
import { figuresOf } from '../bots/findings.ts'
import { readOptions } from '../bots/options.ts'
import { runBots } from '../bots/run-bots.ts'
import { reportCrowd } from './crowd-messages.ts'

await reportCrowd(async (args, say, watch) => {
  const options = readOptions(args)
  if (options === null) throw new TypeError('--help is no crowd')
  return figuresOf(await runBots(options, say, watch))
})
