import type { KeptWords } from './complaint-state.ts'
import { linkLevy, type LooseLevyEvent } from './levy-chain.ts'
import { retractMs, type LevyChain, type LevyEvent, type LevyOutcome, type LevyState } from './levy-state.ts'
import { accepted, refused, type VoiceDecision, type VoiceErrorCode } from './voice-errors.ts'
import { isFreeIntegrity, isOfRegion, type VoiceOfficer } from './voice-officer.ts'

export type LevyCommand =
  | {
      readonly type: 'seal'
      readonly atMs: number
      readonly id: string
      readonly number: string
      readonly codeHash: string
      readonly agency: string | null
      readonly against: string | null
      readonly facts: KeptWords
    }
  | { readonly type: 'add-words'; readonly atMs: number; readonly id: string; readonly kept: KeptWords }
  | { readonly type: 'retract'; readonly atMs: number; readonly id: string }
  | { readonly type: 'take'; readonly atMs: number; readonly id: string; readonly officer: VoiceOfficer }
  | {
      readonly type: 'close'
      readonly atMs: number
      readonly id: string
      readonly officer: VoiceOfficer
      readonly outcome: LevyOutcome
      readonly kept: KeptWords
    }

type Of<Type extends LevyCommand['type']> = Extract<LevyCommand, { type: Type }>
type Loose = VoiceDecision<LooseLevyEvent>

/** What follows from a command, bound to the end of the region's chain. @param sha256 of a text in UTF-8, hexadecimal */
export function decideLevy(
  chain: LevyChain,
  command: LevyCommand,
  { region, sha256 }: { readonly region: string; readonly sha256: (text: string) => string },
): VoiceDecision<LevyEvent> {
  const decision = decideLoose(chain, command, region)
  if (!decision.ok) return decision
  let { last } = chain
  const events: LevyEvent[] = []
  for (const loose of decision.events) {
    const event = { ...loose, atMs: Math.max(loose.atMs, last?.atMs ?? loose.atMs) } as LooseLevyEvent
    const hash = linkLevy(region, last?.hash ?? null, event, sha256)
    events.push({ ...event, hash } as LevyEvent)
    last = { hash, atMs: event.atMs }
  }
  return accepted(...events)
}

/** Why this officer may not see or handle it; null: they may. */
export function whyNotForIntegrity(
  levy: Pick<LevyState, 'agency' | 'against'>,
  region: string,
  officer: VoiceOfficer,
): VoiceErrorCode | null {
  if (levy.against === officer.id) return 'complained-about'
  if (isFreeIntegrity(officer, region, levy.agency)) return null
  return officer.roles.has('integrity') && isOfRegion(officer, region) ? 'complained-about' : 'not-for-you'
}

function decideLoose(chain: LevyChain, command: LevyCommand, region: string): Loose {
  const levy = chain.levies.get(command.id)
  if (command.type === 'seal') return levy === undefined ? accepted({ ...command, type: 'sealed' } as const) : accepted()
  if (levy === undefined) throw new TypeError(`a report is sealed first, got ${command.type}`)
  switch (command.type) {
    case 'add-words':
      return decideWords(levy, command)
    case 'retract':
      return decideRetract(levy, command)
    case 'take':
      return decideTake(levy, command, region)
    case 'close':
      return decideClose(levy, command, region)
  }
}

function decideWords(levy: LevyState, { atMs, id, kept }: Of<'add-words'>): Loose {
  if (levy.state === 'closed' || levy.state === 'retracted') return refused('voice-state', { state: levy.state })
  return accepted({ type: 'words-added', atMs, id, kept })
}

function decideRetract(levy: LevyState, { atMs, id }: Of<'retract'>): Loose {
  if (levy.state === 'retracted') return accepted()
  if (levy.state !== 'sealed') return refused('voice-state', { state: levy.state })
  if (atMs - levy.sealedAtMs > retractMs) return refused('retract-late')
  return accepted({ type: 'retracted', atMs, id })
}

function decideTake(levy: LevyState, { atMs, id, officer }: Of<'take'>, region: string): Loose {
  const why = whyNotForIntegrity(levy, region, officer)
  if (why !== null) return refused(why)
  if (levy.state === 'in-hand') return levy.holder === officer.id ? accepted() : refused('in-other-hands')
  if (levy.state !== 'sealed') return refused('voice-state', { state: levy.state })
  return accepted({ type: 'taken', atMs, id, by: officer.id })
}

function decideClose(levy: LevyState, { atMs, id, officer, outcome, kept }: Of<'close'>, region: string): Loose {
  const why = whyNotForIntegrity(levy, region, officer)
  if (why !== null) return refused(why)
  if (levy.state !== 'in-hand' || levy.holder !== officer.id) return refused('not-in-hand')
  return accepted({ type: 'closed', atMs, id, by: officer.id, outcome, kept })
}
