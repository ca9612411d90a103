import { apiError } from './api-error.ts'
import type { AppServices, Routes } from './app-services.ts'
import { officerSignIn, refusals, sessionSchema } from './schemas.ts'
import { sessionView } from './session-routes.ts'

const passwordLimit = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** Signing in as an officer: by password, or by the region's own OIDC provider. Signing out is with the citizens'. */
export function registerOfficerSessionRoutes(routes: Routes, { identity }: AppServices): void {
  routes.post(
    '/api/officer/session',
    {
      schema: { body: officerSignIn, response: { 200: sessionSchema, ...refusals } },
      config: passwordLimit,
    },
    async (request, reply) => {
      const { setCookie, who } = await identity.signInOfficer(request.body)
      reply.header('set-cookie', setCookie)
      return { session: sessionView(who) }
    },
  )

  routes.get('/api/officer/oidc/start', { schema: { response: refusals } }, async (_request, reply) => {
    if (identity.oidc === null) throw apiError('not-found')
    const { location, setCookie } = await identity.oidc.start()
    return reply.header('set-cookie', setCookie).header('cache-control', 'no-store').redirect(location, 302)
  })

  routes.get('/petugas/oidc/kembali', { schema: { response: refusals } }, async (request, reply) => {
    if (identity.oidc === null) throw apiError('not-found')
    const { setCookie } = await identity.oidc.finish(request.url, request.headers.cookie)
    return reply.header('set-cookie', setCookie).header('cache-control', 'no-store').redirect('/petugas', 303)
  })
}
