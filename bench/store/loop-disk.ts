import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CodedError } from '@balai/engine/core'

/** A disk of its own, whose power can be cut: ext4 on a loop device over a file. */
export type LoopDisk = {
  /** Where it is mounted. */
  readonly folder: string
  /**
   * The power goes: what was written but not yet flushed to the disk is gone, and the disk comes back as it was then, its journal played.
   * Whoever wrote must have been killed before.
   */
  cutPower(): Promise<void>
  /** Unmounts it and removes the file. */
  remove(): Promise<void>
}

const imageMb = 512
const run = promisify(execFile)

/** @throws CodedError `no-loop-device` where no file can be mounted as a disk: elsewhere than on Linux, or without root */
export async function createLoopDisk(): Promise<LoopDisk> {
  const place = await mkdtemp(join(tmpdir(), 'balai-disk-'))
  const folder = join(place, 'mounted')
  let image = join(place, 'disk-0.img')
  let cuts = 0
  // The kernel's own timers would write what nobody flushed: its journal waits longer than a round takes.
  const mount = async (): Promise<unknown> => run('mount', ['-o', 'loop,commit=300', image, folder])
  const remove = async (): Promise<void> => {
    await run('umount', [folder]).catch(() => undefined)
    await rm(place, { recursive: true, force: true })
  }
  try {
    await run('mkdir', [folder])
    await run('truncate', ['-s', `${imageMb}M`, image])
    await run('mkfs.ext4', ['-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image])
    await mount()
  } catch (error) {
    await remove()
    throw new CodedError(
      'no-loop-device',
      `skipped: a file cannot be mounted as a disk here; run as root on Linux (${(error as Error).message})`,
    )
  }
  return {
    folder,
    async cutPower() {
      const survivor = join(place, `disk-${++cuts}.img`)
      // The file under the device holds what has reached the disk. Pages of the mounted filesystem that nobody flushed are not in it.
      await run('cp', ['--sparse=always', image, survivor])
      await run('umount', [folder])
      await rm(image)
      image = survivor
      await mount()
    },
    remove,
  }
}
