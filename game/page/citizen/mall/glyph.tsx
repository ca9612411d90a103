/** The mall's own pictograms, on the same 24 grid as the page's: here, so that the list does not carry them. */
const glyphs = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  plan: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  hand: 'M8 13V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0V14c0 4-2.5 6.5-6 6.5-2.5 0-4-1-5.3-3.3L3.6 14a1.5 1.5 0 0 1 2.4-1.7L8 14.5',
  me: 'M12 3v4M12 17v4M3 12h4M17 12h4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
} as const

export function Glyph(props: { path: string; size?: number }) {
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
      <path d={props.path} />
    </svg>
  )
}

export function MallIcon(props: { name: keyof typeof glyphs; size?: number }) {
  return <Glyph path={glyphs[props.name]} size={props.size} />
}
