import { useState } from 'preact/hooks'
import { profileChoices, profileFields, type Profile } from '../../../survey/index.ts'
import { createTranslate, useText, type Messages, type Translate } from '../../shared/index.ts'

// The words of the public board: who answered is told there in the same ones.
const words = import.meta.glob<Messages>('../../../../assets/locales/*/skm.json', { import: 'default' })

/** What a respondent may say of themselves; folded, and nothing of it is asked again. Its words come when it is opened. */
export function ProfilePart(props: { profile: Profile; onChange: (profile: Profile) => void }) {
  const { language, t } = useText()
  const [told, setTold] = useState<Translate | null>(null)
  const open = () => {
    if (told !== null) return
    void words[`../../../../assets/locales/${language}/skm.json`]()
      .then((messages) => setTold(() => createTranslate(messages)))
      .catch(() => undefined)
  }
  return (
    <details class="survey-profile" onToggle={open}>
      <summary class="button wide">{t('survey.profile')}</summary>
      <p class="small soft">{t('survey.profile-why')}</p>
      {told !== null &&
        profileFields.map((field) => (
          <label key={field} class="field">
            <span class="field-label">{told(`skm.profile.${field}`)}</span>
            <select
              class="input"
              value={props.profile[field] ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const { [field]: _, ...rest } = props.profile
                props.onChange(value === '' ? rest : { ...rest, [field]: value })
              }}
            >
              <option value="">{told('skm.profile.unsaid')}</option>
              {profileChoices[field].map((choice) => (
                <option key={choice} value={choice}>
                  {told(`skm.profile.${field}.${choice}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
    </details>
  )
}
