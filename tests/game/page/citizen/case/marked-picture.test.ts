import { signal } from '@preact/signals'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { sentPicture } from '../../../../../game/page/citizen/case/papers/sent-picture.ts'
import { markPlace } from '../../../../../game/page/citizen/case/state/mark-place.ts'
import { MarkedFigure } from '../../../../../game/page/citizen/case/view/marked-picture.tsx'
import { paper } from './a-service.ts'

const mark = { paper: 'v1', page: 1, x: 0.6, y: 0.7, width: 0.3, height: 0.2 }
const bytes = new Uint8Array([1, 2, 3])
const shelfOf = (...papers: ReturnType<typeof paper>[]) => ({ papers: signal(papers), bytes: async () => bytes })

test('the rectangle lies over the picture where the officer drew it, and its place is said', () => {
  const html = render(h(MarkedFigure, { address: 'blob:a', mark, name: 'KTP' }))
  expect(html).toContain('<img src="blob:a"')
  expect(html.match(/x="60%" y="70%" width="30%" height="20%"/g)).toHaveLength(2)
  expect(html).toContain('case.mark.place')
  expect(html).not.toContain('style=')
})

test.each([
  [{ x: 0, y: 0, width: 0.2, height: 0.1 }, 'top-left'],
  [{ x: 0.3, y: 0.4, width: 0.4, height: 0.2 }, 'middle-centre'],
  [mark, 'bottom-right'],
  [{ x: 0, y: 0, width: 1, height: 1 }, 'middle-centre'],
] as const)('the middle of %o lies at %s', (box, place) => expect(markPlace(box)).toBe(place))

describe('the picture of a paper that was sent', () => {
  const never = async () => Promise.reject(new Error('the network was asked'))
  const answering =
    (type: string, ok = true) =>
    async () =>
      ({ ok, headers: new Headers({ 'content-type': type }), arrayBuffer: async () => bytes.buffer }) as unknown as Response
  test('is taken from this phone where it still lies', async () => {
    const picture = await sentPicture({ shelf: shelfOf(paper('a', { vaultId: 'v1' })), fetch: never }, 'v1')
    expect([picture?.type, picture?.size]).toEqual(['image/jpeg', 3])
  })
  test('comes from the vault when it was sent from another phone', async () => {
    const elsewhere = shelfOf(paper('a', { vaultId: 'v1', isHere: false }), paper('b', { vaultId: 'v2' }))
    const picture = await sentPicture({ shelf: elsewhere, fetch: answering('image/png') }, 'v1')
    expect(picture?.type).toBe('image/png')
  })
  test('is nothing without a line, when it was refused, and when it is no picture', async () => {
    for (const fetch of [never, answering('image/jpeg', false), answering('text/html'), answering('application/pdf')])
      expect(await sentPicture({ shelf: shelfOf(), fetch }, 'v1')).toBeNull()
    const pdf = shelfOf(paper('a', { vaultId: 'v1', type: 'application/pdf' }))
    expect(await sentPicture({ shelf: pdf, fetch: answering('image/jpeg') }, 'v1')).toBeNull()
  })
})
