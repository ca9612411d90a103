import type { DeviceKeep } from './device-keep.ts'

/** The same keep, which tells after a record of such a name has been written or taken away, and after all of them have. */
export function watchNames(keep: DeviceKeep, prefixes: readonly string[], onChange: () => void): DeviceKeep {
  const told = async (name: string, work: Promise<void>) => {
    await work
    if (prefixes.some((prefix) => name.startsWith(prefix))) onChange()
  }
  return {
    ...keep,
    write: (name, value) => told(name, keep.write(name, value)),
    remove: (name) => told(name, keep.remove(name)),
    async destroy() {
      await keep.destroy()
      onChange()
    },
  }
}
