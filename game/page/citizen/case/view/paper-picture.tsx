import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../../shared/index.ts'
import type { KeptPaper } from '../draft/draft.ts'
import { useCases } from './case-context.tsx'

/** A small view of a paper on this device; a sheet of paper for what is a PDF, or lies only in the vault. */
export function PaperPicture(props: { paper: KeptPaper }) {
  const { shelf } = useCases()
  const { paper } = props
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!paper.isHere || paper.type !== 'image/jpeg') return
    let made: string | null = null
    let isGone = false
    const show = async () => {
      const bytes = await shelf.bytes(paper.id)
      if (!bytes || isGone) return
      made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
      setAddress(made)
    }
    void show()
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [paper.id])
  return (
    <span class="case-thumb" aria-hidden="true">
      {address ? <img src={address} alt="" /> : <Icon name="paper" size={32} />}
    </span>
  )
}
