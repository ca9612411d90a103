import { describe, expect, it } from 'vitest'
import { frameBytes } from '../../../bench/bots/frame-bytes.ts'

describe('bytes of a WebSocket frame', () => {
  it('has a header of 2, 4 or 10 bytes by the length of the payload (RFC 6455 §5.2)', () => {
    expect([0, 125, 126, 65_535, 65_536].map((payload) => frameBytes(payload, 'server') - payload)).toEqual([2, 2, 4, 4, 10])
  })
  it('has 4 more for the mask from a client', () => {
    expect([17, 200].map((payload) => frameBytes(payload, 'client') - frameBytes(payload, 'server'))).toEqual([4, 4])
  })
})
