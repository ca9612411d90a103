import type { Figure } from '@balai/engine/host'
import type { Scene } from '@balai/engine/host/browser'
import type { Zone } from '@balai/engine/space'
import { effect } from '@preact/signals'
import type { Mall } from '../../../mall/index.ts'
import type { CitizenApp } from '../app/citizen-app.ts'

/**
 * Officers stand behind the counters that are open now, and somebody who helps behind the reception's desk: where one is served is seen from
 * afar. They are drawn, not walked: an officer sits at an office machine somewhere.
 * @returns what ends it
 */
export function showStaff(app: CitizenApp, scene: Scene, mall: Mall): () => void {
  const receptions = mall.map.zones.filter((zone) => zone.kind === 'reception')
  let stop = () => {}
  let isGone = false
  const begin = async () => {
    const { greeterLook, officerLook } = await import('../../../../assets/art/ready-made.ts')
    if (isGone) return
    let shown: string | null = null
    stop = effect(() => {
      const open = new Set((app.queue.value?.counters ?? []).filter((row) => row.isOpen).map((row) => row.counter))
      const staffed = mall.counters.flatMap(({ id, zone }, i) => (open.has(id) ? figureAt(zone, officerLook(i * 7 + 3)) : []))
      const now = [...open].sort().join(' ')
      if (now === shown) return
      shown = now
      scene.setFigures([...staffed, ...receptions.flatMap((zone) => figureAt(zone, greeterLook(2)))])
    })
  }
  // Without them the hall is as useful: the sheets say who is open.
  begin().catch(() => undefined)
  return () => {
    isGone = true
    stop()
  }
}

/** A zone's properties `staffX` and `staffZ` say where its officer stands, metres, and `staffFacing` which way. */
function figureAt({ properties }: Zone, look: number): Figure[] {
  const { staffX, staffZ, staffFacing } = properties
  if (typeof staffX !== 'number' || typeof staffZ !== 'number') return []
  return [{ x: staffX, z: staffZ, facing: typeof staffFacing === 'number' ? staffFacing : 0, look, flags: 0 }]
}
