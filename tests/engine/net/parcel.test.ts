import { createRng } from '@balai/engine/core'
import { expect, it } from 'vitest'
import { createParcel, openParcel } from '@balai/engine/net'

it('seed 5: what is put in comes out, in order, whatever its size; and nothing twice', () => {
  const rng = createRng(5)
  const parcel = createParcel()
  for (let round = 0; round < 20; round++) {
    const messages = Array.from({ length: Math.floor(rng() * 200) }, () => ({
      connection: Math.floor(rng() * 2 ** 32),
      bytes: [...Uint8Array.from({ length: Math.floor(rng() * 900) }, () => rng() * 256)],
    }))
    for (const { connection, bytes } of messages) parcel.put(connection, Uint8Array.from(bytes))
    const sent = parcel.take()
    const out: typeof messages = []
    if (sent !== null) openParcel(sent, (connection, bytes) => out.push({ connection, bytes: [...bytes] }))
    expect(out).toEqual(messages)
    expect(parcel.take()).toBeNull()
  }
})
