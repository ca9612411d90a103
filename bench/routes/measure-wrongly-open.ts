import type { Measurement } from '../figures/figure.ts'
import { startRunServer } from '../figures/run-server.ts'
import { doors, people, type Outcome, type Person } from './doors.ts'
import { routeDoors } from './route-doors.ts'
import { sampleBody, type Schema } from './sample-body.ts'
import { setStage, type Stage } from './stage.ts'

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
}
type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

/** Uploads and live pictures are streams; their doors are tested beside them. */
const streams = /^\/(stream|api\/stream|api\/uploads)\//
const isStream = (path: string): boolean => streams.test(path) || path === '/api/uploads'

/**
 * Combinations of a route and a person whose answer is not that of its door, over every route that a running server names of itself. A route without a door, a door
 * without a route, and an answer that proves nothing (a body that was not taken, a fault of the server) are wrong as well. n: combinations tried.
 */
export async function measureWronglyOpen(): Promise<Measurement> {
  const server = await startRunServer({ settings: { TRUST_PROXY: 'on' } })
  let wrong = 0
  let n = 0
  const tell = (sentence: string): void => {
    wrong++
    process.stderr.write(`${sentence}\n`)
  }
  try {
    const stage = await setStage(server)
    const operations = readOperations((await stage.ask('visitor', 'GET', '/openapi.json')).body as Description)
    for (const route of operations.keys())
      if (!Object.hasOwn(routeDoors, route)) tell(`${route} has no door in bench/routes/route-doors.ts`)
    for (const [route, door] of Object.entries(routeDoors)) {
      const operation = operations.get(route)
      if (operation === undefined) {
        tell(`${route} has a door, and the server does not know it`)
        continue
      }
      // Who must stay outside is tried first: who may come in may use the thing up.
      for (const person of [...people].sort((a, b) => order(doors[door][a]) - order(doors[door][b]))) {
        n++
        const status = await knock(stage, route, operation, person)
        if (!fits(status, doors[door][person], person)) tell(`${route} as ${person}: ${status}, and should be ${doors[door][person]}`)
      }
    }
  } finally {
    await server.stop()
  }
  return { value: wrong, n }
}

const order = (outcome: Outcome): number => ['out', 'shut', 'behind', 'in'].indexOf(outcome)

function readOperations({ paths }: Description): Map<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(paths)) {
    if (isStream(path)) continue
    for (const [method, operation] of Object.entries(methods)) operations.set(`${method.toUpperCase()} ${path}`, operation)
  }
  return operations
}

async function knock({ ask, values, bodies }: Stage, route: string, operation: Operation, person: Person): Promise<number> {
  const [method, template] = route.split(' ')
  const path = template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? 'tidak-ada-1234567890ab'))
  const query = (operation.parameters ?? [])
    .filter((one) => one.in === 'query' && (one.required === true || one.name === 'region'))
    .map(({ name, schema }) => `${name}=${encodeURIComponent(values[name] ?? String(sampleBody(schema ?? {})))}`)
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const body = bodies[route] ?? (schema === undefined ? undefined : sampleBody(schema))
  return (await ask(person, method, `${path}${query.length === 0 ? '' : `?${query.join('&')}`}`, body)).status
}

/** A refusal is a 401 for who is not signed in, a 403 or 404 for who is; and a 404 for whoever has a code instead of an account, and shows none. */
function fits(status: number, outcome: Outcome, person: Person): boolean {
  const isRefusal = status === 401 || status === 403
  if (outcome === 'out') return status === 403 || status === 404 || (person === 'visitor' && status === 401)
  if (outcome === 'shut') return status > 400 && status < 500
  const isTaken = status < 500 && status !== 400 && status !== 429 && !isRefusal
  return outcome === 'behind' ? isTaken : isTaken && status !== 404
}
