import { netIdIndex } from '@balai/engine/core'
import { createSight, type Frame, messageType, readClientMessage, readServerMessage } from '@balai/engine/net'
import { avatarTick, lateTicks, type SimWorld } from '@balai/engine/sim'
import type { LineWatch } from './fuzz-line.ts'

/** Why the server corrected somebody, or a viewer asked for a state: as the rules have it, or without a reason that they know. */
export type Causes = {
  /** The intent (the news) was more than 60 ticks under way: N5, M10. */
  late: number
  /** The viewer has no physics, or had none when the news left: it cannot follow along walls. N7. */
  walls: number
  unforeseen: number
}
type Cause = keyof Causes

export const noCauses = (): Causes => ({ late: 0, walls: 0, unforeseen: 0 })

export type AuditFindings = { readonly corrections: Causes; readonly lost: Causes; readonly notes: string[] }

/** Frames are told apart by ticks; a viewer's own tick may differ by as much as its clock is wrong. */
const clockTicks = 3

/** Watches one connection and finds a cause for whatever was corrected or asked for. `crowd`: people in each square, as last told. */
export function createLineAudit(
  findings: AuditFindings,
  worlds: { readonly server: () => SimWorld; readonly client: () => SimWorld | null },
): LineWatch & { readonly crowd: ReadonlyMap<number, number> } {
  const corrections = createCorrectionAudit(findings, worlds.server)
  const lost = createLostAudit(findings, worlds)
  return {
    crowd: lost.crowd,
    sends(way, bytes) {
      if (bytes[0] === messageType.lost && way === 'up') lost.asked(bytes)
      if (bytes[0] === messageType.correction && way === 'down') corrections.corrected(bytes)
    },
    receives(way, bytes, arrive) {
      if (way === 'down') return lost.seeing(bytes, arrive)
      corrections.judging(bytes, arrive)
      if (bytes[0] === messageType.able) lost.becameAble()
    },
  }
}

function createCorrectionAudit(findings: AuditFindings, server: () => SimWorld) {
  /** Stamp of the intent that the server is judging; null for one that waited for its tick. */
  let judged: number | null = null
  return {
    judging(bytes: Uint8Array, arrive: () => void) {
      const message = bytes[0] === messageType.intent ? readClientMessage(bytes) : null
      judged = message?.type === 'intent' ? message.stamp : null
      arrive()
      judged = null
    },
    corrected(bytes: Uint8Array) {
      const { tick } = server()
      const cause = judged !== null && judged <= tick - lateTicks ? 'late' : 'unforeseen'
      findings.corrections[cause] += 1
      if (cause === 'unforeseen') findings.notes.push(`tick ${tick}: corrected for reason ${bytes[5]}, stamp ${judged ?? 'that waited'}`)
    },
  }
}

function createLostAudit(findings: AuditFindings, worlds: { readonly server: () => SimWorld; readonly client: () => SimWorld | null }) {
  const sight = createSight()
  const crowd = new Map<number, number>()
  let ownSlot = -1
  /** Slots that the viewer must have lost, until it is told their state. */
  const excused = new Map<number, Cause>()
  /** Up to this tick of the server's, viewers may have lost others at walls. */
  let walledUntil = Number.POSITIVE_INFINITY

  const eidOf = (world: SimWorld, slot: number): number | null => {
    for (let i = 0; i < world.avatars.count; i++)
      if (netIdIndex(world.components.Identity.netId[world.avatars.eids[i]]) === slot) return world.avatars.eids[i]
    return null
  }
  const excuseLate = (world: SimWorld, { changes }: Frame): void => {
    for (const { slot, stamp } of changes) {
      const eid = eidOf(world, slot)
      if (eid !== null && stamp <= avatarTick(world, eid) + clockTicks - lateTicks) excused.set(slot, 'late')
    }
  }
  return {
    crowd: crowd as ReadonlyMap<number, number>,
    seeing(bytes: Uint8Array, arrive: () => void) {
      const world = worlds.client()
      const message = readServerMessage(bytes, sight, world?.tick ?? 0)
      if (message.type === 'welcome') ownSlot = netIdIndex(message.netId)
      if (message.type !== 'frame' || world === null) return arrive()
      for (const { cell, count } of message.crowd) crowd.set(cell, count)
      for (const { slot } of [...message.entered, ...message.states]) excused.delete(slot)
      excuseLate(world, message)
      if (world.physics === null) walledUntil = Number.POSITIVE_INFINITY
      arrive()
      if (world.physics !== null && message.tick > walledUntil) walledUntil = Number.NEGATIVE_INFINITY
    },
    becameAble: () => void (walledUntil = worlds.server().tick),
    asked(bytes: Uint8Array) {
      const message = readClientMessage(bytes)
      // With the own slot it says that a correction was heard.
      if (message.type !== 'lost' || message.slot === ownSlot) return
      const cause = excused.get(message.slot) ?? (walledUntil > Number.NEGATIVE_INFINITY ? 'walls' : 'unforeseen')
      findings.lost[cause] += 1
      excused.set(message.slot, cause)
      if (cause === 'unforeseen') findings.notes.push(`tick ${worlds.server().tick}: slot ${message.slot} was lost`)
    },
  }
}
