import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Outcome } from '../../../game/case/index.ts'
import { createNoticeAddresses, createNoticeService, createPushSender, httpSender, type News } from '../../../server/notice/index.ts'
import { openMemoryStore } from '../../../server/store/index.ts'
import { noLog, testClock } from '../http/harness.ts'

const quiet = { from: 21, until: 6 }
const hourMs = 3_600_000
const closings: (() => void)[] = []
afterEach(() => {
  for (const close of closings.splice(0)) close()
})

/** A push service or gateway on loopback that answers as it is told to. */
async function listenHere() {
  const got: { headers: IncomingHttpHeaders; body: Buffer }[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(answers.shift() ?? 201).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closings.push(() => server.close())
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { got, answers, host, url: `http://${host}/push/abc` }
}
function browserKeys(): { p256dh: string; auth: string } {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return { p256dh: pair.getPublicKey().toString('base64url'), auth: randomBytes(16).toString('base64url') }
}

async function setUp(senders: Parameters<typeof createNoticeService>[0]['senders'] = {}) {
  const clock = testClock()
  const store = openMemoryStore()
  const here = await listenHere()
  const key = new Uint8Array(32).fill(5)
  const push = createPushSender({ key, subject: 'mailto:a@example.org', extraServices: [here.host], log: noLog })
  const addresses = createNoticeAddresses({ store, clock, key, push })
  const notices = createNoticeService({ store, clock, addresses, push, senders, offsetOf: () => 480, log: noLog })
  await store.bindCitizen({
    id: 'siti',
    nikHash: 'h',
    nikMasked: '6402••••••••0001',
    phone: '+628123456789',
    isVerified: false,
    verifiedBy: null,
    verifiedAtMs: null,
    createdAtMs: 0,
  })
  return { clock, store, here, push, addresses, notices }
}
const news = (more: Partial<News> = {}): News => ({
  citizen: 'siti',
  region: 'kukar',
  key: 'case.returned',
  about: { kind: 'case', id: 'k1' },
  values: { number: 'K-7QF3-2M' },
  occasion: '1',
  ...more,
})
const states = async (notices: Awaited<ReturnType<typeof setUp>>['notices']) =>
  (await notices.of('siti')).notices[0].deliveries.map(({ channel, state, reason }) => `${channel} ${reason ?? state}`)

it('stands in the list once, in both languages, and is read', async () => {
  const { notices } = await setUp()
  await Promise.all([notices.tell(news()), notices.tell(news())])
  await notices.tell(news({ occasion: '2' }))
  const { notices: list, unread } = await notices.of('siti')
  expect([list.length, unread]).toEqual([2, 2])
  expect(list[0].text.id).toContain('K-7QF3-2M')
  expect(list[0].text.en).toContain('K-7QF3-2M')
  expect(await notices.markRead('siti', list[0].id)).toMatchObject({ isRead: true })
  expect((await notices.of('siti')).unread).toBe(1)
  expect((await notices.markAllRead('siti')).unread).toBe(0)
  await expect(notices.markRead('budi', list[0].id)).rejects.toMatchObject({ code: 'unknown-notice' })
  expect((await notices.of('budi')).notices).toEqual([])
})

it('says of each way why it is not used', async () => {
  const { notices, addresses } = await setUp()
  await notices.tell(news())
  expect(await states(notices)).toEqual(['push not-wanted', 'sms not-wanted', 'whatsapp not-wanted', 'email not-wanted'])
  await addresses.putWishes('siti', { wanted: ['push', 'sms'], quiet, language: 'id' })
  await notices.tell(news({ occasion: '2' }))
  expect((await notices.of('siti')).notices.flatMap(({ deliveries }) => deliveries.map((one) => one.reason))).toContain('no-provider')
  expect(await notices.deliver()).toBe(0)
})

it('sends an encrypted message to a browser that names nothing, signed with one key for good', async () => {
  const { notices, addresses, here, push } = await setUp()
  await addresses.addDevice('siti', { endpoint: here.url, keys: browserKeys() })
  await notices.tell(news())
  await expect.poll(() => states(notices)).toContain('push sent')
  expect(here.got).toHaveLength(1)
  const [{ headers, body }] = here.got
  expect(headers['content-encoding']).toBe('aes128gcm')
  expect(headers.authorization).toContain(push.publicKey)
  for (const secret of ['K-7QF3', 'siti', '6402', 'Balai']) expect(body.toString('latin1')).not.toContain(secret)
  const again = createPushSender({ key: new Uint8Array(32).fill(5), subject: 'mailto:a@example.org', log: noLog })
  expect(again.publicKey).toBe(push.publicKey)
})

it('forgets a browser that is gone, and tries again what was not taken over', async () => {
  const { notices, addresses, here, clock, store } = await setUp()
  await addresses.addDevice('siti', { endpoint: here.url, keys: browserKeys() })
  here.answers.push(500, 410)
  await notices.tell(news())
  await expect.poll(() => here.got.length).toBe(1)
  await expect.poll(() => states(notices)).toContain('push queued')
  expect(await notices.deliver()).toBe(0)
  clock.nowMs += 60_000
  expect(await notices.deliver()).toBe(1)
  expect(await states(notices)).toContain('push no-address')
  expect(await store.recordsOf('push', 'siti')).toEqual([])
})

it('keeps addresses sealed, and calls only known push services', async () => {
  const { addresses, here, store } = await setUp()
  for (const endpoint of [
    'http://169.254.169.254/latest',
    'https://evil.example/push',
    'https://fcm.googleapis.com:444/x',
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.example/x',
    'nonsense',
  ]) {
    await expect(addresses.addDevice('siti', { endpoint, keys: browserKeys() })).rejects.toMatchObject({ code: 'push-address' })
  }
  await addresses.addDevice('siti', { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', keys: browserKeys() })
  await addresses.addDevice('siti', { endpoint: here.url, keys: browserKeys() })
  await addresses.putWishes('siti', { wanted: ['push', 'email'], quiet, language: 'en', email: 'siti@contoh.id' })
  await expect(addresses.putWishes('siti', { wanted: [], quiet, language: 'en', email: 'x' })).rejects.toMatchObject({
    code: 'email-invalid',
  })
  const kept = JSON.stringify([await store.recordsOf('push', 'siti'), await store.recordsOf('notice-wishes', 'siti')])
  for (const clear of ['fcm', '127.0.0.1', 'contoh']) expect(kept).not.toContain(clear)
  expect(await addresses.emailOf('siti')).toBe('siti@contoh.id')
  await addresses.removeDevice('budi', here.url)
  expect(await addresses.devicesOf('siti')).toHaveLength(2)
  for (let i = 0; i < 3; i++) await addresses.addDevice('siti', { endpoint: `${here.url}${i}`, keys: browserKeys() })
  await expect(addresses.addDevice('siti', { endpoint: `${here.url}9`, keys: browserKeys() })).rejects.toMatchObject({ code: 'push-limit' })
  await addresses.forgetAll('siti')
  expect(await addresses.devicesOf('siti')).toEqual([])
  expect(await addresses.emailOf('siti')).toBeNull()
})

it('waits for the morning, but not with a call', async () => {
  const sent: string[] = []
  const sms = { send: async ({ to, text }: { to: string; text: string }): Promise<Outcome> => (sent.push(`${to} ${text}`), 'taken-over') }
  const { notices, addresses, clock } = await setUp({ sms })
  await addresses.putWishes('siti', { wanted: ['sms'], quiet, language: 'en' })
  clock.nowMs += 13 * hourMs // 22:00 in the region
  await notices.tell(news())
  await notices.tell(news({ key: 'ticket.called', about: { kind: 'ticket', id: 't1' }, values: { number: 'A-001' } }))
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]).toBe('+628123456789 Balai: Your number is called now. Open Balai.')
  clock.nowMs += 8 * hourMs - 1
  expect(await notices.deliver()).toBe(0)
  clock.nowMs += 1
  expect(await notices.deliver()).toBe(1)
  expect(sent).toHaveLength(2)
})

it('sends nothing to who asked for it to stop meanwhile', async () => {
  const sms = { send: async (): Promise<Outcome> => 'failed' }
  const { notices, addresses, clock } = await setUp({ sms })
  await addresses.putWishes('siti', { wanted: ['sms'], quiet, language: 'en' })
  await notices.tell(news())
  await expect.poll(() => states(notices)).toContain('sms queued')
  await addresses.putWishes('siti', { wanted: [], quiet, language: 'en' })
  clock.nowMs += hourMs
  await notices.deliver()
  expect(await states(notices)).toContain('sms not-wanted')
})

it('posts to a gateway with its token, and calls sent only what was taken over', async () => {
  const here = await listenHere()
  const sender = httpSender({ url: `http://${here.host}/send`, token: 'rahasia', log: noLog })
  here.answers.push(202, 503, 404, 302)
  const outcomes: Outcome[] = []
  for (let i = 0; i < 4; i++) outcomes.push(await sender.send({ to: '+62811', text: 'Balai: ada kabar' }))
  expect(outcomes).toEqual(['taken-over', 'failed', 'gone', 'failed'])
  expect(here.got[0].headers.authorization).toBe('Bearer rahasia')
  expect(JSON.parse(here.got[0].body.toString())).toEqual({ to: '+62811', text: 'Balai: ada kabar' })
  expect(await httpSender({ url: 'http://127.0.0.1:9/x', token: '', log: noLog }).send({ to: 'a', text: 'b' })).toBe('failed')
  expect(() => httpSender({ url: 'ftp://x', token: '', log: noLog })).toThrow('options.url')
})
