import { describe, expect, it } from 'vitest'
import { forgetKey, readPairing } from '../../../../game/page/kiosk/pairing.ts'
import { memoryStore } from './memory-store.ts'

const address = (search: string, hash = '') => ({ pathname: '/kiosk', search, hash })

describe('the pairing of a kiosk', () => {
  it('takes the key from the address once, and takes it out of what is shown', () => {
    const store = memoryStore()
    const first = readPairing(address('?wilayah=kukar&cetak=1', '#kunci=ab-C_1'), store)
    expect(first).toEqual({
      pairing: { region: 'kukar', key: 'ab-C_1', printsAlone: true, printsDocuments: false },
      showInstead: '/kiosk?wilayah=kukar&cetak=1',
    })
    expect(readPairing(address('?wilayah=kukar&dokumen=1'), store)).toEqual({
      pairing: { region: 'kukar', key: 'ab-C_1', printsAlone: false, printsDocuments: true },
      showInstead: null,
    })
  })

  it('knows one region from another, and forgets', () => {
    const store = memoryStore()
    readPairing(address('?wilayah=kukar', '#kunci=a'), store)
    expect(readPairing(address('?wilayah=kendari'), store).pairing.key).toBeNull()
    forgetKey('kukar', store)
    expect(readPairing(address('?wilayah=kukar'), store).pairing.key).toBeNull()
  })

  it('has no region without one, whatever key it is given', () => {
    expect(readPairing(address('', '#kunci=a'), memoryStore()).pairing).toMatchObject({ region: null, key: null, printsAlone: false })
  })

  it('lives without a storage for as long as the page', () => {
    expect(readPairing(address('?wilayah=kukar', '#kunci=a'), null).pairing.key).toBe('a')
  })
})
