import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type LoopbackProvider = {
  readonly issuer: string
  /** Claims of the account that signs in next. */
  account: Record<string, unknown> & { sub: string }
  /** Goes through the sign-in at the provider as a browser does; gives the address it leads back to. */
  visit(location: string): Promise<string>
  close(): void
}

export const redirectUri = 'http://127.0.0.1:4999/officer/oidc/callback'

/**
 * A real OpenID Connect provider on loopback whose sign-in page says yes by itself.
 * @param backTo the only address it sends a browser back to
 */
export async function startLoopbackProvider(backTo: string = redirectUri): Promise<LoopbackProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'balai',
        client_secret: 'a-secret-of-the-client',
        redirect_uris: [backTo],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'realm_access', 'kabupaten'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['a-key-of-the-test'] },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => loopback.account }),
    async loadExistingGrant(context: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return handle(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: loopback.account.sub } })
  })

  const loopback: LoopbackProvider = {
    issuer,
    account: { sub: 'nobody' },
    async visit(location) {
      const cookies = new Map<string, string>()
      for (let url = location, hops = 0; hops < 10; hops++) {
        if (url.startsWith(backTo)) return url
        const response = await fetch(url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        })
        for (const line of response.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0].split(/=(.*)/s)
          if (value === '') cookies.delete(name)
          else cookies.set(name, value)
        }
        const next = response.headers.get('location')
        if (next === null) throw new Error(`the provider stopped at ${url} with ${response.status}: ${await response.text()}`)
        url = new URL(next, url).href
      }
      throw new Error('the provider led in a circle')
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return loopback
}
