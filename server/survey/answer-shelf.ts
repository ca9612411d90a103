import type { Response } from '../../game/survey/index.ts'
import type { Store } from '../store/index.ts'

/** More answers than one region gives in ten years of full halls. */
const mostAnswers = 1_000_000
/** Answers that another process took are seen within this; public ones lag a day anyway. */
const staleMs = 10 * 60_000

type Shelf = { readonly atMs: number; readonly answers: Promise<Map<string, Response>> }

/** The answers of each region, read once and then kept beside the store: boards are looked at more often than they change. */
export type AnswerShelf = {
  /** Resolves when it is on the disk. */
  put(token: string, answer: Response & { readonly region: string }): Promise<void>
  all(region: string): Promise<Response[]>
}

export function createAnswerShelf(options: { store: Pick<Store, 'putRecord' | 'recordsAt'>; clock: () => number }): AnswerShelf {
  const { store, clock } = options
  const shelves = new Map<string, Shelf>()

  async function read(region: string): Promise<Map<string, Response>> {
    const rows = await store.recordsAt('survey', region, null, null, mostAnswers)
    return new Map(rows.map(({ id, data }) => [id, data as Response]))
  }
  return {
    async put(token, { region, ...answer }) {
      // The day is all that the row knows of time: its hour would say which ticket it was.
      const dayMs = Date.parse(`${answer.day}T00:00:00Z`)
      await store.putRecord({
        kind: 'survey',
        id: token,
        region,
        owner: '',
        desk: answer.agency,
        state: '',
        dueMs: null,
        createdAtMs: dayMs,
        updatedAtMs: dayMs,
        data: answer,
      })
      const shelf = shelves.get(region)
      if (shelf !== undefined) (await shelf.answers).set(token, answer)
    },
    async all(region) {
      let shelf = shelves.get(region)
      if (shelf === undefined || clock() - shelf.atMs > staleMs) {
        shelf = { atMs: clock(), answers: read(region) }
        shelves.set(region, shelf)
        shelf.answers.catch(() => shelves.delete(region))
      }
      return [...(await shelf.answers).values()]
    },
  }
}
