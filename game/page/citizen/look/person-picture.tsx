import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Look, packLook } from '../../../../assets/art/look.ts'
import type { Wardrobe } from './wardrobe.ts'

/** Part of a person: how many pixels at 1× it is high, and how far above the feet its lower edge lies. */
const crops = {
  whole: { height: 64, below: -8 },
  head: { height: 27, below: 29 },
  top: { height: 24, below: 8.5 },
  bottom: { height: 25, below: -4 },
} as const

type Props = {
  readonly wardrobe: Wardrobe
  readonly look: Look
  readonly crop: keyof typeof crops
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Without it the picture says nothing that is not said beside it. */
  readonly label?: string
}

export function PersonPicture({ wardrobe, look, crop, width, height, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ratio = Math.min(3, window.devicePixelRatio || 1)
  const packed = packLook(look)
  // Before the browser paints: an empty frame would flicker.
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    context.clearRect(0, 0, width * ratio, height * ratio)
    const zoom = (height * ratio) / crops[crop].height
    // A child at the hand is in the picture too.
    const middle = (width * ratio) / 2 + (look.aid === 'child' && crop === 'whole' ? 6 * zoom : 0)
    wardrobe.draw(context, look, middle, height * ratio + crops[crop].below * zoom, zoom)
  }, [wardrobe, packed, crop, width, height])
  return (
    <canvas
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width: `${width}px`, height: `${height}px` }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
