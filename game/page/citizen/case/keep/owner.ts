import type { SessionView } from '../../../../api/index.ts'
import type { DeviceKeep } from './device-keep.ts'

const ownerName = 'owner'

/**
 * Makes sure that what is kept belongs to who is signed in. A phone is often shared: another citizen's drafts and papers are destroyed, not hidden.
 * What was begun before anybody signed in becomes theirs.
 * @returns false when the keep was emptied
 */
export async function ownKeep(keep: DeviceKeep, session: SessionView | null): Promise<boolean> {
  if (session?.role !== 'citizen') return true
  const owner = `${session.nikMasked} ${session.phoneMasked}`
  const before = await keep.read<string>(ownerName)
  if (before === owner) return true
  if (before !== null) await keep.destroy()
  await keep.write(ownerName, owner)
  return before === null
}
