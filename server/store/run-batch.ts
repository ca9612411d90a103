import type { Connection } from './connection.ts'
import { operations, type Operation } from './operations/index.ts'
import { toWireError, type StoreAnswer, type StoreRequest, type WireError } from './wire.ts'

/**
 * Runs the requests in order, in one transaction, and answers after its commit: many writes, one flush of the disk.
 * Each write has a savepoint, so one that fails takes nothing with it. When the commit fails, all fail.
 */
export function runBatch(connection: Connection, requests: readonly StoreRequest[]): StoreAnswer[] {
  if (!requests.some((request) => operations[request.name].isWrite)) return requests.map((request) => runOne(connection, request))
  try {
    connection.execute('begin immediate')
    const answers: StoreAnswer[] = []
    for (const request of requests) {
      answers.push(runOne(connection, request))
      // A full disk makes SQLite roll the whole transaction back by itself: nothing before this point was kept.
      if (!connection.isInTransaction()) return refuseAll(requests, errorOf(answers[answers.length - 1]))
    }
    connection.execute('commit')
    return answers
  } catch (error) {
    if (connection.isInTransaction()) connection.execute('rollback')
    return refuseAll(requests, toWireError(error))
  }
}

function runOne(connection: Connection, request: StoreRequest): StoreAnswer {
  const operation = operations[request.name] as unknown as Operation<readonly unknown[], unknown>
  if (!operation.isWrite) return attempt(request, () => operation.run(connection, ...request.args))
  connection.execute('savepoint request')
  const answer = attempt(request, () => operation.run(connection, ...request.args))
  if (!connection.isInTransaction()) return answer
  if (!answer.ok) connection.execute('rollback to request')
  connection.execute('release request')
  return answer
}

function attempt({ id }: StoreRequest, run: () => unknown): StoreAnswer {
  try {
    return { id, ok: true, value: run() }
  } catch (error) {
    return { id, ok: false, error: toWireError(error) }
  }
}

function refuseAll(requests: readonly StoreRequest[], error: WireError | null): StoreAnswer[] {
  const broken = { ...(error ?? { message: 'the transaction was rolled back', details: {} }), code: 'store-broken' as const }
  return requests.map(({ id }) => ({ id, ok: false, error: broken }))
}

function errorOf(answer: StoreAnswer): WireError | null {
  return answer.ok ? null : answer.error
}
