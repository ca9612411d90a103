export { agencySchema, regionSchema } from './catalogue-schema.ts'
export { loadMalls, type MapFile } from './load-malls.ts'
export { createMalls, type Malls } from './malls.ts'
