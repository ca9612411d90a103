import { planMap } from '@balai/engine'

/**
 * Two storeys of 8 × 5 tiles, one under the other in the plan with empty ground between: `A` steps into the lift of the lower one and comes
 * out at `b` of the upper, `B` leads back to `a`. A seat stands in the upper one.
 */
export function twoStoreys(): Record<string, unknown> {
  const map = planMap(
    [
      '########', // 0
      '#ss...a#',
      '#.....A#',
      '#......#',
      '########',
      '        ', // 5
      '        ',
      '        ',
      '########', // 8
      '#....bB#',
      '#.u....#',
      '#......#',
      '########',
    ],
    {
      ' ': { frame: 'ground' },
      // Low, so that they hide nothing.
      '#': { frame: 'wall', heightM: 0.4, isSolid: true },
      A: { zone: 'portal' },
      B: { zone: 'portal' },
      a: { zone: 'landing' },
      b: { zone: 'landing' },
      u: { frame: 'seat', heightM: 0.5, seat: 's' },
    },
  )
  const objects = (map.layers as { objects?: { name: string; type: string; x: number; y: number; properties?: object[] }[] }[]).flatMap(
    (layer) => layer.objects ?? [],
  )
  const at = (type: string, column: number): { name: string; properties?: object[] } => {
    const found = objects.find((object) => object.type === type && object.x === column * 32)
    if (found === undefined) throw new TypeError(`the plan has no ${type} in column ${column}`)
    return found
  }
  const [up, down, above, below] = [at('portal', 6), objects.filter(({ type }) => type === 'portal')[1], at('landing', 5), at('landing', 6)]
  up.properties = [{ name: 'to', type: 'string', value: above.name }]
  down.properties = [{ name: 'to', type: 'string', value: below.name }]
  const storey = (name: string, row: number, background: string): object => ({
    name,
    type: 'storey',
    x: 0,
    y: row * 32,
    width: 8 * 32,
    height: 5 * 32,
    properties: [{ name: 'background', type: 'string', value: background }],
  })
  ;(objects as object[]).push(storey('ground floor', 0, '#dfe8d8'), storey('upper floor', 8, '#d8dfe8'))
  const group = (map.layers as { objects?: object[] }[]).find((layer) => layer.objects !== undefined)
  if (group !== undefined) group.objects = objects
  return map
}
