import type { SurveyBoard } from '../../../api/index.ts'
import { profileChoices } from '../../../survey/index.ts'
import { useText } from '../../shared/index.ts'
import { formatCount, formatIndex } from '../state/board-words.ts'

/** Who answered, as far as they said, and how content each group is. */
export function ProfileTables({ board }: { board: SurveyBoard }) {
  const { language, t } = useText()
  return (
    <section class="stack" aria-labelledby="profile-title">
      <h2 id="profile-title">{t('skm.profile')}</h2>
      <div class="profiles">
        {board.profile.map(({ field, cells }) => (
          <div key={field} class="card profile">
            <h3 id={`profile-${field}`}>{t(`skm.profile.${field}`)}</h3>
            <dl aria-labelledby={`profile-${field}`}>
              {[...profileChoices[field], ''].map((choice) => {
                const score = cells.find(({ key }) => key === choice)?.score ?? null
                return (
                  <div key={choice} class="profile-row">
                    <dt>{t(choice === '' ? 'skm.profile.unsaid' : `skm.profile.${field}.${choice}`)}</dt>
                    {score ? (
                      <dd class="number">
                        <strong>{formatIndex(score.ikm, 2, language)}</strong> <span class="soft">({formatCount(score.n, language)})</span>
                      </dd>
                    ) : (
                      <dd class="soft">–</dd>
                    )}
                  </div>
                )
              })}
            </dl>
          </div>
        ))}
      </div>
      <p class="small soft">{t('skm.profile.note')}</p>
    </section>
  )
}
