import { createRapierPhysics } from '@balai/engine/physics'
import type { TwinRun } from './twin-run.ts'
import { walkTwin } from './twin-walk.ts'

/** The life of a walking page: says what it is, asks its server for a run, posts what came out, asks again. Ends when there is no more. */
export async function walkWhatIsAsked(by: string): Promise<void> {
  let answer = await post('/hello', by)
  while (answer.status === 200) {
    try {
      answer = await post('/result', JSON.stringify(await walkTwin(createRapierPhysics, (await answer.json()) as TwinRun)))
    } catch (error) {
      await post('/failure', String(error))
      throw error
    }
  }
}

const post = (path: string, body: string): Promise<Response> => fetch(path, { method: 'POST', body })
