import { describe, expect, it } from 'vitest'
import { readSvg } from '../../../assets/art/read-svg.ts'

const written = (svg: string): string => readSvg(svg).join(' ')
const steps = (...list: string[]): string => list.join(' ')

describe('SVG becomes the steps of a drawing', () => {
  it('with what a group hands down, matrix and opacity written only where they change', () => {
    const svg =
      '<g transform="translate(1 2)" fill="#abcdef"><rect x="0" y="0" width="2" height="3"/>' +
      '<path d="M0.500 0L-.25 3.004" opacity=".5" stroke="#000000" fill="none" stroke-width="1.200" stroke-linecap="round"/></g>' +
      '<circle r="1" fill="#123456"/>'
    const [group, line] = [steps('m 1 0 0 1 1 2', 'F M0 0h2v3h-2Z #abcdef'), 'a 0.5 S M.5 0L-.25 3 #000000 1.2 1 0']
    const circle = 'm 1 0 0 1 0 0 a 1 F M-1 0a1 1 0 1 1 2 0a1 1 0 1 1-2 0Z #123456'
    expect(written(svg)).toBe(steps(group, line, circle))
  })

  it('a clip brings back what was before it', () => {
    const clipped = '<clipPath id="c"><rect width="1" height="1"/></clipPath><g clip-path="url(#c)" transform="scale(2)">'
    expect(written(`${clipped}<path d="M0 0" fill="#111111"/></g><path d="M1 1" fill="#222222"/>`)).toBe(
      steps('m 2 0 0 2 0 0', 'C M0 0h1v1h-1Z', 'F M0 0 #111111', 'R', 'm 1 0 0 1 0 0', 'F M1 1 #222222'),
    )
  })

  it('what a mask wipes away, and what becomes paler together, gets a layer', () => {
    const two = '<path d="M1 1" fill="#111111"/><path d="M2 2" fill="#222222"/>'
    const painted = steps('F M1 1 #111111', 'F M2 2 #222222')
    const hole = '<mask id="m"><rect width="9" height="9" fill="white"/><path d="M3 3" fill="black"/></mask>'
    expect(written(`<g opacity=".4">${two}</g>`)).toBe(steps('L', painted, 'P 0.4'))
    expect(written(`${hole}<g mask="url(#m)">${two}</g>`)).toBe(steps('L', painted, 'E', 'F M3 3 #000000', 'P 1'))
  })

  it('a line without length is a dot: not every canvas would show it', () => {
    const line = '<polyline points="1,1 1,1" fill="none" stroke="#111111" stroke-width="4" stroke-linecap="round"/>'
    expect(written(line)).toBe('F M-1 1a2 2 0 1 1 4 0a2 2 0 1 1-4 0Z #111111')
  })

  it('a group with a name becomes a call of that part, which is drawn in the colours it is given', () => {
    const parts = new Map()
    const part = (colours: string, fill: string): string =>
      `<g data-part="knot" data-colours="${colours}" transform="scale(2)"><path d="M0 0" fill="${fill}"/></g>`
    const drawn = readSvg(part('#aaaaaa #bbbbbb', '#bbbbbb') + part('#cccccc #dddddd', '#dddddd'), parts)
    expect(drawn.join(' ')).toBe(steps('m 2 0 0 2 0 0', 'U knot 2 #aaaaaa #bbbbbb', 'U knot 2 #cccccc #dddddd'))
    expect([...parts]).toEqual([['knot', ['F', 'M0 0', -2]]])
    expect(() => readSvg(part('#aaaaaa #bbbbbb', '#aaaaaa'), parts)).toThrow("the part 'knot' is drawn in two ways")
    expect(() => readSvg(part('#aaaaaa #bbbbbb', '#eeeeee'))).toThrow('#eeeeee, which it was not given')
  })

  it.each([
    ['<text x="1">', 'does not end'],
    ['<text x="1"/>', '<text>'],
    ['<rect width="1" height="1" fill="url(#g)"/>', "the id 'g'"],
    ['<path d="M0 0" transform="perspective(4)"/>', 'the transform perspective'],
    ['<clipPath id="a"><rect width="1"/></clipPath><clipPath id="a"><rect width="2"/></clipPath>', "the id 'a'"],
  ])('%s is refused by name', (svg, message) => {
    expect(() => readSvg(svg)).toThrow(message)
  })
})
