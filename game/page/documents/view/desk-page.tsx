import { useState } from 'preact/hooks'
import { Icon, Notice, useText } from '../../shared/index.ts'
import type { DeskApp } from '../state/desk-app.ts'
import { DocumentWords } from './document-words.tsx'
import { Frame } from './frame.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { useAction } from './use-action.ts'

/** A counter, drive-thru or Mini MPP hands a document over: find it, look at the card, hand it over. */
export function DeskPage(props: { app: DeskApp }) {
  const { app } = props
  const { t } = useText()
  const action = useAction()
  const [asked, setAsked] = useState('')
  const found = app.found.value
  return (
    <Frame isDesk>
      <h1>{t('documents.desk.heading')}</h1>
      <form
        class="find-form"
        onSubmit={(event) => {
          event.preventDefault()
          void action.run(() => app.find(asked.trim()))
        }}
      >
        <div class="field">
          <label for="asked">{t('documents.desk.find')}</label>
          <input
            id="asked"
            class="number"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={40}
            required
            value={asked}
            onInput={(event) => setAsked(event.currentTarget.value)}
          />
          <span class="hint">{t('documents.desk.find.how')}</span>
        </div>
        <button type="submit" class="button main" disabled={action.isBusy}>
          <Icon name="search" />
          {t('documents.desk.open')}
        </button>
      </form>
      {action.problem !== '' && (
        <Notice tone="bad" isLive>
          {action.problem}
        </Notice>
      )}
      {found !== null && (
        <article class="card document" aria-live="polite">
          <DocumentWords document={found.view.document} />
          {found.view.document.handedOver === null && found.view.document.state === 'active' ? (
            <HandOverForm key={found.view.document.id} app={app} view={found.view} />
          ) : (
            <button
              type="button"
              class="button wide"
              onClick={() => {
                app.clear()
                setAsked('')
                document.getElementById('asked')?.focus()
              }}
            >
              {t('documents.desk.next')}
            </button>
          )}
        </article>
      )}
      <p class="soft">{t('documents.desk.audit')}</p>
    </Frame>
  )
}
