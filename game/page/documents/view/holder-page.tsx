import type { DocumentView } from '../../../api/index.ts'
import { spacedCode } from '../../../case/index.ts'
import { Icon, Notice, useText } from '../../shared/index.ts'
import type { HolderApp } from '../state/holder-app.ts'
import { DocumentWords } from './document-words.tsx'
import { Frame } from './frame.tsx'
import { PinForm } from './pin-form.tsx'
import { useAction } from './use-action.ts'

/** What was issued to me, and how I get it: as a file, at a counter, from the printer of a kiosk. */
export function HolderPage(props: { app: HolderApp }) {
  const { t } = useText()
  const documents = props.app.documents.value
  return (
    <Frame isDesk={false}>
      <h1>{t('documents.heading')}</h1>
      {documents.length === 0 ? (
        <>
          <p>{t('documents.none')}</p>
          <a class="button main" href="/perkara">
            {t('documents.to-cases')}
          </a>
        </>
      ) : (
        documents.map((document) => <OneDocument key={document.id} app={props.app} document={document} />)
      )}
      <p class="soft">{t('documents.no-phone')}</p>
    </Frame>
  )
}

function OneDocument(props: { app: HolderApp; document: DocumentView }) {
  const { app, document } = props
  const { t } = useText()
  const isActive = document.state === 'active'
  return (
    <article class="card document" aria-label={`${document.title} ${document.number}`}>
      <DocumentWords document={document} />
      <p class="document-links">
        {isActive && (
          <a class="button main" href={`/api/documents/${document.id}/file`} download>
            {t('documents.download')}
          </a>
        )}
        <a class="button" href={document.checkPath}>
          {t('documents.check')}
        </a>
      </p>
      {isActive && document.handedOver === null && <Pickup app={app} document={document} />}
    </article>
  )
}

function Pickup(props: { app: HolderApp; document: DocumentView }) {
  const { app, document } = props
  const { t } = useText()
  const action = useAction()
  const code = app.codes.value[document.id]
  return (
    <details class="more">
      <summary>
        {t('documents.pickup')}
        <Icon name="down" />
      </summary>
      <div class="stack">
        <p>{t('documents.pickup.how')}</p>
        <div role="status">
          {code !== undefined && document.hasPickupCode && (
            <p class="pickup-code">
              <span>{t('documents.pickup.code')}</span>
              <strong class="number">{spacedCode(code)}</strong>
            </p>
          )}
        </div>
        {action.problem !== '' && (
          <Notice tone="bad" isLive>
            {action.problem}
          </Notice>
        )}
        <button type="button" class="button wide" disabled={action.isBusy} onClick={() => void action.run(() => app.makeCode(document.id))}>
          {t(document.hasPickupCode ? 'documents.pickup.renew' : 'documents.pickup.make')}
        </button>
        {document.kind !== 'card' && <PinForm app={app} document={document} />}
      </div>
    </details>
  )
}
