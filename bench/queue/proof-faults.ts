import type { Rng } from '@balai/engine/core'
import { verifyProof, type ProofHead, type ProofLine, type PublicEvent, type QueueEvent } from '../../game/queue/index.ts'
import { chain, sealDay, sha256 } from './seal-day.ts'

/** An export that was altered, and the line at which it must fail. */
type Altered = { readonly how: string; readonly head: ProofHead; readonly lines: readonly ProofLine[]; readonly line: number }

/** Exports the day, and says what is wrong with the proof: an honest export must be good, and each altered one fail at its line. */
export async function checkProof(head: ProofHead, events: readonly QueueEvent[], rng: Rng): Promise<string[]> {
  const lines = JSON.parse(JSON.stringify(sealDay(head, events))) as ProofLine[]
  const report = await verifyProof(head, lines, sha256)
  if (!report.ok)
    return [
      `an honest export fails at line ${report.line} (${JSON.stringify(lines[report.line - 1]?.event)}): ${report.reason}, ${report.detail}`,
    ]
  const wrong: string[] = []
  const calls = events.filter(({ type }) => type === 'called').length
  const jumps = events.filter((event) => event.type === 'called' && event.basis !== 'turn').length
  if (report.calls !== calls || report.jumps.length !== jumps)
    wrong.push(`the proof tells ${report.calls} calls, ${report.jumps.length} out of turn; there were ${calls}, ${jumps}`)
  for (const altered of alterations(head, lines, rng)) {
    const found = await verifyProof(altered.head, altered.lines, sha256)
    const at = found.ok ? 'passes' : `fails at line ${found.line} (${found.reason}: ${found.detail})`
    if (found.ok || found.line !== altered.line) wrong.push(`an export with ${altered.how} ${at}, must fail at line ${altered.line}`)
  }
  return wrong
}

function alterations(head: ProofHead, lines: readonly ProofLine[], rng: Rng): Altered[] {
  if (lines.length < 2) return []
  const index = Math.floor(rng() * (lines.length - 1))
  const line = index + 1
  const edit = (at: number, changes: Readonly<Record<string, unknown>>): ProofLine[] =>
    lines.with(at, { ...lines[at], event: { ...lines[at].event, ...changes } as PublicEvent })
  const rewrite = (at: number, changes: Readonly<Record<string, unknown>>): ProofLine[] => chain(head, edit(at, changes))
  const all: Altered[] = [
    { how: 'a time changed', head, lines: edit(index, { atMs: lines[index].event.atMs + 1 }), line },
    { how: 'a seal changed', head, lines: lines.with(index, { ...lines[index], seal: lines[index].hash }), line },
    { how: 'a line left out', head, lines: lines.toSpliced(index, 1), line },
    { how: 'a line twice', head, lines: lines.toSpliced(index + 1, 0, lines[index]), line: line + 1 },
    { how: 'two lines swapped', head, lines: lines.with(index, lines[index + 1]).with(index + 1, lines[index]), line },
    { how: 'another policy', head: { ...head, policy: { ...head.policy, mostCalls: head.policy.mostCalls + 1 } }, lines, line: 1 },
  ]
  const from = Math.floor(rng() * all.length)
  // Two of them a day: each costs as much as the proof itself.
  const found = [all[from], all[(from + 1) % all.length]]
  const of = (is: (event: PublicEvent) => boolean): number => lines.findIndex(({ event }, at) => at >= index && is(event))
  const turn = of(({ type, basis }) => type === 'called' && basis === 'turn')
  const other = lines
    .slice(0, Math.max(turn, 0))
    .findLast(({ event }) => event.type === 'issued' && event.ticket !== lines[turn].event.ticket)
  if (turn > 0 && other !== undefined) {
    found.push({ how: 'somebody else called, written anew', head, lines: rewrite(turn, { ticket: other.event.ticket }), line: turn + 1 })
  }
  const rejoin = of(({ type }) => type === 'rejoined')
  if (rejoin > 0) {
    const rankMs = Number(lines[rejoin].event.rankMs) - 1
    found.push({ how: 'a better rank, written anew', head, lines: rewrite(rejoin, { rankMs }), line: rejoin + 1 })
  }
  return found
}
