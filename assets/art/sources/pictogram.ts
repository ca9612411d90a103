import type { Wing } from '../palette.ts'

/** What the places of a mall are besides its wings. */
export const placeNames = [
  'info',
  'up',
  'down',
  'stairs',
  'escalator',
  'lift',
  'toilet',
  'lactation',
  'musala',
  'telehealth',
  'meeting',
  'children',
  'drive',
  'stage',
  'map',
  'gate',
  'greeter',
  'shoes',
] as const
export type PlaceName = (typeof placeNames)[number]

/** Pictograms on a grid of 24 with strokes of 2, to be drawn in one colour without filling. */
export const pictograms: Record<Wing | PlaceName, string> = {
  // A card with a face and two lines.
  kependudukan:
    '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="10.500" r="2"/><path d="M6 16C6.500 13.800 11.500 13.800 12 16M15 10H18M15 14H18"/>',
  // A car from the front, on its papers' line.
  pajak: '<path d="M5 12L6.800 6.500H17.200L19 12M4 12H20V17H4ZM6 17V19.500M18 17V19.500M7.500 14.500H8.500M15.500 14.500H16.500"/>',
  kesehatan: '<path d="M9 4H15V9H20V15H15V20H9V15H4V9H9Z"/>',
  // A shop front with an awning.
  usaha:
    '<path d="M4 9L5.500 4.500H18.500L20 9M4 9C4 12 8 12 8 9C8 12 12 12 12 9C12 12 16 12 16 9C16 12 20 12 20 9M5.500 12.500V19.500H18.500V12.500M10 19.500V15H14V19.500"/>',
  // Two people, a small one at hand.
  sosial:
    '<circle cx="8.500" cy="6.500" r="2.500"/><path d="M4 19.500V15C4 11 13 11 13 15V19.500M16.800 12.500V12.400"/><circle cx="17" cy="11" r="1.800"/><path d="M14.500 19.500V17C14.500 14.800 20 14.800 20 17V19.500"/>',
  // A bank with columns under its roof.
  perbankan: '<path d="M4 9.500L12 4L20 9.500ZM6.500 10V16.500M12 10V16.500M17.500 10V16.500M4 19.500H20"/>',
  info: '<circle cx="12" cy="6" r=".8"/><path d="M9.500 11H12V18M9 18H15"/>',
  up: '<path d="M12 19V5M6 11L12 5L18 11"/>',
  down: '<path d="M12 5V19M6 13L12 19L18 13"/>',
  stairs: '<path d="M4 19.500H8V15.500H12V11.500H16V7.500H20.500"/>',
  // Two rails with a person between them.
  escalator:
    '<path d="M4 20H8.500L18 10.500H20.500M4 15.500H6.500L13 9"/><circle cx="16.500" cy="4.500" r="1.500"/><path d="M16.500 7.500V10"/>',
  // A cabin with a person, arrows beside it.
  lift: '<rect x="3" y="3.500" width="11" height="17" rx="1.500"/><circle cx="8.500" cy="9" r="1.400"/><path d="M6.500 16.500V14C6.500 12.200 10.500 12.200 10.500 14V16.500M17.200 9.500L19.500 6.500L21.800 9.500M17.200 14.500L19.500 17.500L21.800 14.500"/>',
  toilet:
    '<circle cx="10.500" cy="4.500" r="1.700"/><path d="M10.500 8V14H16L18.500 19.500M10.500 10.500H15M8 11.500A5 5 0 1 0 14.500 18.300"/>',
  // A mother's head bent over a child in her arm.
  lactation:
    '<circle cx="10" cy="5.500" r="2.500"/><path d="M5 20V14.500C5 10 12 10 13 13L15.500 15.500"/><circle cx="16.500" cy="12.500" r="1.800"/><path d="M9 16.500C11 20 17 20 19 16.500"/>',
  // A dome with a crescent.
  musala: '<path d="M4 20H20M6 20V14.500C6 11 12 10.500 12 7.500C12 10.500 18 11 18 14.500V20M12 4.500V4M10 20V17C10 15 14 15 14 17V20"/>',
  // A screen with a cross.
  telehealth:
    '<rect x="3" y="4.500" width="18" height="12.500" rx="2"/><path d="M12 7.800V13.700M9 10.750H15M8.500 20.500H15.500M12 17V20.500"/>',
  // Two balloons that talk.
  meeting: '<path d="M4 5H14V12H9L6.500 14.500V12H4ZM17 9.500H20V16.500H18V19L15.500 16.500H11V15"/>',
  // A ball and building blocks.
  children: '<circle cx="8" cy="8" r="3.500"/><path d="M4 14.500H11V20.500H4ZM14.500 10H20.500V20.500H14.500ZM17.500 6.500V4.500"/>',
  // A scooter.
  drive:
    '<circle cx="6.500" cy="18" r="2.500"/><circle cx="18" cy="18" r="2.500"/><path d="M3.500 14C4 11 9 11 10 14L11.500 17.500H14.500C14.500 14.500 15.500 13.500 17 13L15 6H12M4.500 9.500H9"/>',
  // A microphone.
  stage:
    '<rect x="9" y="3" width="6" height="10" rx="3"/><path d="M5.500 11C5.500 18 18.500 18 18.500 11M12 16.500V20.500M8.500 20.500H15.500"/>',
  map: '<path d="M3.500 6.500L9 4.500L15 6.500L20.500 4.500V17.500L15 19.500L9 17.500L3.500 19.500ZM9 4.500V17.500M15 6.500V19.500"/>',
  // The globe, for other malls.
  gate: '<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12H20.500M12 3.500C7.500 8 7.500 16 12 20.500C16.500 16 16.500 8 12 3.500"/>',
  // Somebody who waves.
  greeter:
    '<circle cx="10" cy="6" r="2.800"/><path d="M4.500 20V16C4.500 11 15.500 11 15.500 16V20M18 12V6.500M16 4.500L18 6.500L20 4.500"/>',
  shoes: '<path d="M3.500 15.500V9L8 11.500L11.500 14.500H17C20 14.500 20.500 16 20.500 18.500H3.500ZM11.500 14.500L13 12.500"/>',
}
