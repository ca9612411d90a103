/** Pictograms on a 24 grid with 2 px strokes. One path each, so that a page of them stays small. */
export const iconPaths = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14 6l-6 6 6 6',
  next: 'M10 6l6 6-6 6',
  down: 'M6 10l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  swap: 'M7 8l-4 4 4 4M17 8l4 4-4 4M3 12h18',
  check: 'M5 13l4 4L19 7',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  place: 'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21zM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  home: 'M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  mall: 'M3 10l9-6 9 6M5 10v9M19 10v9M3 20h18M9 20v-6h6v6',
  ticket: 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4zM14 6v12',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  fee: 'M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6 10v.01M18 14v.01',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c0-4 3-6 7-6s7 2 7 6',
  video: 'M3 7h12v10H3zM15 11l6-3v8l-6-3',
  'video-off': 'M3 7h8M15 11v6H3V7M15 11l6-3v8l-3-1.5M4 3l16 18',
  sound: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  'sound-off': 'M9 6a3 3 0 0 1 6 0v5M9 10v1a3 3 0 0 0 4 2.8M6 11a6 6 0 0 0 9 5.2M12 17v4M4 3l16 18',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z',
  write: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5',
  send: 'M4 12l16-8-6 16-3-6z',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  door: 'M6 21V4h12v17M4 21h16M14 12h.01',
  wifi: 'M3 9a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M10 16.5a3 3 0 0 1 4 0M12 20h.01',
  'face-1': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 17c1-2.5 7-2.5 8 0M9 10v.01M15 10v.01M7.5 7.5l2 1M16.5 7.5l-2 1',
  'face-2': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 16c1.5-1 5.5-1 7 0M9 10v.01M15 10v.01',
  'face-3': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5c1.5 1.5 5.5 1.5 7 0M9 10v.01M15 10v.01',
  'face-4': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.5 13.5c1 4.5 8 4.5 9 0zM9 9.5v.01M15 9.5v.01',
  // One for each wing, as on the mall's signs; the slug is the name.
  kependudukan:
    'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM9 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM6 16c.5-2.2 5.5-2.2 6 0M15 10h3M15 14h3',
  pajak: 'M5 12l1.8-5.5h10.4L19 12M4 12h16v5H4zM6 17v2.5M18 17v2.5M7.5 14.5h1M15.5 14.5h1',
  kesehatan: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z',
  usaha: 'M4 9l1.5-4.5h13L20 9M4 9c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0M5.5 12.5v7h13v-7M10 19.5V15h4v4.5',
  sosial:
    'M8.5 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM4 19.5V15c0-4 9-4 9 0v4.5M17 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM14.5 19.5V17c0-2.2 5.5-2.2 5.5 0v2.5',
  perbankan: 'M4 9.5L12 4l8 5.5zM6.5 10v6.5M12 10v6.5M17.5 10v6.5M4 19.5h16',
} as const

export type IconName = keyof typeof iconPaths

/** A pictogram in the colour of the text beside it. It says nothing to a screen reader: the words beside it do. */
export function Icon(props: { name: IconName; size?: number; class?: string }) {
  const size = props.size ?? 24
  return (
    <svg
      class={props.class}
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
      <path d={iconPaths[props.name]} />
    </svg>
  )
}
