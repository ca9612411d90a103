import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'

const s3 = { S3_ENDPOINT: 'https://s3.kukar.go.id', S3_BUCKET: 'berkas', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }

describe('the settings of papers', () => {
  test('have defaults that work on one machine', () => {
    expect(readConfig({}).papers).toEqual({ mostMb: 60, unusedDays: 90, clamd: null, s3: null })
  })

  test('are read', () => {
    const { papers } = readConfig({
      PAPER_MOST_MB: '20',
      PAPER_UNUSED_DAYS: '30',
      CLAMD: '/run/clamav/clamd.ctl',
      ...s3,
      S3_REGION: 'id-1',
    })
    expect(papers).toEqual({
      mostMb: 20,
      unusedDays: 30,
      clamd: '/run/clamav/clamd.ctl',
      s3: { endpoint: 'https://s3.kukar.go.id', bucket: 'berkas', accessKeyId: 'a', secretAccessKey: 'b', region: 'id-1' },
    })
  })

  test('that cannot be used are named', () => {
    expect(() => readConfig({ PAPER_MOST_MB: '0' })).toThrow(/PAPER_MOST_MB/)
    expect(() => readConfig({ CLAMD: 'clamd' })).toThrow(/CLAMD must be/)
    for (const name of Object.keys(s3)) expect(() => readConfig({ ...s3, [name]: undefined })).toThrow(/must be set together/)
  })
})
