import type { PriorityReason } from '../../../queue/index.ts'

/** Pictograms on a 24 grid with 2 px strokes, as on the mall's signs. */
const paths: Readonly<Record<PriorityReason, string>> = {
  health: 'M12 20s-8-5-8-10.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15 12 20 12 20zM12 9.5v5M9.5 12h5',
  elderly:
    'M10.5 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM10 9.5c-2 1-3 3-2.5 5.5l-1.5 6M9 14l3 2.5.5 4.5M11 9.5l2 3 3.5 1M17.5 21v-7.5a1.8 1.8 0 0 0-3-1',
  disabled: 'M10 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM10 8.5v6h5.5l2.5 5M10 11h4.5M7.5 11.8a5 5 0 1 0 6.8 6.2',
  pregnant: 'M11 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM10.5 8.5c-2 1.5-2.5 3.5-2.5 7h3V21M11 9c3.5 0 5 2 5 4s-1.5 3-5 3M13 16v5',
  infant:
    'M9 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 8.5c-2 1-2.5 3-2.5 6.5H8V21M11 21v-6M9 8.5l2 4.5h5.5M15.5 7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM13 13c1-2.5 5-2.5 6 0',
}

export function PrioritySign(props: { reason: PriorityReason }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="44"
      height="44"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[props.reason]} />
    </svg>
  )
}
