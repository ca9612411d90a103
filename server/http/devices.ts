import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName, deriveKeys, readCookie, setCookie, sign } from '../identity/index.ts'

/** Tells devices apart, so that one cannot take places for many people. A pseudonym goes into the queue, never the cookie itself. */
export type Devices = {
  /** The pseudonym of the device behind a request; one that has none yet gets a cookie with the reply. */
  of(request: FastifyRequest, reply: FastifyReply): string
}

const yearSeconds = 366 * 86_400
const idBytes = 16

export function createDevices(options: { secret: Uint8Array; isSecure: boolean }): Devices {
  const { secret, isSecure } = options
  const key = deriveKeys(secret).device
  const name = cookieName('balai_device', isSecure)
  return {
    of(request, reply) {
      const known = readCookie(request.headers.cookie, name)
      const id = known !== null && /^[\w-]{22}$/.test(known) ? known : randomBytes(idBytes).toString('base64url')
      if (id !== known) reply.header('set-cookie', setCookie({ name, value: id, maxAgeSeconds: yearSeconds, isSecure }))
      return sign(key, id, 'base64url')
    },
  }
}
