/** Clients of a peer as a crowd that another process measures the peer under. */
import { parseArgs } from 'node:util'
import { comeIn, goHome, inside, measureWindow, pause, startTurning } from '../bots/crowd.ts'
import { crowdFigures, windowFigures } from '../bots/findings.ts'
import { loadMallPlan } from '../bots/mall-plan.ts'
import { createTally } from '../bots/tally.ts'
import { reportCrowd } from '../server/crowd-messages.ts'
import { createPeerClient } from './peer-client.ts'
import type { PeerProtocol } from './peer-socket.ts'

const text = { type: 'string' } as const

await reportCrowd(async (args, say, watch) => {
  const options = {
    host: text,
    protocol: text,
    says: text,
    region: text,
    n: text,
    seconds: text,
    'warm-up': text,
    seed: text,
    wait: text,
    ramp: text,
  }
  const { values } = parseArgs({ args: [...args], options: { ...options, restless: { type: 'boolean' } } })
  const number = (name: keyof typeof options): number => Number(values[name])
  const tally = createTally()
  const clock = (): number => performance.now()
  const share = {
    host: String(values.host),
    protocol: values.protocol as PeerProtocol,
    says: values.says as 'positions' | 'intents',
    isRestless: values.restless === true,
    plan: loadMallPlan(String(values.region)),
    wait: number('wait'),
    seed: number('seed'),
    clock,
    tally,
  }
  const clients = Array.from({ length: number('n') }, (_, i) => createPeerClient(share, i))
  const lateMs: number[] = []
  const stopTurning = startTurning(clients, clock, lateMs)
  try {
    await comeIn(clients, number('ramp'), tally, 'the peer does not take clients')
    say(`${inside(clients)} of ${clients.length} are in; warming up for ${number('warm-up')} s, then measuring for ${number('seconds')} s`)
    await pause(number('warm-up') * 1000)
    lateMs.length = 0
    const window = await measureWindow(clients, number('seconds'), watch)
    for (const [message, times] of tally.failures) say(`${times} times: ${message}`)
    return [...windowFigures(window), ...crowdFigures({ lateMs, cpuCores: window.cpuCores })]
  } finally {
    await goHome(clients)
    stopTurning()
  }
})
