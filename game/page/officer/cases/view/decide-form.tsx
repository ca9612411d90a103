import { useState } from 'preact/hooks'
import type { OfficerCaseView } from '../../../../api/index.ts'
import { Icon, useText } from '../../../shared/index.ts'
import { documentText, proposeDocument, type DocumentDraft } from '../state/document-draft.ts'
import { useCases } from './case-context.ts'
import { Send } from './reason-forms.tsx'

const most = { title: 120, label: 60, text: 240, lines: 24 } as const

/** What will stand on the document, line by line; begun from what was written, and changed by who decides. Nothing else of the case goes into it. */
export function DecideForm(props: { current: OfficerCaseView }) {
  const { desk } = useCases()
  const { t } = useText()
  const [draft, setDraft] = useState<DocumentDraft>(() => proposeDocument(desk.standard.peek(), props.current.answers ?? {}))
  const text = documentText(draft)
  const isOff = text === null
  const put = (index: number, change: Partial<DocumentDraft['lines'][number]>) =>
    setDraft({ ...draft, lines: draft.lines.map((line, at) => (at === index ? { ...line, ...change } : line)) })
  const submit = (event: Event) => {
    event.preventDefault()
    if (text !== null) void desk.act('decide', { text })
  }
  return (
    <form class="stack" onSubmit={submit}>
      <p class="soft">{t('cases.decide.how')}</p>
      <label class="field-label" for="document-title">
        {t('cases.decide.title')}
      </label>
      <input
        id="document-title"
        class="input"
        autocomplete="off"
        maxLength={most.title}
        value={draft.title}
        onInput={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
      />
      <fieldset class="document-lines">
        <legend class="field-label">{t('cases.decide.lines')}</legend>
        {draft.lines.map((line, index) => (
          <div key={line.key} class="document-line">
            <input
              class="input"
              autocomplete="off"
              aria-label={t('cases.decide.label', { number: index + 1 })}
              maxLength={most.label}
              value={line.label}
              onInput={(event) => put(index, { label: event.currentTarget.value })}
            />
            <input
              class="input"
              autocomplete="off"
              aria-label={t('cases.decide.text', { number: index + 1 })}
              maxLength={most.text}
              value={line.text}
              onInput={(event) => put(index, { text: event.currentTarget.value })}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={t('cases.decide.remove', { number: index + 1 })}
              onClick={() => setDraft({ ...draft, lines: draft.lines.filter((_, at) => at !== index) })}
            >
              <Icon name="close" size={20} />
            </button>
          </div>
        ))}
        {draft.lines.length < most.lines && (
          <button
            type="button"
            class="button"
            onClick={() =>
              setDraft({
                lines: [...draft.lines, { key: draft.nextKey, label: '', text: '' }],
                title: draft.title,
                nextKey: draft.nextKey + 1,
              })
            }
          >
            <Icon name="plus" size={20} />
            {t('cases.decide.add')}
          </button>
        )}
      </fieldset>
      <Send isOff={isOff}>{t('cases.decide.send')}</Send>
    </form>
  )
}
