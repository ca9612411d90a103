import { useState } from 'preact/hooks'
import type { Requirement } from '../../../../case/index.ts'
import { Busy, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import { attach, detach, type KeptPaper } from '../draft/draft.ts'
import { offers, paperState } from '../draft/lacking.ts'
import { takeFile, type FileProblem } from '../papers/take-file.ts'
import type { PictureFault } from '../picture/judge-picture.ts'
import type { Apply } from '../state/apply.ts'
import { showDay } from './answer-words.ts'
import { useCases } from './case-context.tsx'
import { CaseIcon } from './case-icon.tsx'
import { ExpiryInput } from './expiry-input.tsx'
import { PaperPicture } from './paper-picture.tsx'

/** One requirement: what is kept already is offered with one tick, else it is photographed or chosen. */
export function PaperCard(props: {
  apply: Pick<Apply, 'draft' | 'standard' | 'promisedDay' | 'change' | 'takePaper'>
  requirement: Requirement
  /** The id in the vault of one that was sent back: it is not offered again. */
  without?: string
}) {
  const { apply, requirement } = props
  const { shelf } = useCases()
  const { t, language } = useText()
  const [work, setWork] = useState<'none' | 'looking'>('none')
  const [problem, setProblem] = useState<FileProblem | null>(null)
  const [faults, setFaults] = useState<readonly PictureFault[]>([])
  const papers = shelf.papers.value
  const attached = apply.draft.value.papers[requirement.slug]
  const paper = papers.find((row) => row.id === attached?.paper) ?? null
  const usable = offers(requirement, papers).filter((row) => row.vaultId === null || row.vaultId !== props.without)
  const offered = paper || work === 'looking' ? null : (usable[0] ?? null)
  const state = paperState(apply.draft.value, requirement, { papers, promisedDay: apply.promisedDay })

  const take = async (file: File | undefined) => {
    if (!file) return
    setWork('looking')
    setProblem(null)
    setFaults([])
    const taken = await takeFile(file, requirement)
    setWork('none')
    if ('problem' in taken) {
      setProblem(taken.problem)
      return
    }
    setFaults(taken.faults)
    await apply.takePaper(requirement.slug, taken.paper, taken.bytes)
  }
  const tick = (isAgreed: boolean, of: KeptPaper) =>
    apply.change((draft) => (isAgreed || paper ? attach(draft, requirement.slug, { paper: of.id, isAgreed }) : draft))
  const shown = work === 'looking' ? null : (paper ?? offered)
  return (
    <section class={`case-paper card is-${state}`} data-requirement={requirement.slug} aria-label={pick(requirement.name, language)}>
      <h2>
        {state === 'ready' ? <Icon name="check" /> : <Icon name="paper" />}
        <span>
          {pick(requirement.name, language)}
          {requirement.of && <span class="soft case-of"> – {pick(requirement.of, language)}</span>}
          {requirement.isOptional && <span class="soft case-optional"> {t('case.optional')}</span>}
        </span>
      </h2>
      {shown && (
        <div class="case-paper-row">
          <PaperPicture paper={shown} />
          <div class="case-paper-words">
            <strong>{t(paper ? 'case.papers.chosen' : 'case.papers.offered')}</strong>
            <span class="small soft">{t('case.papers.taken', { day: showDay(isoDay(shown.takenAtMs), language) })}</span>
            {shown.expiresOn && <span class="small soft">{t('case.papers.until', { day: showDay(shown.expiresOn, language) })}</span>}
          </div>
        </div>
      )}
      {faults.length > 0 && paper && (
        <Notice tone="warn" isLive>
          {faults.map((fault) => (
            <p key={fault}>{t(`case.fault.${fault}`)}</p>
          ))}
        </Notice>
      )}
      {problem && (
        <Notice tone="bad" isLive>
          {t(`case.file.${problem}`)}
        </Notice>
      )}
      {paper && requirement.hasExpiry && <ExpiryInput paper={paper} isLacking={state === 'date-missing'} />}
      {state === 'expires' && (
        <Notice tone="warn" isLive>
          {t('case.papers.expires', { day: showDay(paper?.expiresOn ?? '', language), promised: showDay(apply.promisedDay, language) })}
        </Notice>
      )}
      {shown && (
        <label class={attached?.isAgreed ? 'case-tick is-chosen' : 'case-tick'}>
          <input type="checkbox" checked={attached?.isAgreed ?? false} onChange={(event) => tick(event.currentTarget.checked, shown)} />
          <span class="case-tick-mark" aria-hidden="true">
            <Icon name="check" size={22} />
          </span>
          <span>{t('case.papers.agree', { service: pick(apply.standard.name, language) })}</span>
        </label>
      )}
      {work === 'looking' ? (
        <Busy>{t('case.papers.looking')}</Busy>
      ) : (
        <div class={shown ? 'case-ways is-again' : 'case-ways'}>
          <FileButton accept="image/*" isCamera onFile={take}>
            <CaseIcon name="camera" />
            {t(shown ? 'case.papers.again' : 'case.papers.photograph')}
          </FileButton>
          <FileButton accept="image/*,application/pdf" onFile={take}>
            <CaseIcon name="folder" />
            {t(shown ? 'case.papers.choose-again' : 'case.papers.choose')}
          </FileButton>
          {paper && requirement.isOptional && (
            <button type="button" class="button quiet" onClick={() => apply.change((draft) => detach(draft, requirement.slug))}>
              {t('case.papers.without')}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** The phone's own camera or files behind a button; the input itself is what is pressed, so that keyboard and screen reader find it. */
function FileButton(props: {
  accept: string
  isCamera?: boolean
  onFile: (file: File | undefined) => void
  children: preact.ComponentChildren
}) {
  return (
    <label class={props.isCamera ? 'button main case-file' : 'button case-file'}>
      {props.children}
      <input
        type="file"
        accept={props.accept}
        capture={props.isCamera ? 'environment' : undefined}
        onChange={(event) => {
          const input = event.currentTarget
          props.onFile(input.files?.[0])
          // The same file may be chosen again.
          input.value = ''
        }}
      />
    </label>
  )
}

const isoDay = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)
