import type { SessionView } from '../../game/api/index.ts'
import { maskPhone, type Who } from '../identity/index.ts'
import type { AppServices, Routes } from './app-services.ts'
import { otpRequest, otpResponse, otpVerify, refusals, sessionSchema } from './schemas.ts'

/** Asking for codes and trying them is limited for each address on top of the limits for each number. */
const otpLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** Who am I, signing in as a citizen, signing out. */
export function registerSessionRoutes(routes: Routes, { identity, onSignedOut }: AppServices): void {
  routes.get('/api/session', { schema: { response: { 200: sessionSchema, ...refusals } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return { session: sessionView(await request.who()) }
  })

  routes.post(
    '/api/session/otp',
    {
      schema: { body: otpRequest, response: { 200: otpResponse, ...refusals } },
      config: otpLimit,
    },
    async (request) => identity.requestOtp(request.body),
  )

  routes.post(
    '/api/session/otp/verify',
    {
      schema: { body: otpVerify, response: { 200: sessionSchema, ...refusals } },
      config: otpLimit,
    },
    async (request, reply) => {
      const { setCookie, who } = await identity.verifyOtp(request.body)
      reply.header('set-cookie', setCookie)
      return { session: sessionView(who) }
    },
  )

  for (const path of ['/api/session', '/api/officer/session']) {
    routes.delete(path, { schema: { response: { 200: sessionSchema, ...refusals } } }, async (request, reply) => {
      const who = await request.who()
      const { setCookie } = await identity.signOut(who)
      if (who.role !== 'visitor') onSignedOut(who.sessionHash)
      reply.header('set-cookie', setCookie)
      return { session: null }
    })
  }
}

export function sessionView(who: Who): SessionView | null {
  if (who.role === 'citizen') {
    const { nikMasked, phone, isVerified } = who.citizen
    return { role: 'citizen', nikMasked, phoneMasked: maskPhone(phone), isVerified }
  }
  if (who.role === 'officer') {
    const { name, region, agency } = who.officer
    return { role: 'officer', name, region, agency }
  }
  return null
}
