import type { CatalogueResponse } from '../../../api/index.ts'
import { Icon, pick, useText } from '../../shared/index.ts'
import type { ReceiptStory } from '../check/tell-receipt.ts'
import { formatCount, type RegionClock } from '../region-time.ts'
import { counterLabel, groupOf } from './group-of.ts'
import { reasonWords } from './reason-words.ts'

/** Where a number stood, what happened to it, and who was called before it. */
export function ReceiptStoryCard(props: { catalogue: CatalogueResponse; clock: RegionClock; group: string; story: ReceiptStory }) {
  const { catalogue, clock, story } = props
  const { language, t } = useText()
  const found = groupOf(catalogue, props.group)
  const { overtakers } = story
  return (
    <div class={`story wing-${found?.agency.wing ?? 'none'}`}>
      <p class="story-label number">{story.label ?? t('proof.story.booking')}</p>
      <p class="small soft">
        {found ? pick(found.group.name, language) : props.group} · {t('proof.story.line', { line: formatCount(story.line, language) })}
      </p>
      {story.ahead !== null && (
        <p class="story-place">
          {story.ahead === 0 ? t('proof.story.first') : t('proof.story.place', { place: story.ahead + 1, ahead: story.ahead })}
        </p>
      )}
      <ol class="story-steps">
        {story.steps.map((step) => (
          <li key={step.line}>
            <span class="number soft">{clock(step.atMs)}</span>
            <span>
              {t(`proof.step.${step.type}`)}
              {step.counter !== null && step.type === 'called' && (
                <> · {t('proof.story.counter', { counter: counterLabel(catalogue, step.counter) })}</>
              )}
            </span>
          </li>
        ))}
      </ol>
      {story.ahead !== null && overtakers.length === 0 && (
        <p class="story-clear">
          <Icon name="check" size={20} />
          {t('proof.story.none-before')}
        </p>
      )}
      {overtakers.length > 0 && (
        <>
          <h3>{t('proof.story.before', { count: overtakers.length })}</h3>
          <ol class="jumps">
            {overtakers.map((call) => (
              <li key={call.line}>
                <span class="number soft">{clock(call.atMs)}</span>
                <strong class="number">{call.label}</strong>
                <span>{reasonWords(call, t)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
