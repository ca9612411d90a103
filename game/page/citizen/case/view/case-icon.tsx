/** Pictograms of these pages alone; the others are the shared ones. */
const paths = {
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  folder: 'M3 6h7l2 3h9v10H3z',
  stamp: 'M9 4h6l-1 7h4v4H6v-4h4zM5 19h14',
  turn: 'M5 12a7 7 0 1 0 2-5L5 9M5 4v5h5',
} as const

export function CaseIcon(props: { name: keyof typeof paths; size?: number }) {
  const size = props.size ?? 24
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.name]} />
    </svg>
  )
}
