import { z } from 'zod'
import type { ConfigResponse } from '../game/api/index.ts'
import type { NoticeConfig } from './notice/index.ts'
import type { PaymentGatewayConfig } from './payment/index.ts'
import { readClamdAddress, type PaperConfig } from './papers/index.ts'

/** What an install may set, checked once at the start. Everything has a default that works on one machine. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** PostgreSQL instead of the file; null: the file. */
  readonly databaseUrl: string | null
  /** PEM files for https; null serves http. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  /** The address people type, when a proxy stands in front: `https://mpp.example.go.id`. */
  readonly publicOrigin: string | null
  /** True behind one trusted proxy: client address and scheme come from X-Forwarded-*. */
  readonly trustProxy: boolean
  /** Listen on every interface with a self-signed certificate. */
  readonly isLan: boolean
  /** One-time codes are shown on a page instead of being sent. */
  readonly isDemo: boolean
  readonly oidc: OidcConfig | null
  readonly otpGateway: { readonly url: string; readonly token: string } | null
  readonly iceServers: ConfigResponse['iceServers']
  readonly papers: PaperConfig
  /** null: the simulator of a demonstration, or nobody. */
  readonly paymentGateway: PaymentGatewayConfig | null
  readonly notices: NoticeConfig
  readonly logLevel: string
}
/** The region's own identity provider for officers; the address to come back to is the server's own. */
export type OidcConfig = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** Who carries this role is made an officer at the first sign-in; null: only officers known already. */
  readonly role: string | null
  readonly roleClaim?: string
  readonly regionClaim: string | null
  readonly agencyClaim: string | null
  readonly scope?: string
}

const flag = (fallback: boolean) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return fallback
      if (['1', 'true', 'on', 'yes'].includes(text.toLowerCase())) return true
      if (['0', 'false', 'off', 'no'].includes(text.toLowerCase())) return false
      context.addIssue(`must be on or off, got "${text}"`)
      return z.NEVER
    })
const text = z.string().min(1).optional()

const iceServerSchema = z.object({
  urls: z.union([z.string().transform((url) => [url]), z.array(z.string())]),
  username: z.string().optional(),
  credential: z.string().optional(),
})
const iceServers = z
  .string()
  .optional()
  .transform((json, context) => {
    if (json === undefined || json === '') return []
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch {
      context.addIssue('must be a JSON list such as [{"urls":["turn:turn.example:3478"],"username":"u","credential":"c"}]')
      return z.NEVER
    }
    const parsed = z.array(iceServerSchema).safeParse(value)
    if (parsed.success) return parsed.data
    context.addIssue(z.prettifyError(parsed.error))
    return z.NEVER
  })

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: text,
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TLS_CERT: text,
  TLS_KEY: text,
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: flag(false),
  DEMO: flag(true),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  OIDC_ROLE: text,
  OIDC_ROLE_CLAIM: text,
  OIDC_REGION_CLAIM: text,
  OIDC_AGENCY_CLAIM: text,
  OIDC_SCOPE: text,
  OTP_GATEWAY_URL: z.url().optional(),
  OTP_GATEWAY_TOKEN: text,
  ICE_SERVERS: iceServers,
  PAPER_MOST_MB: z.coerce.number().int().min(1).max(500).default(60),
  PAPER_UNUSED_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  CLAMD: text,
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9.-]{3,63}$/)
    .optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  PAYMENT_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  PAYMENT_GATEWAY_KEY: z.string().min(16).optional(),
  PAYMENT_GATEWAY_NAME: z.string().min(1).default('Bank'),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: text,
  WHATSAPP_GATEWAY_URL: z.url().optional(),
  WHATSAPP_GATEWAY_TOKEN: text,
  EMAIL_GATEWAY_URL: z.url().optional(),
  EMAIL_GATEWAY_TOKEN: text,
  PUSH_CONTACT: z.url({ protocol: /^(https|mailto)$/ }).optional(),
  PUSH_SERVICES: text,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/**
 * Reads the environment and the command line (`--lan`).
 * @throws TypeError that names the variable and the remedy.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, args: readonly string[] = []): Config {
  for (const arg of args) if (arg !== '--lan') throw new TypeError(`unknown option ${arg}; the only one is --lan`)
  const parsed = environmentSchema.safeParse(environment)
  if (!parsed.success) throw new TypeError(`the environment cannot be used:\n${z.prettifyError(parsed.error)}`)
  const set = parsed.data
  if ((set.TLS_CERT === undefined) !== (set.TLS_KEY === undefined)) throw new TypeError('TLS_CERT and TLS_KEY must be set together')
  if (!set.DEMO && set.OTP_GATEWAY_URL === undefined) {
    throw new TypeError('DEMO=off needs OTP_GATEWAY_URL: without a gateway nobody could receive a one-time code')
  }
  const isLan = args.includes('--lan')
  return {
    port: set.PORT,
    host: set.HOST ?? (isLan ? '0.0.0.0' : 'localhost'),
    dataDir: set.DATA_DIR,
    databaseUrl: set.DATABASE_URL ?? null,
    tls: set.TLS_CERT !== undefined && set.TLS_KEY !== undefined ? { certFile: set.TLS_CERT, keyFile: set.TLS_KEY } : null,
    publicOrigin: set.PUBLIC_ORIGIN ?? null,
    trustProxy: set.TRUST_PROXY,
    isLan,
    isDemo: set.DEMO,
    oidc: oidcOf(set),
    otpGateway: set.OTP_GATEWAY_URL === undefined ? null : { url: set.OTP_GATEWAY_URL, token: set.OTP_GATEWAY_TOKEN ?? '' },
    iceServers: set.ICE_SERVERS,
    papers: papersOf(set),
    paymentGateway: paymentGatewayOf(set),
    notices: noticesOf(set),
    logLevel: set.LOG_LEVEL,
  }
}

function oidcOf(set: z.output<typeof environmentSchema>): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set
  if (issuer === undefined && clientId === undefined) return null
  if (issuer === undefined || clientId === undefined) throw new TypeError('OIDC_ISSUER and OIDC_CLIENT_ID must be set together')
  return {
    issuer,
    clientId,
    clientSecret: clientSecret ?? null,
    role: set.OIDC_ROLE ?? null,
    roleClaim: set.OIDC_ROLE_CLAIM,
    scope: set.OIDC_SCOPE,
    regionClaim: set.OIDC_REGION_CLAIM ?? null,
    agencyClaim: set.OIDC_AGENCY_CLAIM ?? null,
  }
}

function papersOf(set: z.output<typeof environmentSchema>): PaperConfig {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = set
  const s3 = [endpoint, bucket, accessKeyId, secretAccessKey]
  const isWhole = endpoint !== undefined && bucket !== undefined && accessKeyId !== undefined && secretAccessKey !== undefined
  if (!isWhole && s3.some((value) => value !== undefined)) {
    throw new TypeError('S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together')
  }
  if (set.CLAMD !== undefined) readClamdAddress(set.CLAMD)
  return {
    mostMb: set.PAPER_MOST_MB,
    unusedDays: set.PAPER_UNUSED_DAYS,
    clamd: set.CLAMD ?? null,
    s3: isWhole ? { endpoint, bucket, accessKeyId, secretAccessKey, region: set.S3_REGION } : null,
  }
}

/** Ways to tell people; what has no gateway is skipped and says so. */
function noticesOf(set: z.output<typeof environmentSchema>): NoticeConfig {
  const gateway = (url: string | undefined, token: string | undefined) => (url === undefined ? null : { url, token: token ?? '' })
  const origin = set.PUBLIC_ORIGIN?.startsWith('https:') === true ? set.PUBLIC_ORIGIN : null
  return {
    sms: gateway(set.SMS_GATEWAY_URL, set.SMS_GATEWAY_TOKEN),
    whatsapp: gateway(set.WHATSAPP_GATEWAY_URL, set.WHATSAPP_GATEWAY_TOKEN),
    email: gateway(set.EMAIL_GATEWAY_URL, set.EMAIL_GATEWAY_TOKEN),
    pushContact: set.PUSH_CONTACT ?? origin ?? 'mailto:petugas@localhost',
    pushServices: (set.PUSH_SERVICES ?? '').split(',').filter((host) => host !== ''),
  }
}

function paymentGatewayOf(set: z.output<typeof environmentSchema>): PaymentGatewayConfig | null {
  const { PAYMENT_GATEWAY_URL: url, PAYMENT_GATEWAY_KEY: key, PAYMENT_GATEWAY_NAME: name } = set
  if (url === undefined && key === undefined) return null
  if (url === undefined || key === undefined) throw new TypeError('PAYMENT_GATEWAY_URL and PAYMENT_GATEWAY_KEY must be set together')
  return { name, url, key }
}
