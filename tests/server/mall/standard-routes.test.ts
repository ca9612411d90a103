import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from '../http/harness.ts'

let server: TestServer
/** The account that belongs to no region. */
let first: string
beforeAll(async () => {
  server = await testServer()
  first = await server.signInOfficer()
})
afterAll(() => server.close())

const address = (service: string, region = 'kukar') => `/api/regions/${region}/services/${service}/standard`

describe('what everybody may read of a standard', () => {
  test('the published components, the form, and the fee of the day with its regulation', async () => {
    const { status, json, headers } = await server.call('GET', address('ktp-1'))
    expect(status).toBe(200)
    expect(json).toMatchObject({
      region: 'kukar',
      service: 'ktp-1',
      agency: 'disdukcapil',
      group: 'ktp',
      agencyName: 'Dinas Kependudukan',
      name: { id: 'ktp-1' },
      version: 1,
      today: '2025-03-03',
      remote: 'all',
      workingDays: 0,
      feeNow: { rupiah: 0, basis: 'UU 24/2013', exemption: null },
      exemptionsUsed: {},
      timeZone: 'Asia/Makassar',
      // This server takes no cases.
      calendar: null,
    })
    expect(json.requirements).toEqual([
      { slug: 'kartu-keluarga', paper: 'kartu-keluarga', name: { id: 'Kartu Keluarga', en: 'Family card' } },
    ])
    expect(json.form.required).toContain('nik')
    expect(json).not.toHaveProperty('kept')
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('it is not sent again to who has it', async () => {
    const get = (service: string, tag = '') =>
      server.app.inject({ method: 'GET', url: address(service), headers: { host: 'balai.test', 'if-none-match': tag } })
    const tag = String((await get('ktp-2')).headers.etag)
    const [again, other] = [await get('ktp-2', tag), await get('ktp-1', tag)]
    expect([again.statusCode, again.body, other.statusCode]).toEqual([304, '', 200])
  })

  test('unknown regions and services are refused by name', async () => {
    const region = await server.call('GET', address('ktp-1', 'atlantis'))
    const service = await server.call('GET', address('terbang'))
    expect([region.status, region.json.error.code, service.status, service.json.error.code]).toEqual([
      404,
      'unknown-region',
      404,
      'unknown-service',
    ])
    expect(service.json.error.message).toContain('terbang')
  })

  test('it stands in the document of the interface', async () => {
    const { json } = await server.call('GET', '/openapi.json')
    const answer = json.paths['/api/regions/{region}/services/{service}/standard'].get.responses['200'].content['application/json'].schema
    expect(Object.keys(answer.properties)).toEqual(expect.arrayContaining(['requirements', 'steps', 'tariff', 'form', 'feeNow']))
    expect(Object.keys(json.paths)).toContain('/api/officer/standards/{service}')
  })
})

describe('what an agency keeps', () => {
  const own = '/api/officer/standards/ktp-1'

  test('is for officers only', async () => {
    const citizen = await server.signInCitizen('6402011503900001')
    const answers = [await server.call('GET', `${own}?region=kukar`), await server.call('GET', `${own}?region=kukar`, { cookie: citizen })]
    expect(answers.map(({ status }) => status)).toEqual([401, 403])
  })

  test('the first account names a region, and reads every version whole', async () => {
    expect((await server.call('GET', own, { cookie: first })).status).toBe(400)
    const { status, json } = await server.call('GET', `${own}?region=kukar`, { cookie: first })
    expect([status, json.current, json.agency]).toEqual([200, 1, 'disdukcapil'])
    expect(json.versions[0]).toHaveProperty('kept')
    expect((await server.call('GET', '/api/officer/standards/terbang?region=kukar', { cookie: first })).status).toBe(404)
  })

  test('an officer reads those of the own agency in the own region, and of others when they administer it', async () => {
    const rina = await officer('rina')
    const statusOf = async (url: string, { cookie } = rina) => (await server.call('GET', url, { cookie })).status
    expect([await statusOf(own), await statusOf('/api/officer/standards/npwp-1'), await statusOf(`${own}?region=jabar`)]).toEqual([
      200, 403, 403,
    ])
    const adi = await officer('adi')
    expect(await statusOf('/api/officer/standards/npwp-1', adi)).toBe(403)
    await server.store.putSetting({ key: `roles/${adi.id}`, value: { roles: ['admin'] }, updatedAtMs: 1, updatedBy: 'test' })
    expect([await statusOf('/api/officer/standards/npwp-1', adi), await statusOf(`${own}?region=jabar`, adi)]).toEqual([200, 403])
  })

  /** An officer of Disdukcapil in Kukar who has signed in and chosen a password. */
  async function officer(username: string): Promise<{ id: string; cookie: string }> {
    const body = { name: username, username, region: 'kukar', agency: 'disdukcapil' }
    const made = await server.call('POST', '/api/admin/officers', { cookie: first, body })
    const signedIn = await server.call('POST', '/api/officer/session', { body: { username, password: made.json.password } })
    const cookie = String([signedIn.headers['set-cookie']].flat()[0]).split(';')[0]
    await server.call('PUT', '/api/officer/password', { cookie, body: { current: null, next: `${username}-sandi-yang-panjang` } })
    return { id: made.json.officer.id, cookie }
  }
})
