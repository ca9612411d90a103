/** A crowd for crowd-process.test.ts: does what its first argument says. */
import { reportCrowd } from '../../../bench/server/crowd-messages.ts'

await reportCrowd(async ([what], say, watch) => {
  say(`will ${what}`)
  if (what === 'fail') throw new Error('nobody got in')
  if (what === 'die') process.exit(3)
  if (what === 'hang') await new Promise((done) => setTimeout(done, 60_000))
  watch.began()
  watch.ended()
  return [{ key: 'down_mean', value: Number.NaN, unit: '', n: 0 }]
})
