import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { QueueFuzzFinding } from './run-queue-fuzz.ts'

/** Plays the seeds on all cores. @returns their findings, in the order of the seeds. @throws Error when a thread fails */
export async function fuzzQueueSeeds(seeds: readonly number[]): Promise<QueueFuzzFinding[]> {
  const findings: QueueFuzzFinding[] = []
  let next = 0
  const runThread = async (): Promise<void> => {
    const thread = new Worker(new URL('queue-fuzz.thread.ts', import.meta.url))
    const failed = new Promise<never>((_, reject) => thread.once('error', reject))
    try {
      while (next < seeds.length) {
        const index = next++
        const answer = new Promise<QueueFuzzFinding>((resolve) => thread.once('message', resolve))
        thread.postMessage(seeds[index])
        findings[index] = await Promise.race([answer, failed])
      }
    } finally {
      await thread.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), seeds.length) }, runThread))
  return findings
}
