import { useEffect, useState } from 'preact/hooks'
import type { CaseMark } from '../../../../api/index.ts'
import { Busy, useText } from '../../../shared/index.ts'
import { sentPicture } from '../papers/sent-picture.ts'
import { markPlace } from '../state/mark-place.ts'
import { useCases } from './case-context.tsx'

/** The paper as it was sent, with the officer's rectangle over it; where the picture cannot be had, words say where it was. */
export function MarkedPicture(props: { mark: CaseMark; name: string }) {
  const { mark } = props
  const { shelf } = useCases()
  const { t } = useText()
  const [address, setAddress] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    const show = async () => {
      const picture = await sentPicture({ shelf, fetch: (...asked) => fetch(...asked) }, mark.paper)
      if (isGone) return
      if (picture) made = URL.createObjectURL(picture)
      setAddress(made)
      setMissing(made === null)
    }
    void show()
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [mark.paper])
  if (isMissing) return <p class="small">{t('case.mark.missing', { place: t(`case.mark.at.${markPlace(mark)}`) })}</p>
  if (address === null) return <Busy>{t('case.mark.loading')}</Busy>
  return <MarkedFigure address={address} {...props} />
}

export function MarkedFigure({ address, mark, name }: { address: string; mark: CaseMark; name: string }) {
  const { t } = useText()
  return (
    <figure class="case-marked">
      <div class="case-marked-sheet">
        <img src={address} alt={t('case.mark.picture', { paper: name })} />
        <MarkFrame mark={mark} />
      </div>
      <figcaption class="small">{t('case.mark.place', { place: t(`case.mark.at.${markPlace(mark)}`) })}</figcaption>
    </figure>
  )
}

/** Attributes of a drawing: the page's policy allows no style. White beneath, so that it is seen on dark pictures too. */
function MarkFrame({ mark }: { mark: CaseMark }) {
  const [x, y, width, height] = [mark.x, mark.y, mark.width, mark.height].map((part) => `${part * 100}%`)
  const box = { x, y, width, height, rx: 4 }
  return (
    <svg class="case-mark" aria-hidden="true">
      <rect class="case-mark-under" {...box} />
      <rect class="case-mark-line" {...box} />
    </svg>
  )
}
