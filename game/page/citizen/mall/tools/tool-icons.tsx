import { pictograms } from '../../../../../assets/art/sources/pictogram.ts'

/** What no sign of the mall shows, on the same 24 grid with strokes of 2. */
const own = {
  way: '<path d="M6 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 17h8a3 3 0 0 0 0-6H8a3 3 0 0 1 0-6h8"/>',
  look: '<path d="M9 4l3 2 3-2 6 3-2 5-2-1v9H7v-9l-2 1-2-5z"/>',
  keyboard: '<path d="M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8"/>',
  sit: '<path d="M7 4v9h9M7 13v7M16 13v7M7 17h9"/>',
  point: '<path d="M3 9h5l2-2h8a1.5 1.5 0 0 1 0 3h-5M13 10h2.5a1.5 1.5 0 0 1 0 3H13M13 13h1.5a1.5 1.5 0 0 1 0 3H10c-2 0-3-1-4-1.5H3"/>',
  place: '<path d="M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z"/>',
}

const drawings: Readonly<Record<string, string>> = { ...pictograms, ...own }

/** Lines of a pictogram, as SVG, by the name that the mall's map and signs use; an unknown one is a place. */
export function drawingOf(name: string): string {
  return Object.hasOwn(drawings, name) ? drawings[name] : own.place
}

/** The same pictograms as on the mall's signs. */
export function ToolIcon(props: { name: string; size?: number }) {
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
      // Lines from this build, nothing from outside.
      dangerouslySetInnerHTML={{ __html: drawingOf(props.name) }}
    />
  )
}
