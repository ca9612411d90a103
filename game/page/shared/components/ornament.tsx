import type { Theme } from '../../../api/index.ts'

/**
 * A band of the region's weave, drawn as one small pattern that repeats.
 * @param id unique in the document: an SVG pattern is found by it.
 */
export function Ornament(props: { theme: Theme; id: string }) {
  return (
    <svg class="ornament" aria-hidden="true" focusable="false">
      <pattern id={props.id} width="32" height="16" patternUnits="userSpaceOnUse">
        <rect class="ground" width="32" height="16" />
        {marks[props.theme]()}
      </pattern>
      <rect width="100%" height="16" fill={`url(#${props.id})`} />
    </svg>
  )
}

const marks: Record<Theme, () => preact.JSX.Element> = {
  // Ulap doyo: hooks round a diamond.
  kutai: () => (
    <g>
      <path class="a" d="M16 1l7 7-7 7-7-7z" />
      <path class="c" d="M16 5.5l2.5 2.5-2.5 2.5-2.5-2.5z" />
      <path class="line-c" d="M-3 8L3 2v5M35 8l-6-6v5M-3 8l6 6V9M35 8l-6 6V9" />
    </g>
  ),
  // Mega mendung: layered clouds.
  jabar: () => (
    <g>
      <path class="line-a" d="M-2 14c0-8 10-10 12-4 2-8 12-8 12 0 4-4 10-2 12 4" />
      <path class="line-a" d="M3 15c0-4 5-5 6-1M14 15c0-6 6-6 6 0" />
      <path class="c" d="M26 3h4v2h-4zM0 3h3v2H0z" />
    </g>
  ),
  // Tenun Tolaki: a stepped weave in silver and gold.
  kendari: () => (
    <g>
      <path class="a" d="M0 12h4V8h4V4h4V2h8v2h4v4h4v4h4v2H0z" />
      <path class="ground" d="M8 12V9h4V6h8v3h4v3z" />
      <path class="c" d="M14 9h4v3h-4z" />
    </g>
  ),
  plain: () => <path class="a" d="M0 7h12v2H0zM16 4l4 4-4 4-4-4z" />,
}
