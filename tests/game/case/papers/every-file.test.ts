import { describe, expect, test } from 'vitest'
import { insertSegment, joined, jpegSample, latin, pdfSample, pngSample } from '../../../../bench/papers/paper-samples.ts'
import { detectPaperType } from '../../../../game/case/papers/detect-type.ts'
import { refuseForeignTraces } from '../../../../game/case/papers/foreign-traces.ts'
import { refused } from './refused.ts'

describe('every file', () => {
  test('P1: the first bytes say what it is', () => {
    expect([jpegSample(), pngSample(), pdfSample()].map(detectPaperType)).toEqual(['image/jpeg', 'image/png', 'application/pdf'])
    const others = ['GIF89a', 'PK\x03\x04', '<svg xmlns=', '\x89PNX\r\n\x1a\n', '\xff\xd8\x00', ' %PDF-1.7', 'MZ', '%PD']
    for (const text of others) expect([text, refused(() => detectPaperType(latin(text)))]).toEqual([text, 'paper-type'])
  })

  test('P2: nothing is no paper', () => {
    expect(refused(() => detectPaperType(new Uint8Array(0)))).toBe('paper-empty')
  })

  test('P3: what begins as something else too is refused', () => {
    const jpeg = jpegSample()
    const withText = (text: string): Uint8Array => insertSegment(jpeg, 0xfe, latin(text))
    for (const text of ['<script>alert(1)', '<HTML>', '<!DocType html>', '<svg onload=', '<?php eval', '%PDF-1.4\n', 'Rar!\x1a\x07\x00']) {
      expect([text, refused(() => refuseForeignTraces(withText(text), 'image/jpeg'))]).toEqual([text, 'paper-two-in-one'])
    }
    expect(refused(() => refuseForeignTraces(withText('KTP-el, Tenggarong'), 'image/jpeg'))).toBeNull()
    const late = insertSegment(insertSegment(jpeg, 0xfe, latin('<html>')), 0xfe, new Uint8Array(1024))
    expect(refused(() => refuseForeignTraces(late, 'image/jpeg'))).toBeNull()
    expect(refused(() => refuseForeignTraces(pdfSample(), 'application/pdf'))).toBeNull()
  })

  test('P4: an archive at the end is refused', () => {
    const archive = joined(latin('PK\x05\x06'), new Uint8Array(18))
    for (const [bytes, type] of [
      [pngSample(), 'image/png'],
      [pdfSample(), 'application/pdf'],
    ] as const) {
      expect(refused(() => refuseForeignTraces(joined(bytes, archive), type))).toBe('paper-two-in-one')
      expect(refused(() => refuseForeignTraces(joined(bytes, archive, new Uint8Array(65_535)), type))).toBe('paper-two-in-one')
      expect(refused(() => refuseForeignTraces(bytes, type))).toBeNull()
    }
  })
})
