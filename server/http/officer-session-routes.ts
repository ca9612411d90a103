import type { FastifyReply, FastifyRequest } from 'fastify'
import { createOfficerAccounts } from '../identity/index.ts'
import { apiError, apiCodeOf, apiErrorAnswer } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { answerLanguage, type Language } from './language.ts'
import { sendRefusalPage, wantsPage } from './refusal-page.ts'
import { officerSignIn, refusals, sessionSchema } from './schemas.ts'
import { sessionView } from './session-routes.ts'

const passwordLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** Signing in as an officer: by password, or by the region's own OIDC provider. Signing out is with the citizens'. */
export function registerOfficerSessionRoutes(routes: Routes, { identity, store, clock }: AppServices): void {
  const accounts = createOfficerAccounts({ store, clock })
  routes.post(
    '/api/officer/session',
    {
      schema: { body: officerSignIn, response: { 200: sessionSchema, ...refusals } },
      config: passwordLimit,
    },
    async (request, reply) => {
      const { setCookie, who } = await identity.signInOfficer(request.body)
      if (who.role === 'officer') await accounts.signedIn(who.officer)
      reply.header('set-cookie', setCookie)
      return { session: sessionView(who) }
    },
  )

  routes.get('/api/officer/oidc/start', { schema: { response: refusals } }, async (_request, reply) => {
    if (identity.oidc === null) throw apiError('not-found')
    const { location, setCookie } = await identity.oidc.start()
    return reply.header('set-cookie', setCookie).header('cache-control', 'no-store').redirect(location, 302)
  })

  const back = { schema: { response: refusals }, errorHandler: explainSignIn }
  routes.get('/petugas/oidc/kembali', back, async (request, reply) => {
    if (identity.oidc === null) throw apiError('not-found')
    const { setCookie, who } = await identity.oidc.finish(request.url, request.headers.cookie)
    if (who.role === 'officer') await accounts.signedIn(who.officer)
    return reply.header('set-cookie', setCookie).header('cache-control', 'no-store').redirect('/petugas', 303)
  })
}

const notSignedIn: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  forbidden: {
    id: 'Akun ini belum terdaftar sebagai petugas Balai. Minta admin daerah memberinya peran petugas, lalu masuk lagi.',
    en: "This account is not an officer's here yet. Ask your region's administrator to give it the officers' role, then sign in again.",
  },
  'officer-ended': {
    id: 'Akses akun petugas ini sudah diakhiri. Pengelola daerah dapat memberikannya kembali.',
    en: "This officer account's access was ended. The region's administrator can give it back.",
  },
  'bad-request': {
    id: 'Masuk dengan akun daerah tidak selesai: terlalu lama, sudah dipakai, ditolak, atau dimulai di peramban lain. Silakan mulai lagi.',
    en: 'The sign-in did not finish: it took too long, was used, was refused, or began in another browser. Please begin again.',
  },
}

/** The provider sends a person's browser here: what went wrong is said for an officer, with the remedy. Programs get the usual body. */
function explainSignIn(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const known = apiCodeOf(error)
  if (known === null || !Object.hasOwn(notSignedIn, known.code) || !wantsPage(request)) throw error
  const language = answerLanguage(request)
  const { status } = apiErrorAnswer(known.code, language, known.details)
  void reply.code(status).header('cache-control', 'no-store')
  sendRefusalPage(reply, { sentence: notSignedIn[known.code][language], language, path: request.url, isOnce: true })
}
