import { CodedError } from '@balai/engine/core'
import { operations } from './operations/index.ts'
import { isInTransaction, transaction, type Work } from './steps.ts'
import { toWireError, type StoreAnswer, type StoreRequest, type WireError } from './wire.ts'

/**
 * Runs the requests in order, in one transaction, and answers after its commit: many writes, one flush of the disk. A request that fails takes
 * nothing with it. When the commit fails, all fail.
 */
export function* runBatch(requests: readonly StoreRequest[]): Work<StoreAnswer[]> {
  if (!requests.some((request) => operations[request.name].isWrite)) {
    const answers: StoreAnswer[] = []
    for (const request of requests) answers.push(yield* answer(request))
    return answers
  }
  try {
    return (yield* runPlainly(requests)) ?? (yield* runWithSavepoints(requests))
  } catch (error) {
    return refuseAll(requests, toWireError(error))
  }
}

/** Nearly always nothing fails, or is refused before it has changed anything. null: something failed half-way, and all was rolled back. */
function* runPlainly(requests: readonly StoreRequest[]): Work<StoreAnswer[] | null> {
  yield* transaction('begin')
  try {
    const answers: StoreAnswer[] = []
    for (const request of requests) {
      const watched = { hasChanged: false }
      try {
        answers.push({ id: request.id, ok: true, value: yield* watch(workOf(request), watched) })
      } catch (error) {
        if (watched.hasChanged || !(error instanceof CodedError)) {
          yield* rollback()
          return null
        }
        answers.push({ id: request.id, ok: false, error: toWireError(error) })
      }
    }
    yield* transaction('commit')
    return answers
  } catch (error) {
    yield* rollback()
    throw error
  }
}

function* runWithSavepoints(requests: readonly StoreRequest[]): Work<StoreAnswer[]> {
  yield* transaction('begin')
  try {
    const answers: StoreAnswer[] = []
    for (const request of requests) {
      yield* transaction('savepoint')
      const one = yield* answer(request)
      answers.push(one)
      // A full disk makes SQLite roll the whole transaction back by itself: nothing before this point was kept.
      if (!(yield* isInTransaction())) return refuseAll(requests, one.ok ? null : one.error)
      if (!one.ok) yield* transaction('undo')
      yield* transaction('release')
    }
    yield* transaction('commit')
    return answers
  } catch (error) {
    yield* rollback()
    throw error
  }
}

function* rollback(): Work<void> {
  if (yield* isInTransaction()) yield* transaction('rollback')
}

function* answer(request: StoreRequest): Work<StoreAnswer> {
  try {
    return { id: request.id, ok: true, value: yield* workOf(request) }
  } catch (error) {
    return { id: request.id, ok: false, error: toWireError(error) }
  }
}

function workOf({ name, args }: StoreRequest): Work<unknown> {
  return operations[name].run(...(args as never[]))
}

/** The same work, with a note of whether it has changed a row. */
function* watch<Result>(work: Work<Result>, seen: { hasChanged: boolean }): Work<Result> {
  let next = work.next()
  while (next.done !== true) {
    const { type } = next.value
    let found: unknown
    try {
      found = yield next.value
    } catch (error) {
      next = work.throw(error)
      continue
    }
    if (type === 'insert' || (type === 'change' && found !== 0) || (type === 'change-row' && found !== null)) seen.hasChanged = true
    next = work.next(found)
  }
  return next.value
}

function refuseAll(requests: readonly StoreRequest[], error: WireError | null): StoreAnswer[] {
  const broken = { ...(error ?? { message: 'the transaction was rolled back', details: {} }), code: 'store-broken' as const }
  return requests.map(({ id }) => ({ id, ok: false, error: broken }))
}
