import { describe, expect, it } from 'vitest'
import type { Who } from '../../../server/identity/index.ts'
import { createFixture, nik, otherNik } from './fixture.ts'

const mine = '0812 3456 7890'
const squatters = '0813 9999 0000'

function citizenOf(who: Who): string {
  if (who.role !== 'citizen') throw new Error(`a ${who.role}, not a citizen`)
  return who.citizen.id
}

describe('who holds a NIK', () => {
  it('I13 binds a pair once: the same NIK and number are the same citizen, anything else another', async () => {
    const { identity, signIn } = await createFixture()
    const ids: string[] = []
    for (const [oneNik, phone] of [
      [nik, mine],
      [nik, '+62 812 3456 7890'],
      [nik, squatters],
      [otherNik, mine],
    ]) {
      ids.push(citizenOf(await identity.whoIs(await signIn(oneNik, phone))))
    }
    expect(ids[1]).toBe(ids[0])
    expect(new Set(ids).size).toBe(3)
  })

  it('I14 lets unverified pairs of one NIK stand beside each other, so nobody squats', async () => {
    const { identity, signIn } = await createFixture()
    const squatter = await signIn(nik, squatters)
    const owner = await signIn(nik, mine)
    expect(await identity.whoIs(owner)).toMatchObject({ role: 'citizen', citizen: { isVerified: false } })
    expect(await identity.whoIs(squatter)).toMatchObject({ role: 'citizen' })
  })

  it('I15 ends every other pair of the NIK with its sessions when an officer verifies one', async () => {
    const { identity, signIn } = await createFixture()
    const squatter = await signIn(nik, squatters)
    const owner = await signIn(nik, mine)
    const neighbour = await signIn(otherNik, squatters)
    await identity.verifyCitizen(citizenOf(await identity.whoIs(owner)), 'officer-1')
    expect(await identity.whoIs(squatter)).toEqual({ role: 'visitor' })
    expect(await identity.whoIs(owner)).toMatchObject({ role: 'citizen', citizen: { isVerified: true, verifiedBy: 'officer-1' } })
    expect(await identity.whoIs(neighbour)).toMatchObject({ role: 'citizen' })
    await expect(identity.verifyCitizen('nobody', 'officer-1')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('I15 ends also a session that begins in that moment', async () => {
    const { identity, store, signIn, clock } = await createFixture()
    const squatter = await signIn(nik, squatters)
    const who = await identity.whoIs(squatter)
    if (who.role !== 'citizen') throw new Error('not signed in')
    const row = await store.findSession(who.sessionHash)
    await identity.verifyCitizen(citizenOf(await identity.whoIs(await signIn(nik, mine))), 'officer-1')
    // The squatter's sign-in had passed its checks before the officer's word, and writes its session after it.
    await store.putSession({ ...row!, expiresAtMs: clock() + 1_000_000 })
    expect(await identity.whoIs(squatter)).toEqual({ role: 'visitor' })
  })

  it('I16 sends codes only to the verified number from then on, also for a code asked for before', async () => {
    const { identity, signIn, sent, clock } = await createFixture()
    const owner = await signIn(nik, mine)
    const before = await identity.requestOtp({ nik, phone: squatters })
    const code = sent[sent.length - 1].code
    await identity.verifyCitizen(citizenOf(await identity.whoIs(owner)), 'officer-1')
    await expect(identity.verifyOtp({ challenge: before.challenge, code })).rejects.toMatchObject({ code: 'phone-not-bound' })
    clock.advance(60_000)
    const count = sent.length
    await expect(identity.requestOtp({ nik, phone: squatters })).rejects.toMatchObject({ code: 'phone-not-bound' })
    expect(sent).toHaveLength(count)
    await signIn(nik, mine)
  })

  it('I17 moves a NIK to another number on an officer’s word', async () => {
    const { identity, signIn } = await createFixture()
    const lost = await signIn(nik, mine)
    await identity.verifyCitizen(citizenOf(await identity.whoIs(lost)), 'officer-1')
    const moved = await identity.rebindCitizen({ nik, phone: squatters }, 'officer-2')
    expect(moved).toMatchObject({ phone: '+6281399990000', isVerified: true, verifiedBy: 'officer-2' })
    expect(await identity.whoIs(lost)).toEqual({ role: 'visitor' })
    await expect(identity.requestOtp({ nik, phone: mine })).rejects.toMatchObject({ code: 'phone-not-bound' })
    expect(citizenOf(await identity.whoIs(await signIn(nik, squatters)))).toBe(moved.id)
    expect((await identity.rebindCitizen({ nik, phone: mine }, 'officer-2')).id).not.toBe(moved.id)
    await signIn(nik, mine)
  })
})
