/** A small hall in 2:1 dimetric, drawn from numbers, in the region's colours. Pure ornament: it says nothing to a screen reader. */
export function HallPicture() {
  return (
    <svg class="hall" viewBox="0 -14 320 264" aria-hidden="true" focusable="false">
      <path class="h-shade" d={polygon([at(0.6, 0.6, -16), at(11, 0.6, -16), at(11, 11, -16), at(0.6, 11, -16)])} />
      <Block x0={0} z0={0} x1={10} z1={10} y0={-10} y1={0} tone="stone" />
      <path class="h-joint" d={joints()} />
      <path class="h-light" d={polygon([at(2.2, 3), at(6.4, 3), at(8.4, 8.6), at(4.2, 8.6)])} />
      <Block x0={0} z0={0} x1={10} z1={0.4} y0={0} y1={30} tone="wall" />
      <Block x0={0} z0={0} x1={0.4} z1={10} y0={0} y1={30} tone="wall" />
      <Post x={0.5} z={0.5} />
      {[1.6, 4.4, 7.2].map((x, index) => (
        <Counter key={x} x={x} z={1.1} wing={backWings[index]} isAlongX />
      ))}
      {[2.6, 5.6].map((z, index) => (
        <Counter key={z} x={1.1} z={z} wing={sideWings[index]} isAlongX={false} />
      ))}
      <Person x={2.6} z={3} cloth="a" />
      <Person x={8.2} z={3} cloth="b" />
      <Post x={9.5} z={0.5} />
      <Post x={0.5} z={9.5} />
      <Tree x={5.2} z={5.4} />
      <Person x={3} z={6.6} cloth="c" />
      <Person x={7.6} z={6.3} cloth="d" />
      <Person x={5} z={8.6} cloth="a" />
      <Roof />
    </svg>
  )
}

const unit = 14
const eave = 96
const backWings = ['kependudukan', 'pajak', 'usaha'] as const
const sideWings = ['kesehatan', 'sosial'] as const

/** Screen point of a floor point (tiles) at a height (pixels). */
function at(x: number, z: number, height = 0): readonly [number, number] {
  return [Math.round((160 + (x - z) * unit) * 10) / 10, Math.round((96 + ((x + z) * unit) / 2 - height) * 10) / 10]
}

function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map((point) => point.join(' ')).join('L')}z`
}

function joints(): string {
  const lines: string[] = []
  for (let n = 2; n < 10; n += 2) lines.push(`M${at(n, 0).join(' ')}L${at(n, 10).join(' ')}M${at(0, n).join(' ')}L${at(10, n).join(' ')}`)
  return lines.join('')
}

type BlockProps = { x0: number; z0: number; x1: number; z1: number; y0: number; y1: number; tone: string }

/** A box with three tones: top lightest, left middle, right darkest. */
function Block({ x0, z0, x1, z1, y0, y1, tone }: BlockProps) {
  return (
    <g class={`h-${tone}`}>
      <path class="t" d={polygon([at(x0, z0, y1), at(x1, z0, y1), at(x1, z1, y1), at(x0, z1, y1)])} />
      <path class="l" d={polygon([at(x0, z1, y1), at(x1, z1, y1), at(x1, z1, y0), at(x0, z1, y0)])} />
      <path class="r" d={polygon([at(x1, z1, y1), at(x1, z0, y1), at(x1, z0, y0), at(x1, z1, y0)])} />
    </g>
  )
}

function Post({ x, z }: { x: number; z: number }) {
  return <Block x0={x - 0.25} z0={z - 0.25} x1={x + 0.25} z1={z + 0.25} y0={0} y1={eave} tone="wood" />
}

function Counter({ x, z, wing, isAlongX }: { x: number; z: number; wing: string; isAlongX: boolean }) {
  const [x1, z1] = isAlongX ? [x + 2, z + 0.7] : [x + 0.7, z + 2]
  const [signX, signY] = at((x + x1) / 2, (z + z1) / 2, 36)
  return (
    <g class={`wing-${wing}`}>
      <Block x0={x} z0={z} x1={x1} z1={z1} y0={0} y1={11} tone="desk" />
      <rect class="h-sign" x={signX - 9} y={signY - 7} width="18" height="14" rx="4" />
      <path class="h-signmark" d={`M${signX - 4} ${signY}h8`} />
    </g>
  )
}

function Person({ x, z, cloth }: { x: number; z: number; cloth: string }) {
  const [px, py] = at(x, z)
  return (
    <g>
      <ellipse class="h-shade" cx={px} cy={py} rx="7" ry="3.5" />
      <path class={`h-cloth-${cloth}`} d={`M${px - 5} ${py}v-9a5 5 0 0 1 10 0v9z`} />
      <circle class="h-skin" cx={px} cy={py - 18} r="5" />
      <path class="h-hair" d={`M${px - 5.2} ${py - 18}a5.2 5.2 0 0 1 10.4 0c-2-3-8-3-10.4 0z`} />
    </g>
  )
}

function Tree({ x, z }: { x: number; z: number }) {
  const [px, py] = at(x, z)
  return (
    <g>
      <Block x0={x - 0.7} z0={z - 0.7} x1={x + 0.7} z1={z + 0.7} y0={0} y1={7} tone="desk-plain" />
      <path class="h-trunk" d={`M${px} ${py - 5}v-20`} />
      <circle class="h-leaf-b" cx={px + 7} cy={py - 27} r="10" />
      <circle class="h-leaf-a" cx={px - 6} cy={py - 31} r="12" />
      <circle class="h-leaf-c" cx={px + 2} cy={py - 38} r="9" />
    </g>
  )
}

/** The far half of a hipped roof: the near half is cut away, so that one sees in. */
function Roof() {
  const top = at(5, 5, eave + 52)
  const back = at(-0.6, -0.6, eave)
  const right = at(10.6, -0.6, eave)
  const left = at(-0.6, 10.6, eave)
  return (
    <g class="h-roof">
      <path class="l" d={polygon([top, left, back])} />
      <path class="r" d={polygon([top, back, right])} />
      <path
        class="h-rib"
        d={`M${top.join(' ')}L${left.join(' ')}M${top.join(' ')}L${right.join(' ')}M${left.join(' ')}L${back.join(' ')}L${right.join(' ')}`}
      />
    </g>
  )
}
