import { describe, expect, it } from 'vitest'
import { hearEmergencies, type Emergency } from '../../../../game/page/officer/app/emergencies.ts'
import type { ServiceSocket } from '../../../../game/page/shared/index.ts'

const call = (counter: string, at: string): Emergency => ({ type: 'emergency', counter, name: 'Budi', text: 'Api', at })

describe("a colleague's call for help", () => {
  it('is shown until put away, the oldest first, with an alarm for each; the own call rings nowhere', () => {
    let say: (event: Emergency) => void = () => undefined
    const on = ((_: string, listener: typeof say) => {
      say = listener
      return () => undefined
    }) as unknown as ServiceSocket['on']
    let alarms = 0
    const emergencies = hearEmergencies({ on }, { isOwn: ({ counter }) => counter === 'mine', alarm: () => void alarms++ })
    say(call('mine', '1'))
    say(call('c2', '2'))
    say(call('c3', '3'))
    expect(emergencies.open.value.map(({ counter }) => counter)).toEqual(['c2', 'c3'])
    expect(alarms).toBe(2)
    emergencies.putAway()
    expect(emergencies.open.value.map(({ counter }) => counter)).toEqual(['c3'])
    emergencies.putAway()
    expect(emergencies.open.value).toEqual([])
  })
})
