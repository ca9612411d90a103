import { text as readAll } from 'node:stream/consumers'
import { CodedError } from '@balai/engine/core'
import type { KeptWords } from '../../game/case/index.ts'
import type { Actor } from '../audit/index.ts'
import type { PaperVault } from '../papers/index.ts'
import { sha256 } from './voice-keys.ts'

/** Words of people, encrypted in the vault: no event, record or log has them. */
export type VoiceWords = {
  /** @param owner whose they are; empty for what is anonymous. @throws text-short */
  keep(text: string, place: { readonly kind: string; readonly owner: string; readonly region: string }): Promise<KeptWords>
  /** Written to the audit before it is read. */
  read(kept: KeptWords, by: Actor, why: string): Promise<string>
}

export const leastLetters = 10

export function createVoiceWords(vault: Pick<PaperVault, 'put' | 'open'>): VoiceWords {
  return {
    async keep(text, place) {
      const bytes = new TextEncoder().encode(JSON.stringify({ text }))
      const paper = await vault.put({ ...place, type: 'application/json', pages: 1, bytes })
      return { paper: paper.id, sha256: sha256(text) }
    },
    async read({ paper }, by, why) {
      const { body } = await vault.open(paper, by, why)
      return (JSON.parse(await readAll(body)) as { text: string }).text
    },
  }
}

/** @throws CodedError text-short */
export function requireWords(text: string, least = leastLetters): string {
  const plain = text.trim()
  if (plain.length < least) throw new CodedError('text-short', `at least ${least} letters are needed, got ${plain.length}`, { least })
  return plain
}
