import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Agency, Service } from '../../game/api/index.ts'
import {
  checkForm,
  checkStandard,
  feeAt,
  promisedWorkingDays,
  requirementsFor,
  visibleFields,
  type Answers,
  type Field,
  type Form,
  type ServiceStandard,
} from '../../game/case/index.ts'

const folder = new URL('../../assets/catalogue/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
const { agencies } = read('kukar') as { agencies: Agency[] }
type File = { readonly agency: string; readonly isDemo: boolean; readonly standards: readonly ServiceStandard[] }
const files = readdirSync(new URL('standards/kukar/', folder)).map((name) => ({
  name,
  file: read(`standards/kukar/${name.replace(/\.json$/, '')}`) as File,
}))
const all = files.flatMap(({ file }) => file.standards)
const services = agencies.flatMap((agency) => agency.groups.flatMap((group) => group.services))
const today = '2026-11-22'
/** The version of each service that holds on the day. */
const newest = new Map<string, ServiceStandard>()
for (const standard of all.toSorted((a, b) => a.version - b.version))
  if (standard.validFrom <= today) newest.set(standard.service, standard)
const standardOf = (service: Service) => newest.get(service.slug) as ServiceStandard

test('Kukar has 28 agencies and 430 services, each with a standard in the file of its agency, all marked as demonstration', () => {
  expect([agencies.length, services.length, new Set(services.map(({ slug }) => slug)).size]).toEqual([28, 430, 430])
  expect(files.map(({ name }) => name)).toEqual(agencies.map(({ slug }) => `${slug}.json`).sort())
  for (const { name, file } of files) {
    expect([`${file.agency}.json`, file.isDemo]).toEqual([name, true])
    const own = agencies.find(({ slug }) => slug === file.agency)!.groups.flatMap((group) => group.services.map(({ slug }) => slug))
    expect(new Set(file.standards.map(({ service }) => service)), name).toEqual(new Set(own))
  }
})

test('every standard can be used', () => {
  expect(all.flatMap((standard) => checkStandard(standard).map((fault) => ({ service: standard.service, ...fault })))).toEqual([])
})

describe('the list and the standards agree', () => {
  test('on the fee, its note and its regulation, without answers and exemptions', () => {
    for (const service of services) {
      const fee = feeAt({ ...standardOf(service).tariff, exemptions: [] }, { day: today, answers: {} })
      expect([fee?.rupiah, fee?.item.basis, fee?.item.note], service.slug).toEqual([service.feeRupiah, service.feeBasis, service.feeNote])
    }
  })

  test('on what is all done from here', () => {
    expect(services.filter((service) => service.isRemote !== (standardOf(service).remote === 'all')).map(({ slug }) => slug)).toEqual([])
  })

  test('on papers: what everybody needs stands in the list, in both languages', () => {
    for (const service of services) {
      const needed = standardOf(service).requirements.filter((row) => row.when === undefined && !row.isOptional)
      for (const { name } of needed) {
        const row = service.requirements.find(({ id, en }) => id === name.id && en === name.en)
        expect(row, `${service.slug}: ${name.id}`).toBeDefined()
      }
    }
  })

  test('on the promised time: working days add up to the days of the list, minutes and hours are the same day', () => {
    for (const service of services) {
      const days = /^(\d+) hari kerja$/.exec(service.duration.id)?.[1]
      const promised = promisedWorkingDays(standardOf(service))
      if (days !== undefined) expect(promised, service.slug).toBe(Number(days))
      else if (!service.duration.id.startsWith('Menurut')) expect(promised, service.slug).toBe(0)
      else expect(promised, service.slug).toBeGreaterThan(0)
    }
  })
})

describe('what is written out in full', () => {
  const full = [...newest.values()].filter(({ kept }) => kept !== null)

  test('are at least sixty services, each with its form, its steps by three roles and its legal basis', () => {
    expect(full.length).toBeGreaterThanOrEqual(60)
    for (const { service, form, steps, kept } of full) {
      expect(Object.keys(form?.properties ?? {}).length, service).toBeGreaterThan(3)
      expect(new Set(steps.map(({ role }) => role)), service).toEqual(new Set(['front', 'verifier', 'approver']))
      for (const basis of kept!.legalBasis) expect(basis, service).toMatch(/^(UU|PP|Perpres|Perpol|Permen\w+|PMK|PMA) \d+\/\d{4}$/)
    }
  })

  test('span population, vehicles, passports, tax, health, marriage, business and social matters', () => {
    const of = (agency: string) =>
      files.find(({ file }) => file.agency === agency)!.file.standards.filter(({ kept }) => kept !== null).length
    const wanted = [
      'disdukcapil',
      'kepolisian',
      'imigrasi',
      'samsat',
      'pajak-pratama',
      'bapenda',
      'dinkes',
      'bpjs-kesehatan',
      'kemenag',
      'dpmptsp',
      'dinsos',
    ]
    expect(wanted.filter((agency) => of(agency) < 3)).toEqual([])
  })

  test("licences of health workers are renewed wholly from home, and nobody's body is needed", () => {
    const renewals = full.filter(({ service }) => /^sip-.*-panjang$/.test(service))
    expect(renewals.length).toBeGreaterThanOrEqual(4)
    for (const { remote, body, product } of renewals) expect([remote, body, product.kind]).toEqual(['all', null, 'self-print'])
  })
})

test('population documents are free whatever is answered, and printed by the citizen but for cards and the digital identity', () => {
  for (const { service, tariff, product } of files.find(({ file }) => file.agency === 'disdukcapil')!.file.standards) {
    expect(
      tariff.items.map(({ rupiah, basis }) => [rupiah, basis]),
      service,
    ).toEqual([[0, 'UU 24/2013 pasal 79A']])
    if (/^(ktp-el|kia)/.test(service)) expect(product.kind, service).toBe('card')
    if (/^(akta|kk)-/.test(service)) expect(product.kind, service).toBe('self-print')
  }
})

test('a month of free marriages outside the KUA is bound by days and by a quota, and hardship is free all year', () => {
  const { tariff } = newest.get('nikah-luar')!
  const fee = (day: string, used: number, answers: Answers = {}) =>
    feeAt(tariff, { day, answers, exemptionsUsed: { 'bulan-nikah': used } })?.rupiah
  expect([fee('2026-10-31', 0), fee('2026-11-01', 99), fee('2026-11-01', 100), fee('2027-01-01', 0)]).toEqual([
    600_000, 0, 600_000, 600_000,
  ])
  expect(fee('2027-01-01', 0, { 'tidak-mampu': true })).toBe(0)
})

test('the two versions of one service differ and follow each other', () => {
  const versions = all.filter(({ service }) => service === 'ak1')
  expect(versions.map(({ version, validFrom }) => [version, validFrom])).toEqual([
    [1, '2025-07-01'],
    [2, '2026-07-01'],
  ])
  expect(versions.map(promisedWorkingDays)).toEqual([1, 0])
})

test('a name of a field asks the same in every form, so that an answer can be offered again', () => {
  const kinds = new Map<string, string>()
  const different: string[] = []
  // These ask what their own form says; everything else is one thing everywhere.
  const own =
    /^(sebab|jenis|ubah|data-baru|alasan|mulai|selesai|lokasi|jurusan|kegiatan|hari|bulan|tujuan|layanan|minat|bidang|masalah|penghasilan|anggota|berlaku|salah|benar)$/
  for (const { service, form } of all) {
    for (const [name, field] of Object.entries(form?.properties ?? {})) {
      const kind = [field.type, field.type === 'string' ? (field.format ?? (field.oneOf ? 'choice' : 'text')) : ''].join(' ')
      if (!own.test(name) && kinds.has(name) && kinds.get(name) !== kind) different.push(`${service}: ${name} ${kind}`)
      kinds.set(name, kind)
    }
  }
  expect(different).toEqual([])
})

/** An answer that a field takes. */
function answerTo(field: Field, name: string): string | number | boolean {
  if (field.type === 'boolean') return true
  if (field.type === 'integer') return field.minimum ?? 1
  if (field.oneOf) return field.oneOf[0].const
  if (field.format === 'date') return today
  if (field.format === 'nik') return '6402012211260001'
  if (field.format === 'phone') return '081234567890'
  if (field.format === 'email') return 'siti@contoh.id'
  if (field.pattern === undefined) return 'Siti Aminah'.slice(0, field.maxLength)
  const samples = [
    'Siti Aminah',
    '6402011503900001',
    'KT 1234 AB',
    'A1B2C',
    '1234567890123',
    '12345',
    '123456789012345',
    '640201000100100010',
    '1234567890',
  ]
  const sample = samples.find((one) => new RegExp(field.pattern ?? '', 'u').test(one))
  expect(sample, `a sample for ${name}: ${field.pattern}`).toBeDefined()
  return sample!
}

/** Asks a form as a page does, field by field. */
function fill(form: Form): Record<string, string | number | boolean> {
  const answers: Record<string, string | number | boolean> = {}
  for (;;) {
    const next = visibleFields(form, answers).find((name) => !Object.hasOwn(answers, name))
    if (next === undefined) return answers
    answers[next] = answerTo(form.properties[next], next)
  }
}

test('every form can be filled in, and says then which papers are needed and what it costs', () => {
  for (const { service, form, requirements, tariff } of newest.values()) {
    if (form === null) continue
    const { errors, answers } = checkForm(form, fill(form), { day: today })
    expect(errors, service).toEqual([])
    expect(requirementsFor({ requirements }, answers).length, service).toBeGreaterThanOrEqual(
      requirements.filter((row) => row.when === undefined).length,
    )
    expect(feeAt(tariff, { day: today, answers }), service).not.toBeNull()
  }
})
