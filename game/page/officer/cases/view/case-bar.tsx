import { LanguageSwitch, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { KeyButton } from '../../view/key-button.tsx'
import { PlaceTabs } from '../../view/place-tabs.tsx'
import { useCases } from './case-context.ts'

/** Whose cases these are, the way back to the queue, and who waits there meanwhile. */
export function CaseBar() {
  const { app, layout } = useOfficer()
  const { catalogue, regions, region, chosenRegion } = useCases()
  const { t } = useText()
  const counter = app.counter.value
  const name = catalogue.value?.region.name ?? regions.find(({ slug }) => slug === region.value)?.name ?? ''
  return (
    <header class="bar">
      <span class="mark" aria-hidden="true" />
      <p class="bar-words">
        <strong>{t('cases.title')}</strong>
        <span>{name}</span>
      </p>
      <PlaceTabs />
      <span class="bar-gap" />
      {counter === null && regions.length > 1 && (
        <select
          class="bar-select"
          aria-label={t('officer.choose.region')}
          value={region.value ?? ''}
          onChange={(event) => {
            chosenRegion.value = event.currentTarget.value
          }}
        >
          {regions.map(({ slug, name: own }) => (
            <option key={slug} value={slug}>
              {own}
            </option>
          ))}
        </select>
      )}
      <span class="bar-name">{app.start.value?.name}</span>
      <LanguageSwitch url={location.pathname + location.search + location.hash} />
      <KeyButton
        shortcut="help"
        class="bar-button is-wide"
        onClick={() => {
          layout.isHelpOpen.value = true
        }}
      >
        {t('officer.keys')}
      </KeyButton>
    </header>
  )
}
