/** Every colour of the drawn world. Sources under `sources/` take theirs from here and nowhere else. */

export type Theme = {
  readonly name: 'kutai' | 'jabar' | 'kendari' | 'plain'
  readonly floor: string
  /** Planks of the wings' floor. */
  readonly plank: string
  /** Ironwood: posts, beams, furniture. */
  readonly wood: string
  /** Plaster of the walls. */
  readonly plaster: string
  /** Desk tops, kerbs, plinths. */
  readonly stone: string
  /** Woven mats and panels. */
  readonly rattan: string
  readonly ornament: string
  readonly ornamentGround: string
  readonly ornamentAccent: string
  readonly light: string
  /** Ground of the ornament where it is laid into the floor: between floor and wall in value. */
  readonly inlay: string
  /** The runner from the doors to the first desk. */
  readonly carpet: string
}

export const themes = {
  kutai: {
    name: 'kutai',
    floor: '#EFE3CF',
    plank: '#E6D0AF',
    wood: '#8A5A3C',
    plaster: '#F6EEDF',
    stone: '#E9DDCB',
    rattan: '#D9B985',
    ornament: '#B3202A',
    ornamentGround: '#1E1B18',
    ornamentAccent: '#E9B44C',
    light: '#FFF4D6',
    inlay: '#D6C0A6',
    carpet: '#A8242C',
  },
  jabar: {
    name: 'jabar',
    floor: '#EAF0EE',
    plank: '#DDD6C6',
    wood: '#6E5A48',
    plaster: '#F7F7F2',
    stone: '#E2E7E3',
    rattan: '#D3C29C',
    ornament: '#1F4E79',
    ornamentGround: '#F2E3C2',
    ornamentAccent: '#B8442F',
    light: '#F3FBFF',
    inlay: '#E7DDC3',
    carpet: '#2A5F8E',
  },
  kendari: {
    name: 'kendari',
    floor: '#F1EDE4',
    plank: '#DCD0C0',
    wood: '#5F5148',
    plaster: '#F8F5EF',
    stone: '#E7E1D8',
    rattan: '#CDB994',
    ornament: '#B9BEC4',
    ornamentGround: '#3B2A57',
    ornamentAccent: '#D9A441',
    light: '#FFF3E2',
    inlay: '#B5A8C6',
    carpet: '#4A3370',
  },
  plain: {
    name: 'plain',
    floor: '#EEEEE8',
    plank: '#DCD8CC',
    wood: '#75675A',
    plaster: '#F5F5F0',
    stone: '#E4E4DE',
    rattan: '#C9C2B2',
    ornament: '#5B7F79',
    ornamentGround: '#3A4A47',
    ornamentAccent: '#C7D6D2',
    light: '#FFFFFF',
    inlay: '#D3D9D3',
    carpet: '#4D756F',
  },
} as const satisfies Record<string, Theme>

/** The same in every region; white text on each is at least 4.5:1. */
export const wingColours = {
  kependudukan: '#2F6DB5',
  pajak: '#B84D22',
  kesehatan: '#237A5C',
  usaha: '#7A4FA3',
  sosial: '#C23B6B',
  perbankan: '#5C6B2E',
} as const

export type Wing = keyof typeof wingColours
export const wings = Object.keys(wingColours) as Wing[]

/** Things that look the same in every theme. */
export const common = {
  white: '#FFFFFF',
  shadow: '#4A3420',
  leaf: '#4F8A4C',
  leafLight: '#79AE5B',
  leafDark: '#356B45',
  pot: '#B9693F',
  soil: '#5D4636',
  bark: '#80604A',
  glass: '#CFE6E4',
  glassDeep: '#A9CFCB',
  screen: '#23363D',
  screenGlow: '#8FD3C8',
  metal: '#AEB4B5',
  paper: '#FBF8F0',
  cushion: '#3F7F7A',
  terrace: '#DDD2C0',
  grass: '#BFCF9C',
  rubber: '#3E3A38',
  tail: '#B3202A',
  water: '#9CCBE0',
  /** Paving for those who feel their way. */
  tactile: '#E0A93A',
  /** Air between a high floor and the garden below. */
  haze: '#DBE6E4',
  called: '#FFB020',
  calledRim: '#5A2E00',
  own: '#FFF0B8',
  ownRim: '#8A4B00',
  ink: '#2B2724',
} as const

/** Greys of the frames that are tinted at run time: white is the tint itself. */
export const tintShade = {
  light: '#FFFFFF',
  mid: '#E3E1E4',
  dark: '#C3C0C9',
  deep: '#9D9AA6',
  /** On skin: a warmer shade. */
  skinMid: '#EFDAD2',
  skinDark: '#D8BBB2',
  cheek: '#F3B9AE',
  eye: '#2A201E',
  brow: '#5A4640',
  mouth: '#A8605A',
  /** Shoes, over the tint of the trousers. */
  shoe: '#55505A',
  hairUnderHat: '#4A3F3C',
} as const

type Rgb = readonly [number, number, number]

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** `amount` 0 is all `a`, 1 is all `b`. */
export function mix(a: string, b: string, amount: number): string {
  const [from, to] = [rgbOf(a), rgbOf(b)]
  return hexOf([0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * amount) as unknown as Rgb)
}

const warmWhite = '#FFFBF0'
const warmBlack = '#3A2618'

export const lighten = (colour: string, amount: number): string => mix(colour, warmWhite, amount)
export const darken = (colour: string, amount: number): string => mix(colour, warmBlack, amount)

/** The three tones of a material under light from the upper left, and the line where its edges catch that light. */
export type Tones = { readonly top: string; readonly left: string; readonly right: string; readonly edge: string }

export const tonesOf = (colour: string): Tones => ({
  top: lighten(colour, 0.3),
  left: colour,
  right: darken(colour, 0.22),
  edge: lighten(colour, 0.6),
})

/** WCAG relative luminance contrast, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r, g, blue] = rgbOf(colour).map((part) => {
      const c = part / 255
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** What people's layers are tinted with. The order is part of the packed look: append only. */
export const personColours = {
  skin: ['#F3CDA6', '#E6B587', '#D39B6C', '#BC8256', '#9C6742', '#7A4E33'],
  cloth: [
    '#F7F3EA',
    '#2F4A78',
    '#3F7FB5',
    '#2E7F76',
    '#4E8C4A',
    '#8C9A3E',
    '#E0A637',
    '#D9752E',
    '#B83A35',
    '#A83F6E',
    '#6F4F97',
    '#7B5A41',
    '#B8995C',
    '#3C4148',
    '#7C8791',
    '#8FB0C4',
  ],
  hair: ['#3A302D', '#2C2A33', '#4B3427', '#6A4830', '#56504E', '#9A9691', '#D3CFC9', '#7C3F2A'],
  hijab: ['#2E5E73', '#D9C3A5', '#7E4E6C', '#F1ECE4', '#3E6B4F', '#C7798A', '#3D3B4A', '#B98A3F'],
  peci: ['#35313A', '#4A2630', '#2B3C55', '#3D4A37', '#5A3F2C', '#F0EADF', '#6B2E2A', '#4C4A55'],
  straw: ['#E3C489', '#D6B274', '#CDA566', '#EBD3A0', '#C29A5E', '#DDBB80', '#E8CC96', '#B98F55'],
  kopiah: ['#F4F1E8', '#E9E2D0', '#D9D7D2', '#CFE0D6', '#F0E3C0', '#C9D3DF', '#5B6B4E', '#7A6A5A'],
  cap: ['#2F4A78', '#B83A35', '#2E7F76', '#3C4148', '#E0A637', '#F1ECE4', '#4E8C4A', '#6F4F97'],
  /** Greys under a tint, darker than those of `tintShade`: batik's ground and seeds, belts and ties, a name plate. */
  ground: ['#AEABB6', '#7E7A88', '#6A6670', '#57535E'],
  /** Of a wheelchair, a cane and a cane of the blind: drawn as they are, not tinted. */
  metal: ['#8E969C', '#5A626A', '#3D434A', '#C9CFD2'],
  chairCloth: ['#2F5F8A', '#27496B'],
  cane: ['#9A6840', '#6E4629', '#3E2A1C'],
  whiteCane: ['#FBFAF5', '#D9DAD6', '#C2342D'],
  /** A child in the clothes of the primary school: shirt and its shade, red and its shade, hair, shoes. */
  child: ['#FBF7EE', '#DDD6CB', '#C24A40', '#9C352F', '#3A302D', '#4B4650'],
  /** A baby's sling of brown batik, its shade and its pattern; a bonnet and its shade. */
  baby: ['#8A5A3C', '#6B432B', '#D9B77F', '#FBF4E2', '#E3D6BC'],
  /** Over the child's clothes, so that not every shirt is white. */
  childTint: ['#FFFFFF', '#FFF0C9', '#D6ECF7', '#F9DDE4'],
  /** A greeter's vest over a pale shirt: cloth, its shade, its band, the shirt and its shades. */
  vest: ['#1F7A6C', '#175E54', '#F5C64F', '#F7F3EA', '#E2DDD2', '#C9C3B8'],
} as const
