import { describe, expect, it } from 'vitest'
import {
  emptyReturn,
  isTicked,
  lacksSentence,
  markPaper,
  partsOf,
  returnRequest,
  sentenceOf,
  tick,
  write,
} from '../../../../../game/page/officer/cases/state/return-draft.ts'

const name = { type: 'field', name: 'nama' } as const
const card = { type: 'paper', name: 'ktp-el' } as const
const mark = { paper: 'p1', page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }

describe('what is sent back', () => {
  it('is what was ticked, and nothing of what was unticked again', () => {
    let draft = tick(tick(emptyReturn, name), card)
    expect(partsOf(draft)).toEqual([name, card])
    draft = tick(write(draft, name, 'Sesuai KTP'), name)
    expect([isTicked(draft, name), isTicked(draft, card), sentenceOf(draft, name)]).toEqual([false, true, ''])
    expect(returnRequest(draft)).toEqual({ fields: [], papers: [{ requirement: 'ktp-el', sentence: '', mark: null }] })
  })

  it('lacks a sentence until each part has one that is not blank', () => {
    let draft = write(tick(tick(emptyReturn, name), card), name, 'Sesuai KTP')
    expect(lacksSentence(draft)).toEqual(card)
    draft = write(draft, card, '   ')
    expect(lacksSentence(draft)).toEqual(card)
    draft = write(draft, card, ' Buram ')
    expect(lacksSentence(draft)).toBeNull()
    expect(returnRequest(draft)).toEqual({
      fields: [{ field: 'nama', sentence: 'Sesuai KTP' }],
      papers: [{ requirement: 'ktp-el', sentence: 'Buram', mark: null }],
    })
  })

  it('keeps a mark while its sentence is written, and the sentence while it is marked anew', () => {
    let draft = markPaper(write(tick(emptyReturn, card), card, 'Buram'), 'ktp-el', mark)
    draft = write(draft, card, 'Terpotong')
    expect(returnRequest(draft).papers).toEqual([{ requirement: 'ktp-el', sentence: 'Terpotong', mark }])
    expect(returnRequest(markPaper(draft, 'ktp-el', null)).papers[0]).toEqual({ requirement: 'ktp-el', sentence: 'Terpotong', mark: null })
  })

  it('knows a field and a paper of one name apart', () => {
    const draft = tick(emptyReturn, { type: 'field', name: 'kk' })
    expect(isTicked(draft, { type: 'paper', name: 'kk' })).toBe(false)
  })
})
