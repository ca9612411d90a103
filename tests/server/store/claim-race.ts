import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { openStore } from '../../../server/store/index.ts'

const rounds = 15
const namesEach = 10
const childFile = new URL('race-child.ts', import.meta.url)

/** Two processes claim the same counters, the same place in streams and the same codes at once: each has one winner. @param place a file or a database's URL */
export function claimRace(placeOf: () => Promise<string>): void {
  it('two processes that claim the same have one winner each time', async () => {
    const place = await placeOf()
    const store = await openStore(place.startsWith('postgres') ? { databaseUrl: place, file: '' } : { databaseUrl: null, file: place })
    const children = await Promise.all(['one', 'two'].map((me) => start(me, place)))
    for (let round = 0; round < rounds; round++) {
      const names = Array.from({ length: namesEach }, (_, i) => `${round}/${i}`)
      await Promise.all(names.map((id) => store.putChallenge(challengeOf(id))))
      const [one, two] = await Promise.all(children.map((child) => tell(child, names)))
      expect(one).toHaveLength(3 * namesEach)
      expect(one.map((hasWon, i) => Number(hasWon) + Number(two[i]))).toEqual(one.map(() => 1))
      for (const name of names) expect(await store.readStream(name)).toHaveLength(2)
    }
    expect(await store.openCounters()).toHaveLength(rounds * namesEach)
    await Promise.all(
      children.map(async (child) => {
        const ended = once(child, 'exit')
        child.disconnect()
        await ended
      }),
    )
    await store.close()
  })
}

async function start(me: string, place: string): Promise<ChildProcess> {
  const child = fork(childFile, [me, place])
  await once(child, 'message')
  return child
}

async function tell(child: ChildProcess, names: readonly string[]): Promise<boolean[]> {
  const answer = once(child, 'message')
  child.send(names)
  return ((await answer) as [boolean[]])[0]
}

function challengeOf(id: string) {
  const person = { subject: id, nikHash: 'n', nikMasked: 'n', phone: '+62811', codeHash: 'h' }
  return { id, ...person, wrong: 0, isConsumed: false, createdAtMs: 1, expiresAtMs: 2 }
}
