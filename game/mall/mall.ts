import { pathRadiusM } from '@balai/engine/core'
import {
  createClearance,
  createNavigation,
  parseTiledMap,
  requireReachable,
  zonesOfKind,
  type SpaceMap,
  type Zone,
} from '@balai/engine/space'
import type { Agency, Catalogue, Localized, Region, WingSlug } from '../api/index.ts'
import { MallError } from './mall-errors.ts'
import { type MallCounter, type MallSpot, type RoomSpot, spotsOf } from './spots.ts'
import { type MallStorey, storeysOf } from './storeys.ts'

/** A region's mall: who is in it, and where. */
export type Mall = {
  readonly region: Region
  readonly catalogue: Catalogue
  readonly map: SpaceMap
  /** In file order of the map. */
  readonly counters: readonly MallCounter[]
  readonly wings: readonly MallWing[]
  /** At least one. */
  readonly storeys: readonly MallStorey[]
  /** Where one can be led to: counters first, then rooms, then ways to other malls. */
  readonly spots: readonly MallSpot[]
  /** One for each counter, in the same order, then those of the rooms that have one. */
  readonly signs: readonly MallSign[]
}

export type MallWing = { readonly wing: WingSlug; readonly zone: Zone }

/** What hangs over a counter (in its wing's colour, with its number and the agency's short name) or over a room. World metres. */
export type MallSign = {
  readonly x: number
  readonly z: number
  /** Of the plate over the floor; left out: as high as the engine hangs it. */
  readonly heightM?: number
  /** Picture of the plate: `sign/pajak`, `sign/musala`. */
  readonly frame: string
  /** One to four characters; empty over a room. */
  readonly label: string
  readonly title: Localized
}

/** The six wings, in the order in which people read them. */
export const wingSlugs: readonly WingSlug[] = ['kependudukan', 'pajak', 'kesehatan', 'usaha', 'sosial', 'perbankan']

type MallOptions = {
  readonly region: Region
  readonly catalogue: Catalogue
  /** Parsed `.tmj`. */
  readonly map: unknown
}

/**
 * Reads a region's map against its catalogue, and checks that every counter, room and way out can be walked to from a start.
 *
 * A zone of kind `counter` is a counter: its name is the slug (`loket-01` gives the id `kukar.loket-01`), its property `tenant` the
 * agency, and its property `label` what stands on the sign (without one: the number at the end of the name). Properties `signX`,
 * `signZ` (tiles from the map's corner) and `signY` (metres) put the sign elsewhere than over the middle of the zone. A zone of kind `wing` is named by its wing.
 *
 * @throws MapError (engine/space) when the map cannot be read, a counter names an unknown tenant, or a spot cannot be walked to from a start;
 * MallError of `mallErrors` when a counter has no tenant, or a counter's or wing's name means nothing.
 */
export function loadMall(options: MallOptions): Mall {
  const mall = readMall(options)
  const navigation = createNavigation(mall.map, createClearance(mall.map), { radiusM: pathRadiusM })
  for (const kind of ['counter', 'room', 'gate']) requireReachable(mall.map, navigation, 'start', kind)
  return mall
}

/** `loadMall` where the ways have been checked already: a phone need not compute them, nor load what computes them. */
export function readMall({ region, catalogue, map: source }: MallOptions): Mall {
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.slug, agency]))
  const map = parseTiledMap(source, { references: { 'counter.tenant': (value) => agencies.has(value) } })
  const counters = zonesOfKind(map, 'counter').map((zone) => counterAt(region, zone))
  const wings = zonesOfKind(map, 'wing').map(wingAt)
  const storeys = storeysOf(map)
  const spots = spotsOf(map, counters, storeys)
  const signs = [
    ...counters.map((counter) => counterSign(counter, agencies.get(counter.agency)!)),
    ...spots.flatMap((spot) => (spot.kind === 'room' && spot.zone.properties.sign !== undefined ? [roomSign(spot)] : [])),
  ]
  return { region, catalogue, map, counters, wings, storeys, spots, signs }
}

function counterAt(region: Region, zone: Zone): MallCounter {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(zone.name)) throw new MallError('bad-counter-name', `counter "${zone.name}"`, { zone: zone.name })
  const { tenant } = zone.properties
  if (tenant === undefined) throw new MallError('no-tenant', `counter "${zone.name}"`, { zone: zone.name })
  const label = zone.properties.label ?? Number(/\d+$/.exec(zone.name)?.[0] ?? zone.index)
  return { id: `${region.slug}.${zone.name}`, region: region.slug, label: String(label), agency: String(tenant), zone }
}

function wingAt(zone: Zone): MallWing {
  const wing = wingSlugs.find((slug) => slug === zone.name)
  if (!wing) throw new MallError('unknown-wing', `wing "${zone.name}"`, { zone: zone.name })
  return { wing, zone }
}

function counterSign({ label, zone }: MallCounter, { shortName, wing }: Agency): MallSign {
  return { ...hungOver(zone), frame: `sign/${wing}`, label, title: { id: shortName, en: shortName } }
}

function roomSign({ name, zone }: RoomSpot): MallSign {
  return { ...hungOver(zone), frame: String(zone.properties.sign), label: '', title: name }
}

function hungOver({ properties, x0, x1, z0, z1 }: Zone): Pick<MallSign, 'x' | 'z' | 'heightM'> {
  const { signX, signY, signZ } = properties
  return {
    x: typeof signX === 'number' ? signX : (x0 + x1) / 2,
    z: typeof signZ === 'number' ? signZ : (z0 + z1) / 2,
    ...(typeof signY === 'number' && { heightM: signY }),
  }
}
