export { agencySchema, regionSchema } from './catalogue-schema.ts'
export { loadMalls, type MallRoom, type MapFile } from './load-malls.ts'
export { createMalls, type Malls } from './malls.ts'
export type { ServiceHome } from './standard-index.ts'
export {
  exemptionSchema,
  formSchema,
  localizedSchema,
  productSchema,
  requirementSchema,
  standardSchema,
  stepSchema,
  tariffItemSchema,
} from './standard-schema.ts'
