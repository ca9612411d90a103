import { MapError } from './map-errors.ts'
import type { SpaceMap, Zone } from './space-map.ts'
import { type Field, fieldOf, finiteNumber, listOf, propertiesOf, show, textOf } from './tiled-fields.ts'

/** For 'zoneKind.property': whether the value names something that exists. */
export type MapReferences = Readonly<Record<string, (value: string) => boolean>>

const maxZones = 4096

/** What Tiled writes for an object that is neither a rectangle nor a point. */
const otherShapes = ['ellipse', 'capsule', 'polygon', 'polyline', 'text', 'template', 'gid']

/**
 * Adds the zones of an object layer. In an isometric map Tiled counts object positions along both tile axes in units of the tile height.
 */
export function readZones(layer: Field, tileHeight: number, { columns, rows }: Pick<SpaceMap, 'columns' | 'rows'>, zones: Zone[]): void {
  for (const entry of listOf(layer, 'objects', 'bad-layer')) {
    const object = fieldOf(entry, `${layer.where}, an object`, 'bad-object')
    const kind = textOf(object, 'type') || textOf(object, 'class')
    const name = textOf(object, 'name') || `${kind} ${show(object.value.id)}`
    const named = { where: `${layer.where}, object '${name}'`, value: object.value }
    if (kind === '') throw new MapError('bad-object', `${named.where} has no class, which is the kind of zone`)
    checkShape(named)
    const [x0, z0, width, depth] = ['x', 'y', 'width', 'height'].map((side) => finiteNumber(named, side, 'bad-object') / tileHeight)
    const zone = { index: zones.length, kind, name, x0, z0, x1: x0 + width, z1: z0 + depth, properties: propertiesOf(named) }
    if (!(x0 >= 0 && z0 >= 0 && width >= 0 && depth >= 0 && zone.x1 <= columns && zone.z1 <= rows)) {
      throw new MapError('bad-object', `${named.where} reaches over the border: columns ${x0} to ${zone.x1}, rows ${z0} to ${zone.z1}`)
    }
    if (zones.some((other) => other.kind === kind && other.name === name)) {
      throw new MapError('duplicate-name', `${named.where}: there is another zone of kind '${kind}' with this name`)
    }
    if (zones.length >= maxZones) throw new MapError('too-large', `${named.where}: the map has more than ${maxZones} zones`)
    zones.push(zone)
  }
}

function checkShape({ where, value }: Field): void {
  if (value.rotation) throw new MapError('bad-object', `${where} is turned by ${show(value.rotation)}°`)
  const shape = otherShapes.find((key) => value[key] !== undefined && value[key] !== false)
  if (shape) throw new MapError('bad-object', `${where} is a ${shape === 'gid' ? 'tile' : shape}`)
}

/** Asks for every property that has a check whether what it names exists. A property that is not there is not asked for. */
export function checkReferences(zones: readonly Zone[], references: MapReferences): void {
  for (const { kind, name, properties } of zones) {
    for (const [property, value] of Object.entries(properties)) {
      const key = `${kind}.${property}`
      if (!Object.hasOwn(references, key) || references[key](String(value))) continue
      const what = `Zone '${name}' (${kind}): ${property} ${show(value)} does not exist`
      throw new MapError('unknown-reference', what, { kind, name, property, value })
    }
  }
}
