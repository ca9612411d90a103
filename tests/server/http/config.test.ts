import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { readInstallSecret } from '../../../server/install-secret.ts'

it('needs nothing: one machine, demonstration, http on localhost', () => {
  expect(readConfig({})).toMatchObject({
    port: 8080,
    host: 'localhost',
    dataDir: './data',
    tls: null,
    isDemo: true,
    oidc: null,
    iceServers: [],
  })
  expect(readConfig({ HOST: '127.0.0.1' }, ['--lan'])).toMatchObject({ isLan: true, host: '127.0.0.1' })
  expect(readConfig({}, ['--lan']).host).toBe('0.0.0.0')
})

it('reads what is set', () => {
  const config = readConfig({
    PORT: '81',
    DEMO: 'off',
    OTP_GATEWAY_URL: 'https://sms.example/send',
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'balai',
    ICE_SERVERS: '[{"urls":"turn:turn.example","username":"u","credential":"c"}]',
    PUBLIC_ORIGIN: 'https://mpp.example/x',
    TRUST_PROXY: '1',
  })
  expect(config).toMatchObject({
    port: 81,
    isDemo: false,
    otpGateway: { token: '' },
    oidc: { clientSecret: null, role: null },
    publicOrigin: 'https://mpp.example',
    trustProxy: true,
    iceServers: [{ urls: ['turn:turn.example'], username: 'u' }],
  })
})

it.each([
  ['PORT', { PORT: 'x' }],
  ['ICE_SERVERS', { ICE_SERVERS: '{' }],
  ['DEMO', { DEMO: 'perhaps' }],
  ['OTP_GATEWAY_URL', { DEMO: 'off' }],
  ['TLS_KEY', { TLS_CERT: 'a.pem' }],
  ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://id.example' }],
] as const)('names %s when it is wrong or missing', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(new RegExp(name))
})

it("makes the install's secret once, for its owner alone, and refuses a damaged one", async () => {
  const dir = mkdtempSync(join(tmpdir(), 'balai-secret-'))
  const [one, two] = await Promise.all([readInstallSecret(dir), readInstallSecret(dir)])
  expect(one.length).toBeGreaterThanOrEqual(32)
  expect(two).toEqual(one)
  expect(statSync(join(dir, 'secret')).mode & 0o777).toBe(0o600)
  writeFileSync(join(dir, 'secret'), 'short')
  await expect(readInstallSecret(dir)).rejects.toThrow(/at least 32 bytes/)
  rmSync(dir, { recursive: true })
})
