/** One hall, one seed. It is all that a runtime is told, and it crosses to it as JSON. */
export type TwinRun = {
  readonly map: string
  /** The hall as the JSON of a Tiled file. */
  readonly source: unknown
  readonly seed: number
  /** How many ticks of each avatar are looked at; whole blocks. */
  readonly ticks: number
  readonly avatars: number
}

/** Ticks whose positions share one hash. */
export const blockTicks = 100

/** For each avatar looked at: one hash, and how many positions are in it, for every block of ticks. */
export type BlockHashes = {
  readonly people: readonly number[]
  readonly hashes: readonly (readonly number[])[]
  readonly counts: readonly (readonly number[])[]
}

/** `every`: each position as it was simulated. `settled`: those that no later intent could take back. */
export type Walked = { readonly every: BlockHashes; readonly settled: BlockHashes }

/** What a runtime answers: everybody as the server has them, and a half of them alone, as a phone has them. */
export type TwinResult = { readonly together: Walked; readonly alone: Walked }

/** A runtime at work. */
export interface Walker {
  /** What the runtime says that it is: name, version, processor. */
  readonly by: string
  /** One run at a time. Rejects when the runtime fails or ends. */
  walk(run: TwinRun): Promise<TwinResult>
  /** Ends the runtime and removes what it wrote. */
  close(): Promise<void>
}
