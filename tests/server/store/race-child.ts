import { openStore } from '../../../server/store/index.ts'
import { appendOf } from './store-contract.ts'

/** One of two processes that claim the same things. Told a round by its parent, it answers with what it won. Run by claim-race.ts. */
const [me, place] = process.argv.slice(2)
const store = await openStore(place.startsWith('postgres') ? { databaseUrl: place, file: '' } : { databaseUrl: null, file: place })

async function won(claim: Promise<unknown>, refusal: string): Promise<boolean> {
  try {
    return (await claim) !== false
  } catch (error) {
    if ((error as { code?: string }).code === refusal) return false
    throw error
  }
}

process.on('message', (names: readonly string[]) => {
  void (async () => {
    const claims = names.flatMap((name) => [
      won(store.openCounter({ counter: name, officer: me, openedAtMs: 1 }), 'counter-taken'),
      won(store.append(appendOf(name, 0, 2)), 'version-conflict'),
      won(store.consumeChallenge(name), ''),
    ])
    process.send?.(await Promise.all(claims))
  })()
})
process.on('disconnect', () => void store.close())
process.send?.('ready')
