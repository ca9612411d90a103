import { CodedError } from '@balai/engine/core'
import type { IdempotentRow, RecordRow, Store } from './store-port.ts'

/** A command on one stream: how its state is read, what is decided on it, and which rows follow. */
export type StreamCommand<State, Event extends StreamEvent> = {
  readonly stream: string
  /** The state after these events; of an empty list, the state of a stream that has not begun. */
  readonly fold: (events: readonly Event[]) => State
  /** What happens. None: nothing is written. May be called again when somebody else was first. @throws CodedError for a refusal */
  readonly decide: (state: State) => readonly Event[]
  /** The rows of the read model after it. */
  readonly records: (state: State) => readonly RecordRow[]
  readonly idempotency?: IdempotentRow
}
/** An event is plain data with a type and a time. */
export type StreamEvent = { readonly type: string; readonly atMs: number }

/** More than this many in a row are no race but a fault. */
const maxTries = 16

/**
 * Reads, decides, appends; when somebody else appended meanwhile, all over again. Resolves after the commit with the state and what was added to it.
 * @throws the refusal of `decide`; CodedError of storeErrors, `duplicate-key` for a request that was done before
 */
export async function commandStream<State, Event extends StreamEvent>(
  store: Pick<Store, 'append' | 'readStream'>,
  command: StreamCommand<State, Event>,
): Promise<{ readonly state: State; readonly added: readonly Event[] }> {
  for (let tries = 1; ; tries++) {
    const before = await readEvents<Event>(store, command.stream)
    const added = command.decide(command.fold(before))
    const state = command.fold([...before, ...added])
    if (added.length === 0) return { state, added }
    try {
      await store.append({
        stream: command.stream,
        expected: before.length,
        events: added.map(({ type, atMs, ...data }) => ({ type, atMs, data })),
        tickets: [],
        records: command.records(state),
        idempotency: command.idempotency ?? null,
      })
      return { state, added }
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'version-conflict' || tries === maxTries) throw error
    }
  }
}

/** A stream's events as the domain has them. */
export async function readEvents<Event extends StreamEvent>(store: Pick<Store, 'readStream'>, stream: string): Promise<Event[]> {
  return (await store.readStream(stream)).map(({ type, atMs, data }) => ({ ...(data as object), type, atMs }) as Event)
}
