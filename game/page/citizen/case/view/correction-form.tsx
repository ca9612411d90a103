import { useSignal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { CaseAnswers, CaseView } from '../../../../api/index.ts'
import { Busy, callSentence, Notice, useText } from '../../../shared/index.ts'
import { answer } from '../draft/draft.ts'
import { openCorrection, type Correction } from '../state/correction.ts'
import { loadStandard } from '../state/load-standard.ts'
import { checkForm } from '../../../../case/index.ts'
import { useCases } from './case-context.tsx'
import { FieldBox } from './field-box.tsx'
import { PaperCard } from './paper-card.tsx'

/** What was sent back, each with the officer's sentence, to be put right on the spot; nothing else is shown to be changed. */
export function CorrectionForm(props: { view: CaseView }) {
  const cases = useCases()
  const { t } = useText()
  const { view } = props
  const correction = useSignal<Correction | null>(null)
  const problem = useSignal<string | null>(null)
  const [isPressed, setPressed] = useState(false)
  const open = async () => {
    problem.value = null
    try {
      const standard = await loadStandard(cases, view)
      if (standard === null) return
      const before = await cases.app.call<CaseAnswers>('GET', `/api/cases/${view.id}/answers`)
      const timeZone = cases.app.region?.timeZone ?? 'Asia/Makassar'
      correction.value = await openCorrection(cases, { view, standard, before, timeZone })
    } catch (error) {
      problem.value = callSentence(error, t)
    }
  }
  useEffect(() => void open(), [view.id, view.returned?.at])
  const now = correction.value
  const send = async () => {
    if (!now) return
    setPressed(true)
    if (now.errors.value.length > 0 || now.lackingPapers.value.length > 0) return
    await now.send()
  }
  return (
    <section class="case-fix card stack">
      <h2>{t('case.fix.title')}</h2>
      {problem.value && (
        <Notice tone="warn" isLive>
          {problem.value}
          <button type="button" class="button" onClick={() => void open()}>
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
          <FixFields correction={now} view={view} isPressed={isPressed} />
          <FixPapers correction={now} view={view} />
          {isPressed && now.lackingPapers.value.length > 0 && (
            <Notice tone="bad" isLive>
              {t('case.fix.papers-first')}
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
  const { correction, view } = props
  return (
    <>
      {correction.papers.value.map((requirement) => {
        const sentence = view.returned?.papers.find((row) => row.requirement === requirement.slug)?.sentence
        return (
          <div key={requirement.slug} class="stack">
            {sentence && <Notice tone="warn">{sentence}</Notice>}
            <PaperCard apply={correction} requirement={requirement} without={sentence && correction.before.papers[requirement.slug]} />
          </div>
        )
      })}
    </>
  )
}
