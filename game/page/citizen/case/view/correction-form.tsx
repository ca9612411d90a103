import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { CaseAnswers, CaseView } from '../../../../api/index.ts'
import { Busy, callSentence, Icon, Notice, pick, useText } from '../../../shared/index.ts'
import { answer } from '../draft/draft.ts'
import { openCorrection, type Correction } from '../state/correction.ts'
import { loadStandard } from '../state/load-standard.ts'
import { checkForm } from '../../../../case/index.ts'
import { useCases } from './case-context.tsx'
import { FieldBox } from './field-box.tsx'
import { MarkedPicture } from './marked-picture.tsx'
import { PaperCard } from './paper-card.tsx'

/** What was sent back, each with the officer's sentence, to be put right on the spot; nothing else is shown to be changed. */
export function CorrectionForm(props: { view: CaseView }) {
  const cases = useCases()
  const { t, language } = useText()
  const { view } = props
  const correction = useSignal<Correction | null>(null)
  const problem = useSignal<string | null>(null)
  const [isPressed, setPressed] = useState(false)
  const load = async () => {
    problem.value = null
    try {
      const standard = await loadStandard(cases, view)
      if (standard === null) return
      const before = await cases.app.call<CaseAnswers>('GET', `/api/cases/${view.id}/answers`)
      correction.value = await openCorrection(cases, { view, standard, before })
    } catch (error) {
      problem.value = callSentence(error, t)
    }
  }
  useEffect(() => void load(), [view.id, view.returned?.at])
  const now = correction.value
  const open = now?.parts.value.filter(({ isOpen }) => isOpen) ?? []
  const send = async () => {
    if (!now) return
    setPressed(true)
    if (open.length > 0) return
    await now.send()
  }
  return (
    <section class="case-fix card stack">
      <h2>{t('case.fix.title')}</h2>
      {problem.value && (
        <Notice tone="warn" isLive>
          {problem.value}
          <button type="button" class="button" onClick={() => void load()}>
            {t('action.retry')}
          </button>
        </Notice>
      )}
      {!now && !problem.value && <Busy>{t('case.opening')}</Busy>}
      {now && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <FixParts correction={now} />
          <FixFields correction={now} view={view} isPressed={isPressed} />
          <FixPapers correction={now} view={view} />
          {isPressed && open.length > 0 && (
            <Notice tone="bad" isLive>
              <p>{t('case.fix.waits', { what: open.map(({ title }) => pick(title, language)).join(', ') })}</p>
              {now.lackingPapers.value.length > 0 && <p>{t('case.fix.papers-first')}</p>}
            </Notice>
          )}
          <button type="submit" class="button main wide large">
            {t('case.fix.send')}
          </button>
        </form>
      )}
    </section>
  )
}

/** What is asked for at a glance: what is answered, and what still waits. */
function FixParts({ correction }: { correction: Correction }) {
  const { t, language } = useText()
  const parts = correction.parts.value
  const open = parts.filter(({ isOpen }) => isOpen).length
  return (
    <div class="stack" role="status">
      <p>{open === 0 ? t('case.fix.all-done') : t('case.fix.still', { open, all: parts.length })}</p>
      <ul class="case-fix-parts">
        {parts.map(({ kind, name, title, isOpen }) => (
          <li key={`${kind}/${name}`} data-part={name} class={isOpen ? 'is-open' : 'is-done'}>
            <span>{pick(title, language)}</span>
            <span class={isOpen ? 'badge warn' : 'badge good'}>
              {!isOpen && <Icon name="check" size={16} />}
              {t(isOpen ? 'case.fix.open' : 'case.fix.done')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type PartProps = { readonly correction: Correction; readonly view: CaseView }

function FixFields(props: PartProps & { isPressed: boolean }) {
  const { t } = useText()
  const { correction, view } = props
  const { form } = correction.standard
  const { answers } = correction.draft.value
  const { warnings } = checkForm(form, answers, { day: correction.today })
  return (
    <>
      {correction.fields.value.map((name) => {
        const sentence = view.returned?.fields.find((row) => row.field === name)?.sentence
        const error = props.isPressed ? correction.errors.value.find((row) => row.field === name) : undefined
        return (
          <div key={name} class="stack">
            {sentence && <Notice tone="warn">{sentence}</Notice>}
            <FieldBox
              name={name}
              field={form.properties[name]}
              isRequired={form.required.includes(name)}
              value={answers[name]}
              error={error && error.code !== 'same' ? error : undefined}
              warning={warnings.find((row) => row.field === name)}
              onAnswer={(value) => correction.change((draft) => answer(draft, name, value))}
            />
            {error?.code === 'same' && (
              <Notice tone="bad" isLive>
                {t('case.fix.same')}
              </Notice>
            )}
          </div>
        )
      })}
    </>
  )
}

function FixPapers(props: PartProps) {
  const { language } = useText()
  const { correction, view } = props
  return (
    <>
      {correction.papers.value.map((requirement) => {
        const { sentence, mark } = view.returned?.papers.find((row) => row.requirement === requirement.slug) ?? {}
        return (
          <div key={requirement.slug} class="stack">
            {sentence && <Notice tone="warn">{sentence}</Notice>}
            {mark && <MarkedPicture mark={mark} name={pick(requirement.name, language)} />}
            <PaperCard apply={correction} requirement={requirement} without={sentence && correction.before.papers[requirement.slug]} />
          </div>
        )
      })}
    </>
  )
}
