import { useEffect, useState } from 'preact/hooks'
import type { OfficerCasePaper } from '../../../../api/index.ts'
import { Busy, callSentence, formatBytes, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import { useOfficer } from '../../app/officer-desk.ts'
import { runCaseKey, zoomBounds } from '../keys/run-case-key.ts'
import { fetchPaper, type PaperFile } from '../state/paper-file.ts'
import { isTicked } from '../state/return-draft.ts'
import { CaseButton } from './case-button.tsx'
import { useCases } from './case-context.ts'
import { MarkLayer } from './mark-layer.tsx'

/** One paper: a picture to look at closely and to mark, any other file to open or keep. It lives in this page alone and is let go with it. */
export function PaperView(props: { caseId: string; paper: OfficerCasePaper }) {
  const { caseId, paper } = props
  const { language, t } = useText()
  const [file, setFile] = useState<PaperFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isGone = false
    let url: string | null = null
    setProblem(null)
    async function load(): Promise<void> {
      try {
        const page = { fetch: (...asked: Parameters<typeof fetch>) => fetch(...asked), language }
        const got = await fetchPaper(page, { caseId, paper: paper.paper, type: paper.type })
        url = got.url
        if (isGone) URL.revokeObjectURL(url)
        else setFile(got)
      } catch (error) {
        if (!isGone) setProblem(callSentence(error, t))
      }
    }
    void load()
    return () => {
      isGone = true
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [tries])
  if (problem !== null) {
    return (
      <div class="paper-place is-empty">
        <Notice tone="bad" isLive>
          <p>{problem}</p>
        </Notice>
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {t('officer.retry')}
        </button>
      </div>
    )
  }
  if (file === null) {
    return (
      <div class="paper-place is-empty">
        <Busy>{t('cases.papers.loading')}</Busy>
      </div>
    )
  }
  return file.type.startsWith('image/') ? <Picture file={file} paper={paper} /> : <OtherFile file={file} paper={paper} />
}

function Picture(props: { file: PaperFile; paper: OfficerCasePaper }) {
  const { file, paper } = props
  const parts = useCases()
  const { app, place } = useOfficer()
  const { language, t } = useText()
  const [isTurned, setTurned] = useState(0)
  const { desk, zoom, part } = parts
  const press = { desk, zoom, part, app, place }
  const draft = desk.returning.value
  const isMarking = draft !== null && isTicked(draft, { type: 'paper', name: paper.requirement })
  // On a turned picture a rectangle would lie elsewhere than where the finger is.
  const canMark = isMarking && isTurned === 0
  return (
    <div class="paper-viewer">
      <div class="paper-tools" role="group" aria-label={t('cases.papers.tools')}>
        <CaseButton of="smaller" isOff={zoom.value <= zoomBounds.least} icon="minus" onClick={() => runCaseKey(press, 'smaller')}>
          <span class="visually-hidden">{t('cases.papers.smaller')}</span>
        </CaseButton>
        <span class="paper-zoom number small">{Math.round(zoom.value * 100)} %</span>
        <CaseButton of="larger" isOff={zoom.value >= zoomBounds.most} icon="plus" onClick={() => runCaseKey(press, 'larger')}>
          <span class="visually-hidden">{t('cases.papers.larger')}</span>
        </CaseButton>
        {!isMarking && (
          <button type="button" class="button" onClick={() => setTurned((isTurned + 90) % 360)}>
            {t('cases.papers.turn')}
          </button>
        )}
        <a class="button" href={file.url} download={`${paper.requirement}.${file.type === 'image/png' ? 'png' : 'jpg'}`}>
          {t('cases.papers.keep')}
        </a>
      </div>
      {/* What scrolls has to be reached by keys. */}
      <section class="paper-scroll" tabIndex={0} aria-label={pick(paper.name, language)}>
        <div class={`paper-sheet zoom-${Math.round(zoom.value * 10)} turned-${isMarking ? 0 : isTurned}`}>
          <img src={file.url} alt={t('cases.papers.alt', { paper: pick(paper.name, language) })} draggable={false} />
          {canMark && <MarkLayer requirement={paper.requirement} paper={paper.paper} />}
        </div>
      </section>
    </div>
  )
}

function OtherFile(props: { file: PaperFile; paper: OfficerCasePaper }) {
  const { file, paper } = props
  const { language, t } = useText()
  const isPdf = file.type === 'application/pdf'
  return (
    <div class="paper-place is-empty">
      <Icon name="paper" size={48} />
      <p>
        <strong>{pick(paper.name, language)}</strong>
      </p>
      <p class="small soft">
        {isPdf ? 'PDF' : t('cases.papers.file')} ·{' '}
        {t(paper.pages === 1 ? 'cases.papers.one-page' : 'cases.papers.pages', { count: paper.pages })} ·{' '}
        {formatBytes(file.bytes, language)}
      </p>
      {isPdf && (
        <a class="button main" href={file.url} target="_blank" rel="noreferrer">
          {t('cases.papers.open-tab')}
        </a>
      )}
      <a class="button" href={file.url} download={isPdf ? `${paper.requirement}.pdf` : paper.requirement}>
        {t('cases.papers.keep')}
      </a>
    </div>
  )
}
