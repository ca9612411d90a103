import type { Form, WorkCalendar } from '../../../../case/index.ts'
import type { StandardResponse } from '../../../../api/index.ts'

/** The standard of a service that can be applied for from here. */
export type ApplyStandard = StandardResponse & { readonly form: Form; readonly calendar: WorkCalendar }
