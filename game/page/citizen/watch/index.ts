export { watchCounter, type WatchOptions } from './watch-counter.ts'
export type { WatchState } from './watch-state.ts'
