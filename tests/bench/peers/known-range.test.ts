import { describe, expect, it } from 'vitest'
import { compare } from '../../../bench/peers/compare.ts'
import { type PeerLoad, straysOf } from '../../../bench/peers/known-range.ts'
import { peers } from '../../../bench/peers/peers.ts'
import { load } from '../server/load.ts'

const [view] = peers
const known = (part: Partial<PeerLoad> = {}): PeerLoad => ({
  peer: view,
  everybodyWalks: load({ cpuCores: 0.5 }, { down_mean: 2700 }),
  citizens: load({ cpuCores: 0.4, residentMb: 330 }, { down_mean: 1600 }),
  ...part,
})
const ours = load({ cpuCores: 0.1, residentMb: 123 }, { down_mean: 320, frames_mean: 4 })

describe('a peer', () => {
  it('that is the one that is known is compared', () => {
    expect(straysOf(known(), 1000)).toEqual([])
    const { ratios, refused } = compare(ours, known(), 1000)
    expect(refused).toEqual([])
    const found = Object.fromEntries(ratios.map(({ key, value }) => [key, value]))
    expect(found.cpu_vs_colyseus_view).toBeCloseTo(0.25)
    expect(found.down_vs_colyseus_view).toBeCloseTo(0.2)
    expect(found.frames_vs_colyseus_view).toBeCloseTo(0.4)
    expect(found.mem_vs_colyseus_view).toBeCloseTo(0.1)
  })
  const strays: [string, Partial<PeerLoad>, RegExp][] = [
    ['whose clients get too few frames', { everybodyWalks: load({ cpuCores: 0.5 }, { down_mean: 2700, frames_mean: 6.9 }) }, /6\.9 frames/],
    ['whose frames are of another size', { everybodyWalks: load({ cpuCores: 0.5 }, { down_mean: 5000 }) }, /5000 B\/s/],
    ['that is far too cheap', { everybodyWalks: load({ cpuCores: 0.2 }, { down_mean: 2700 }) }, /0\.20 CPU/],
    ['that is far too dear', { everybodyWalks: load({ cpuCores: 1.3 }, { down_mean: 2700 }) }, /1\.30 CPU/],
    ['whose memory is another', { citizens: load({ cpuCores: 0.4, residentMb: 110 }) }, /0\.010 MB/],
    ['that lost clients', { citizens: load({ cpuCores: 0.4, residentMb: 330 }, { people: 700 }) }, /only 700 of 1000/],
    ['that was starved under citizens', { citizens: load({ cpuCores: 0.2, residentMb: 330 }, { frames_mean: 4.7 }) }, /4\.7 frames/],
    ['that could not be measured', { everybodyWalks: load({ cpuCores: Number.NaN }, { down_mean: Number.NaN }) }, /NaN B\/s/],
  ]
  for (const [name, part, why] of strays) {
    it(`${name} is refused, with the reason and without a ratio`, () => {
      const { ratios, refused } = compare(ours, known(part), 1000)
      expect(refused.join('\n')).toMatch(why)
      expect(ratios).toEqual([])
    })
  }
  it('is not compared with a product whose own run is in doubt', () => {
    expect(compare(load({ othersCores: 0.75, loopP99Ms: 80 }), known(), 1000).refused.join()).toMatch(/ours: .* 80 ms late/)
    expect(compare(load({ othersCores: 0.75, loopP99Ms: 20 }), known(), 1000).ratios).toHaveLength(4)
    expect(compare(load({ cpuCores: 0.95, loopP99Ms: 80 }), known(), 1000).ratios).toHaveLength(4)
    expect(compare(load({}, { people: 300 }), known(), 1000).refused.join()).toMatch(/ours: only 300/)
  })
})
