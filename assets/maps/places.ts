import { signUpM } from './hall.ts'
import { addZone, type Plan, put } from './plan.ts'
import type { Area } from './tiled.ts'

/** Places with a name: rooms, and the ways between floors. */

/** A door in a wall that is there already, the mark on the floor before it, and the room that it stands for. */
export function doorInWall(plan: Plan, x: number, z: number, wall: 'north' | 'west', which: 'toilet' | 'lactation' | 'musala'): void {
  put(plan, 'things', x, z, `wall/${wall}-${which}`)
  const [inX, inZ] = wall === 'north' ? [x, z + 1] : [x + 1, z]
  put(plan, 'ground', inX, inZ, `floor/mark-${which}`)
  if (wall === 'west') for (const light of [2, 3]) put(plan, 'light', x + light, z, null)
  room(plan, which, { x0: inX, z0: inZ, x1: inX + 1, z1: inZ + 1 }, which)
}

/** How rooms are called, Indonesian and English, by what they are. */
const roomNames = {
  toilet: ['Toilet ramah disabilitas', 'Accessible toilet'],
  lactation: ['Ruang menyusui', 'Lactation room'],
  musala: ['Musala', 'Prayer room'],
  telehealth: ['Ruang dokter jarak jauh', 'Tele-health room'],
  meeting: ['Ruang konsultasi', 'Consultation room'],
  children: ['Pojok anak', "Children's corner"],
  drive: ['Layanan tanpa turun', 'Drive-thru'],
  stage: ['Panggung', 'Stage'],
  map: ['Denah mal', 'Map of the mall'],
  greeter: ['Penyambut tamu', 'Greeter'],
  info: ['Informasi', 'Reception'],
  lift: ['Lift', 'Lift'],
  stairs: ['Tangga', 'Stairs'],
  escalator: ['Eskalator', 'Escalator'],
} as const

/** A place that has a name: where one stands to be in it, and where a sign hangs, should nothing that stands there show what it is. */
export function room(
  plan: Plan,
  name: string,
  area: Area,
  icon: keyof typeof roomNames,
  sign?: { x: number; z: number },
  number?: number,
): void {
  const [label, labelEn] = roomNames[icon]
  const ending = number === undefined ? '' : ` ${number}`
  addZone(plan, 'room', name, area, {
    label: `${label}${ending}`,
    labelEn: `${labelEn}${ending}`,
    icon,
    ...(sign && { sign: `sign/${icon}`, signX: sign.x, signY: signUpM, signZ: sign.z }),
  })
}

/** What each portal is called. */
const portalNames = { stairs: ['Tangga', 'Stairs'], escalator: ['Eskalator', 'Escalator'], lift: ['Lift', 'Lift'] } as const

/**
 * Where one steps in to come out at the landing `to`. `face` is the way one looks then, 0 to 31: 0 east, 8 south, 16 west, 24 north.
 */
export function portal(plan: Plan, name: string, area: Area, by: keyof typeof portalNames, to: string, face: number): void {
  const [label, labelEn] = portalNames[by]
  addZone(plan, 'portal', name, area, { to, by, label, labelEn, face })
}

/** Where one comes out: a metre around a point. */
export function landing(plan: Plan, name: string, x: number, z: number): void {
  addZone(plan, 'landing', name, { x0: x - 0.5, z0: z - 0.5, x1: x + 0.5, z1: z + 0.5 })
}
