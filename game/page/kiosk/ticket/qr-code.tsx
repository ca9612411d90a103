import { useMemo } from 'preact/hooks'
import { qrPath } from './qr-path.ts'

/** @param props.name what a screen reader says of it */
export function QrCode(props: { text: string; name: string }) {
  const { size, path } = useMemo(() => qrPath(props.text), [props.text])
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.name} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
