import { CodedError } from '@balai/engine/core'
import { expect, it } from 'vitest'
import { createLoopDisk } from '../../bench/store/loop-disk.ts'
import { measurePowercutLost } from '../../bench/store/powercut-lost.ts'

const reason = await createLoopDisk().then(
  async (disk) => {
    await disk.remove()
    return null
  },
  (error: unknown) => {
    if (error instanceof CodedError) return error.message
    throw error
  },
)

if (reason === null) {
  it('a power cut loses nothing that was acknowledged', async () => {
    const { value, n } = await measurePowercutLost(2)
    expect(n).toBeGreaterThan(400)
    expect(value).toBe(0)
  })
} else it.skip(reason, () => undefined)
