import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { apiError } from './api-error.ts'
import { isSameOrigin } from './same-origin.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Pictures and files come many times a second to one viewer; they are bounded by what they are. */
const unlimitedPaths = ['/stream/', '/api/stream/', '/assets/', '/healthz', '/metrics']

/** An answer of data shows nothing, runs nothing and is framed nowhere, whatever it holds. */
const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const
const isData = (url: string): boolean => url.startsWith('/api/')

/** Headers, the limit of requests from one address, and the refusal of requests that other sites make a browser send. */
export async function addSafety(
  app: FastifyInstance,
  options: {
    isHttps: boolean
    publicOrigin: string | null
    requestsPerMinute: number
  },
): Promise<void> {
  // The interface answers data, to a phone on a poor line: a page's long policy says nothing there.
  app.addHook('onRoute', (route) => {
    if (isData(route.url)) route.helmet = false
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (isData(request.url)) reply.headers(dataHeaders)
    done()
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        // Safari before 15.4 does not count the own host's sockets as 'self'.
        connectSrc: [
          "'self'",
          (request) => socketSource('ws', request.headers.host),
          (request) => socketSource('wss', request.headers.host),
        ],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.isHttps ? { maxAge: 15_552_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    // Each answer carries these to a phone on a poor line: what no browser of today reads is left out.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    originAgentCluster: false,
  })
  app.addHook('onSend', (request, reply, payload, done) => {
    if (!isData(request.url)) reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()')
    done(null, payload)
  })
  await app.register(rateLimit, {
    global: true,
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    allowList: (request) => unlimitedPaths.some((path) => request.url.startsWith(path)),
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error('too many requests'), { statusCode: 429, retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const isForeign = !safeMethods.has(request.method) && !isSameOrigin(request.headers, options.publicOrigin)
    if (isForeign) done(apiError('forbidden'))
    else done()
  })
}

/** Only a plain host and port may enter the header. */
function socketSource(scheme: 'ws' | 'wss', host: string | undefined): string {
  return host !== undefined && /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(host) ? `${scheme}://${host}` : "'self'"
}
