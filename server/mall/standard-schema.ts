import { z } from 'zod'
import type {
  CaseRole,
  Condition,
  Exemption,
  Field,
  Form,
  KeptComponents,
  Localized,
  Product,
  Requirement,
  ServiceStandard,
  Step,
  Tariff,
  TariffItem,
} from '../../game/case/index.ts'

/* What a standard must be in an install's files. Unknown keys are refused: a key that is misspelt would be a promise that nobody keeps. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const day = z.iso.date()
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case letters and digits joined by single hyphens')
  .max(64)
export const localizedSchema = z.strictObject({ id: z.string(), en: z.string() }) satisfies z.ZodType<Localized>

const plainValue = z.union([z.string(), z.number(), z.boolean()])
export const conditionSchema: z.ZodType<Condition> = z
  .union([
    z.strictObject({ field: z.string(), is: plainValue }),
    z.strictObject({ field: z.string(), isNot: plainValue }),
    z.strictObject({ field: z.string(), in: list(z.union([z.string(), z.number()])) }),
    z.strictObject({ field: z.string(), atLeast: z.number() }),
    z.strictObject({ field: z.string(), atMost: z.number() }),
    z.strictObject({
      get all() {
        return list(conditionSchema)
      },
    }),
    z.strictObject({
      get any() {
        return list(conditionSchema)
      },
    }),
  ])
  .meta({ id: 'Condition' })

const asked = { 'x-title': localizedSchema, 'x-hint': localizedSchema.optional(), 'x-when': conditionSchema.optional() }
const limit = z.number().int().min(0)
const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...asked,
    type: z.literal('string'),
    format: z.enum(['date', 'nik', 'phone', 'email']).optional(),
    minLength: limit.optional(),
    maxLength: limit.optional(),
    pattern: z.string().optional(),
    oneOf: list(z.strictObject({ const: z.string(), 'x-title': localizedSchema })).optional(),
    'x-limit': z.enum(['not-after-today', 'not-before-today']).optional(),
    'x-birth': z.string().optional(),
    'x-sex': z.string().optional(),
    'x-long': z.literal(true).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('integer'),
    minimum: z.number().int().optional(),
    maximum: z.number().int().optional(),
  }),
  z.strictObject({ ...asked, type: z.literal('boolean') }),
]) satisfies z.ZodType<Field>
export const formSchema = z.strictObject({
  type: z.literal('object'),
  properties: z.record(z.string(), fieldSchema),
  required: list(z.string()),
  additionalProperties: z.literal(false),
}) satisfies z.ZodType<Form>

export const requirementSchema = z.strictObject({
  slug,
  paper: slug,
  name: localizedSchema,
  of: localizedSchema.optional(),
  when: conditionSchema.optional(),
  isOptional: z.boolean().optional(),
  hasExpiry: z.boolean().optional(),
  mostPages: z.number().int().min(1).optional(),
}) satisfies z.ZodType<Requirement>
export const roleSchema = z.enum(['front', 'verifier', 'approver']) satisfies z.ZodType<CaseRole>
export const stepSchema = z.strictObject({
  slug,
  name: localizedSchema,
  workingDays: z.number().int().min(0),
  role: roleSchema,
}) satisfies z.ZodType<Step>

export const tariffItemSchema = z.strictObject({
  slug,
  name: localizedSchema,
  rupiah: z.number().int().min(0).nullable(),
  note: localizedSchema.optional(),
  basis: z.string(),
  validFrom: day,
  validUntil: day.optional(),
  when: conditionSchema.optional(),
}) satisfies z.ZodType<TariffItem>
export const exemptionSchema = z.strictObject({
  slug,
  name: localizedSchema,
  basis: z.string(),
  from: day,
  until: day,
  quota: z.number().int().min(1).nullable(),
  when: conditionSchema.optional(),
}) satisfies z.ZodType<Exemption>
const tariffSchema = z.strictObject({ items: list(tariffItemSchema), exemptions: list(exemptionSchema) }) satisfies z.ZodType<Tariff>
export const productSchema = z.strictObject({
  name: localizedSchema,
  kind: z.enum(['digital', 'self-print', 'card']),
}) satisfies z.ZodType<Product>

const keptSchema = z.strictObject({
  legalBasis: list(z.string()),
  facilities: localizedSchema,
  competence: localizedSchema,
  supervision: localizedSchema,
  staff: z.number().int().min(1),
  guarantee: localizedSchema,
  security: localizedSchema,
  evaluation: localizedSchema,
}) satisfies z.ZodType<KeptComponents>

export const standardSchema = z.strictObject({
  service: slug,
  version: z.number().int().min(1),
  validFrom: day,
  requirements: list(requirementSchema),
  steps: list(stepSchema),
  tariff: tariffSchema,
  product: productSchema,
  complaints: localizedSchema,
  kept: keptSchema.nullable(),
  form: formSchema.nullable(),
  body: localizedSchema.nullable(),
  remote: z.enum(['prepare', 'apply', 'all']),
  dataClass: z.enum(['general', 'specific']),
}) satisfies z.ZodType<ServiceStandard>

/** `assets/catalogue/standards/CATALOGUE/AGENCY.json` */
export const standardsFileSchema = z.strictObject({
  agency: slug,
  /** Made up for demonstration, as its region is. */
  isDemo: z.boolean(),
  standards: list(standardSchema),
})
export type StandardsFile = z.output<typeof standardsFileSchema>
