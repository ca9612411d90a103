import { z } from 'zod'
import type { Fee, WorkCalendar } from '../../game/case/index.ts'
import type { OfficerStandardResponse, StandardResponse } from '../../game/api/index.ts'
import { exemptionSchema, localizedSchema, standardSchema, tariffItemSchema } from '../mall/index.ts'

const slug = z.string().min(1).max(64)
export const serviceParams = z.object({ region: slug, service: slug })
export const officerStandardParams = z.object({ service: slug })

const feeSchema = z.object({
  rupiah: z.number().int().nullable(),
  item: tariffItemSchema,
  exemption: exemptionSchema.nullable(),
  basis: z.string(),
}) satisfies z.ZodType<Fee>

const calendarSchema = z.object({
  utcOffsetMinutes: z.number().int(),
  weekdays: z.array(z.number().int()).readonly(),
  opensMinute: z.number().int(),
  closesMinute: z.number().int(),
  holidays: z.array(z.object({ day: z.iso.date(), name: z.string() })).readonly(),
}) satisfies z.ZodType<WorkCalendar>

export const publishedStandardSchema = z.object({
  ...standardSchema.omit({ kept: true }).shape,
  region: z.string(),
  agency: z.string(),
  group: z.string(),
  agencyName: z.string(),
  name: localizedSchema,
  timeZone: z.string(),
  today: z.iso.date().describe("office day in the region's own time zone"),
  feeNow: feeSchema.nullable(),
  workingDays: z.number().int(),
  calendar: calendarSchema.nullable(),
  exemptionsUsed: z.record(z.string(), z.number().int()),
}) satisfies z.ZodType<StandardResponse>

export const officerStandardSchema = z.object({
  region: z.string(),
  agency: z.string(),
  name: localizedSchema,
  current: z.number().int(),
  versions: z.array(standardSchema).readonly(),
}) satisfies z.ZodType<OfficerStandardResponse>
