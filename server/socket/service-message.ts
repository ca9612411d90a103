import { z } from 'zod'
import type { ServiceRequest } from '../../game/api/index.ts'

const rung = z.enum(['video', 'audio', 'chat'])
const contact = z.string().min(1).max(96)

const serviceRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('watch'), region: z.string().min(1).max(64).nullable() }),
  z.object({ type: z.literal('contact.answer'), contact, rung }),
  z.object({ type: z.literal('contact.rung'), contact, rung }),
  z.object({ type: z.literal('contact.chat'), contact, key: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), text: z.string().min(1) }),
  z.object({ type: z.literal('contact.signal'), contact, data: z.unknown() }),
  z.object({ type: z.literal('ping'), at: z.number() }),
]) satisfies z.ZodType<ServiceRequest>

/** Largest frame a page may send, bytes. */
export const largestMessage = 64 * 1024

/** The request in a text frame, or null when it is none. */
export function readServiceRequest(frame: string): ServiceRequest | null {
  let value: unknown
  try {
    value = JSON.parse(frame)
  } catch {
    return null
  }
  const parsed = serviceRequest.safeParse(value)
  return parsed.success ? parsed.data : null
}
