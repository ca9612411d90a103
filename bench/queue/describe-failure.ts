import { replayCommands, type QueueFuzzFinding } from './run-queue-fuzz.ts'
import { shrinkList } from './shrink-commands.ts'

/** A failing seed as text: what is wrong, and the fewest commands that show something wrong. */
export async function describeFailure({ seed, policy, commands, wrong }: QueueFuzzFinding): Promise<string> {
  const fewest = await shrinkList(commands, async (fewer) => (await replayCommands(policy, fewer, seed)).length > 0)
  const left = await replayCommands(policy, fewest, seed)
  return [
    `seed ${seed}: ${wrong.slice(0, 3).join('; ')}`,
    `with ${fewest.length} of ${commands.length} commands: ${left.slice(0, 3).join('; ')}`,
    `policy ${JSON.stringify(policy)}`,
    ...fewest.map((command) => JSON.stringify(command)),
  ].join('\n')
}
