export { inspectPaper } from './inspect-paper.ts'
export type { InspectAnswer, InspectRequest } from './inspect-wire.ts'
