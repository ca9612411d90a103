import { describe, expect, test } from 'vitest'
import type { SessionView } from '../../../../../game/api/index.ts'
import { createMemoryKeep } from '../../../../../game/page/citizen/case/keep/device-keep.ts'
import { ownKeep } from '../../../../../game/page/citizen/case/keep/owner.ts'
import { makeKey, seal, unseal } from '../../../../../game/page/citizen/case/keep/seal.ts'

const { subtle } = crypto
const bytes = new TextEncoder().encode('{"nik":"6402010105800001"}')
const citizen = (tail: string): SessionView => ({
  role: 'citizen',
  nikMasked: `6402••••••••${tail}`,
  phoneMasked: '+62 812 •••• 0001',
  isVerified: false,
})

describe('what is sealed', () => {
  test('opens under its key and its name, and holds nothing in clear', async () => {
    const key = await makeKey(subtle)
    const sealed = await seal(subtle, key, { name: 'draft/a', bytes })
    expect(new TextDecoder('latin1').decode(sealed.bytes)).not.toContain('6402')
    expect(await unseal(subtle, key, { name: 'draft/a', sealed })).toEqual(bytes)
  })
  test('opens under no other key, no other name, and not when a bit was changed', async () => {
    const key = await makeKey(subtle)
    const sealed = await seal(subtle, key, { name: 'draft/a', bytes })
    expect(await unseal(subtle, await makeKey(subtle), { name: 'draft/a', sealed })).toBeNull()
    expect(await unseal(subtle, key, { name: 'draft/b', sealed })).toBeNull()
    const changed = new Uint8Array(sealed.bytes.slice(0))
    changed[3] ^= 1
    expect(await unseal(subtle, key, { name: 'draft/a', sealed: { ...sealed, bytes: changed.buffer } })).toBeNull()
  })
  test('the key cannot be read out', async () => {
    const key = await makeKey(subtle)
    await expect(subtle.exportKey('raw', key)).rejects.toThrow('not extractable')
  })
})

describe('whose it is', () => {
  test('what was begun before signing in belongs to who signs in', async () => {
    const keep = createMemoryKeep()
    await keep.write('draft/a', 1)
    expect(await ownKeep(keep, null)).toBe(true)
    expect(await ownKeep(keep, citizen('0001'))).toBe(true)
    expect(await keep.read('draft/a')).toBe(1)
  })
  test('the same citizen finds it again, another finds nothing', async () => {
    const keep = createMemoryKeep()
    await ownKeep(keep, citizen('0001'))
    await keep.write('draft/a', 1)
    expect(await ownKeep(keep, citizen('0001'))).toBe(true)
    expect(await keep.read('draft/a')).toBe(1)
    expect(await ownKeep(keep, citizen('0002'))).toBe(false)
    expect(await keep.names('')).toEqual(['owner'])
  })
})
