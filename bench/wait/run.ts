/** `node bench/wait/run.ts [FROM COUNT]`: how well the waits told fit the waits that came, over so many days from a seed on. */
import { figureSeeds, inRange, medianError, playDays, rangeWidth, sideNotes } from './measure-wait.ts'

const [from = figureSeeds.from, count = figureSeeds.count] = process.argv.slice(2).map(Number)
const waits = playDays({ from, count })
const lines = [
  `seeds ${from} to ${from + count - 1}`,
  ...Object.entries({ inRange, medianError, rangeWidth }).map(([name, measure]) => {
    const { value, n } = measure(waits)
    return `${name} ${value.toFixed(3)} of ${n}`
  }),
  ...sideNotes(waits),
]
process.stdout.write(`${lines.join('\n')}\n`)
