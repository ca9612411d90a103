import { z } from 'zod'
import type { Agency, Catalogue, Localized, Region, Service, ServiceGroup } from '../../game/api/index.ts'

/* What a region and a catalogue must be, in the files an install is given and in the answers of the HTTP interface. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const localized = z.object({ id: z.string(), en: z.string() }) satisfies z.ZodType<Localized>

export const regionSchema = z.object({
  slug: z.string(),
  name: z.string(),
  province: z.string(),
  timeZone: z.string(),
  theme: z.enum(['kutai', 'jabar', 'kendari', 'plain']),
  map: z.string(),
  catalogue: z.string(),
  isDemo: z.boolean(),
}) satisfies z.ZodType<Region>

const serviceSchema = z.object({
  slug: z.string(),
  name: localized,
  requirements: list(localized),
  feeRupiah: z.number().int().min(0).nullable(),
  feeNote: localized.optional(),
  feeBasis: z.string(),
  duration: localized,
  isRemote: z.boolean(),
}) satisfies z.ZodType<Service>
const groupSchema = z.object({
  slug: z.string(),
  prefix: z.string().regex(/^[A-Z]{1,2}$/),
  name: localized,
  services: list(serviceSchema),
}) satisfies z.ZodType<ServiceGroup>
export const agencySchema = z.object({
  slug: z.string(),
  name: z.string(),
  shortName: z.string().max(14),
  wing: z.enum(['kependudukan', 'pajak', 'kesehatan', 'usaha', 'sosial', 'perbankan']),
  weekdays: list(z.number().int().min(0).max(6)).optional(),
  groups: list(groupSchema),
}) satisfies z.ZodType<Agency>
export const catalogueFileSchema = z.object({ agencies: list(agencySchema) }) satisfies z.ZodType<Catalogue>
export const regionsFileSchema = list(regionSchema) satisfies z.ZodType<readonly Region[]>
