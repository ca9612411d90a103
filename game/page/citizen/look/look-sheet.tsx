import { useEffect, useMemo, useState } from 'preact/hooks'
import { packLook, unpackLook } from '../../../../assets/art/look.ts'
import { Sheet, useText } from '../../shared/index.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { groupsOf, type Part, readyGroup } from './choices.ts'
import { clothNames } from './colour-names.ts'
import { PartTabs } from './part-tabs.tsx'
import { PersonPicture } from './person-picture.tsx'
import { openWardrobe, type Wardrobe } from './wardrobe.ts'
import './look.css'

export type LookSheetProps = {
  /** How the person looks now, packed. */
  readonly value: number
  /** With the look that was chosen, packed; with null when the person would not choose. */
  readonly onDone: (look: number | null) => void
}

/** Pixels of the small sheet for one at 1×: the large picture is this large on most screens. */
const pictureScale = 4

/** One screen to choose how one looks: eight ready-made people, and what can be changed on each. */
export function LookSheet({ value, onDone }: LookSheetProps) {
  const { t } = useText()
  const [look, setLook] = useState(() => unpackLook(value))
  const [part, setPart] = useState<Part>('head')
  const [wardrobe, setWardrobe] = useState<Wardrobe | null | 'none'>(null)
  useEffect(() => {
    let isGone = false
    const dress = async () => {
      const opened = await openWardrobe(pictureScale)
      if (!isGone) setWardrobe(opened)
    }
    dress().catch(() => setWardrobe('none'))
    return () => {
      isGone = true
    }
  }, [])
  const isBare = wardrobe === 'none'
  const groups = useMemo(() => groupsOf(part, look), [part, look])
  const words = t('look.preview', {
    head: t(`look.head.${look.head}`),
    top: t(`look.top.${look.topKind}`),
    colour: t(`look.colour.${clothNames[look.top]}`),
    aid: t(`look.aid.${look.aid}`),
  })
  const foot = (
    <div class="look-foot">
      <button type="button" class="button" onClick={() => onDone(null)}>
        {t('look.skip')}
      </button>
      <button type="button" class="button main" onClick={() => onDone(packLook(look))}>
        {t('look.use')}
      </button>
    </div>
  )
  return (
    <Sheet title={t('look.title')} class={isBare ? 'look-sheet is-bare' : 'look-sheet'} onClose={() => onDone(null)} foot={foot}>
      <div class="look-top">
        <div class="look-mirror">
          {wardrobe !== null && wardrobe !== 'none' && (
            <PersonPicture wardrobe={wardrobe} look={look} crop="whole" width={100} height={148} label={words} />
          )}
        </div>
        <ChoiceGroup group={readyGroup} look={look} wardrobe={wardrobe} onChoose={setLook} />
      </div>
      {isBare && (
        <p class="small soft" role="status">
          {t('look.no-pictures')}
        </p>
      )}
      <PartTabs part={part} onPart={setPart} />
      <div id="look-panel" class="look-panel" role="tabpanel" aria-labelledby={`look-tab-${part}`}>
        {groups.map((group) => (
          <ChoiceGroup key={group.id} group={group} look={look} wardrobe={wardrobe} onChoose={setLook} />
        ))}
      </div>
    </Sheet>
  )
}
