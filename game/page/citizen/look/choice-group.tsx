import type { Look } from '../../../../assets/art/look.ts'
import { useText } from '../../shared/index.ts'
import { type Choice, type Group, isChosen } from './choices.ts'
import { PersonPicture } from './person-picture.tsx'
import type { Wardrobe } from './wardrobe.ts'

type Props = {
  readonly group: Group
  readonly look: Look
  /** null while pictures are on their way; `none` when they do not come. */
  readonly wardrobe: Wardrobe | null | 'none'
  readonly onChoose: (look: Look) => void
}

const sizes = { whole: [46, 64], head: [47, 48], top: [47, 48], bottom: [47, 48] } as const

/** Radio buttons that are drawn as pictures, colours or words; arrows go through them, as in every such group. */
export function ChoiceGroup({ group, look, wardrobe, onChoose }: Props) {
  const { t } = useText()
  const title = t(group.id === 'ready' ? 'look.ready' : `look.group.${group.id}`)
  return (
    <fieldset class={`look-group is-${group.shown}`}>
      <legend class={group.id === 'ready' ? 'visually-hidden' : ''}>{title}</legend>
      {group.choices.map((choice) => (
        <label key={choice.id} class="look-choice">
          <input
            type="radio"
            name={`look-${group.id}`}
            value={choice.id}
            checked={isChosen(choice, look)}
            aria-label={t(choice.name, choice.values)}
            onChange={() => onChoose(choice.look)}
          />
          <span class="look-face">
            <Face group={group} choice={choice} wardrobe={wardrobe} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Face({ group, choice, wardrobe }: Pick<Props, 'group' | 'wardrobe'> & { choice: Choice }) {
  const { t } = useText()
  if (choice.colour) return <span class="look-spot" style={{ background: choice.colour }} />
  const words = <span aria-hidden="true">{t(choice.name, choice.values)}</span>
  if (group.shown === 'words' || group.shown === 'colour' || wardrobe === 'none') return words
  const [width, height] = sizes[group.shown]
  if (!wardrobe) return <span style={{ height: `${height}px` }} />
  const picture = <PersonPicture wardrobe={wardrobe} look={choice.look} crop={group.shown} width={width} height={height} />
  return group.id === 'aid' ? (
    <>
      {picture}
      {words}
    </>
  ) : (
    picture
  )
}
