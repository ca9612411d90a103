import type { SimWorld, System } from './world.ts'

/**
 * An application's own data and rules in a simulation, the same at both ends: made with `defineExtension`, given to the simulation
 * worker (`runSimWorker`) and to the server (`createHalls`). It holds no state of its own: every world has its own arrays.
 */
export type Extension = {
  readonly name: string
  /** The systems for one world, over arrays made for it. */
  readonly systemsFor: (world: SimWorld, tell: Tell) => readonly System[]
}

/** Tells the host about the avatar `eid`. `data` crosses threads: whatever structured cloning takes. */
type Tell = (eid: number, data: unknown) => void

export type ExtensionEvent = {
  readonly type: 'extension'
  /** Name of the extension that tells. */
  readonly extension: string
  /** Whom it is about; the page knows its own from the event `entered`. */
  readonly netId: number
  readonly data: unknown
}

type ColumnType =
  | Int8ArrayConstructor
  | Uint8ArrayConstructor
  | Int16ArrayConstructor
  | Uint16ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Float32ArrayConstructor
  | Float64ArrayConstructor
type Column = InstanceType<ColumnType>
type Shapes = Readonly<Record<string, Readonly<Record<string, ColumnType>>>>
type Columns<S extends Shapes> = { readonly [C in keyof S]: { readonly [P in keyof S[C]]: InstanceType<S[C][P]> } }

/**
 * @param definition.components for each component its properties as array types; every world gets arrays with a place for each
 * entity id, and an avatar starts with zeros
 * @param definition.systems run in this order in every tick that is simulated, after the step and before zones are told. Ticks in which
 * nobody moves are left out: count by `world.tick`. They read the engine's components and write their own alone, or the ends would part.
 */
export function defineExtension<const S extends Shapes>(definition: {
  readonly name: string
  readonly components: S
  readonly systems: readonly ((world: SimWorld, components: Columns<S>, tell: Tell) => void)[]
}): Extension {
  const { components, name, systems } = definition
  if (name === '') throw new TypeError('definition.name must not be empty: events carry it')
  return {
    name,
    systemsFor(world, tell) {
      const { columns, made } = makeColumns(components, world.capacity + 1)
      const own = systems.map((system): System => {
        return (of) => system(of, made, tell)
      })
      return [clearForNew(columns, world.capacity + 1), ...own]
    },
  }
}

/**
 * Gives a new world the extensions' systems; `tell` hears their events within the tick and must not change the world there.
 * @returns the same world. @throws TypeError when two extensions have one name
 */
export function extendWorld(
  world: SimWorld,
  extensions: readonly Extension[] = [],
  tell: (event: ExtensionEvent) => void = () => {},
): SimWorld {
  const { netId } = world.components.Identity
  const names = new Set<string>()
  for (const { name, systemsFor } of extensions) {
    if (names.has(name)) throw new TypeError(`extensions must have names of their own: there are two called ${name}`)
    names.add(name)
    world.systems.push(...systemsFor(world, (eid, data) => tell({ type: 'extension', extension: name, netId: netId[eid], data })))
  }
  return world
}

function makeColumns<S extends Shapes>(shapes: S, slots: number): { made: Columns<S>; columns: Column[] } {
  const columns: Column[] = []
  const made: Record<string, Record<string, Column>> = {}
  for (const [component, properties] of Object.entries(shapes)) {
    made[component] = {}
    for (const [property, type] of Object.entries(properties)) {
      const column = new type(slots)
      made[component][property] = column
      columns.push(column)
    }
  }
  return { made: made as unknown as Columns<S>, columns }
}

/** An entity id is used again: whoever has it now starts with zeros. */
function clearForNew(columns: readonly Column[], slots: number): System {
  const before = new Uint32Array(slots)
  return (world) => {
    const { netId } = world.components.Identity
    for (let i = 0; i < world.avatars.count; i++) {
      const eid = world.avatars.eids[i]
      if (before[eid] === netId[eid]) continue
      before[eid] = netId[eid]
      for (const column of columns) column[eid] = 0
    }
  }
}
