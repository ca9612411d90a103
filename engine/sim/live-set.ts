import { observe, onAdd, onRemove, type World } from 'bitecs'

/** The entities that have a component, dense, kept up to date by the ECS: reading it costs no query and no garbage. */
export type LiveSet = {
  /** The first `count` are the members, in no order that may matter. */
  readonly eids: Uint32Array
  count: number
}

/**
 * A member that is removed is replaced by the last one: loop from the end when the loop may remove the one it stands at,
 * and never add inside the loop.
 * @param capacity highest entity id
 */
export function createLiveSet(ecs: World, component: object, capacity: number): LiveSet {
  const set = { eids: new Uint32Array(capacity + 1), count: 0 }
  const at = new Int32Array(capacity + 1).fill(-1)
  observe(ecs, onAdd(component), (eid) => {
    if (at[eid] >= 0) return
    at[eid] = set.count
    set.eids[set.count] = eid
    set.count += 1
  })
  observe(ecs, onRemove(component), (eid) => {
    const index = at[eid]
    if (index < 0) return
    set.count -= 1
    const last = set.eids[set.count]
    set.eids[index] = last
    at[last] = index
    at[eid] = -1
  })
  return set
}
