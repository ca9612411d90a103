import { describe, expect, it } from 'vitest'
import { indexColours } from '../../../assets/art/index-colours.ts'

describe('colours become numbers', () => {
  it('those that all themes share first, then those that differ, the most used first', () => {
    const a = ['F', 'M0 0', '#111111', 'F', 'M1 1', '#222222', 'F', 'M2 2', '#333333']
    const b = ['F', 'M0 0', '#111111', 'F', 'M1 1', '#eeeeee', 'F', 'M2 2', '#333333']
    const c = ['F', 'M3 3', '#333333']
    const { drawings, shared, own } = indexColours(
      ['one', 'two'],
      [
        [a, b],
        [c, c],
      ],
    )
    expect(shared).toEqual(['#333333', '#111111'])
    expect(own).toEqual([['#222222'], ['#eeeeee']])
    expect(drawings).toEqual([
      ['F', 'M0 0', 1, 'F', 'M1 1', 2, 'F', 'M2 2', 0],
      ['F', 'M3 3', 0],
    ])
  })

  it.each([
    ['another path', ['F', 'M9 9', '#111111']],
    ['a step more', ['F', 'M0 0', '#111111', 'R']],
  ])('%s in one theme is refused by name', (_, other) => {
    expect(() => indexColours(['prop/gate'], [[['F', 'M0 0', '#111111'], other]])).toThrow('prop/gate')
  })
})
