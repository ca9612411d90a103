import { CodedError } from '@balai/engine/core'
import { useRef, useState } from 'preact/hooks'
import { surveyElements, type Profile } from '../../../survey/index.ts'
import { Busy, callSentence, Icon, Notice, Sheet, useText, type IconName } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import { ProfilePart } from './profile-part.tsx'

type Answers = Readonly<Record<string, number>>

/** The nine questions of the satisfaction survey on one screen, each answered by a face with its words; sent once. */
export function SurveySheet(props: { ticket: string; of: 'ticket' | 'case' }) {
  const { app } = useCitizen()
  const { t } = useText()
  const [answers, setAnswers] = useState<Answers>({})
  const [profile, setProfile] = useState<Profile>({})
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking')
  const [problem, setProblem] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const count = Object.keys(answers).length
  const ticket = app.tickets.value.find((row) => row.id === props.ticket)

  const answerOne = (element: string, answer: number) => {
    setProblem('')
    setAnswers((now) => ({ ...now, [element]: answer }))
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const open = surveyElements.find((element) => !(element in answers))
    if (open) {
      setProblem(t('survey.missing', { count: surveyElements.length - count }))
      form.current?.querySelector<HTMLInputElement>(`input[name="${open}"]`)?.focus()
      return
    }
    setState('sending')
    setProblem('')
    try {
      await app.call('POST', `/api/${props.of}s/${props.ticket}/survey`, { body: { answers, profile } })
      markDone()
    } catch (error) {
      if (error instanceof CodedError && error.code === 'survey-done') {
        markDone()
        return
      }
      setProblem(callSentence(error, t))
      setState('asking')
    }
  }
  const markDone = () => {
    setState('sent')
    app.tickets.value = app.tickets.value.map((row) => (row.id === props.ticket ? { ...row, isSurveyDue: false } : row))
  }

  if (state === 'sent') {
    return (
      <Sheet title={t('survey.title')} onClose={() => app.close()}>
        <div class="thanks">
          <Icon name="face-4" size={72} />
          <h3>{t('survey.thanks')}</h3>
          <p>{t('survey.thanks-words')}</p>
          <button type="button" class="button main wide" onClick={() => app.close()}>
            {t('action.done')}
          </button>
        </div>
      </Sheet>
    )
  }
  return (
    <Sheet
      title={t('survey.title')}
      onClose={() => app.close()}
      class="survey-sheet"
      foot={
        <div class="stack">
          <div class="progress">
            <progress max={surveyElements.length} value={count} aria-label={t('survey.progress-label')} />
            <span class="small">{t('survey.progress', { count, all: surveyElements.length })}</span>
          </div>
          {problem && (
            <Notice tone="bad" isLive>
              {problem}
            </Notice>
          )}
          <button type="submit" form="survey" class="button main wide" disabled={state === 'sending'}>
            {state === 'sending' ? <Busy>{t('action.sending')}</Busy> : t('survey.send')}
          </button>
        </div>
      }
    >
      <form id="survey" ref={form} class="survey" onSubmit={(event) => void send(event)} noValidate>
        <p>{props.of === 'case' ? t('survey.intro-case') : t('survey.intro', { label: ticket?.label ?? '' })}</p>
        {surveyElements.map((element, index) => (
          <Question
            key={element}
            element={element}
            number={index + 1}
            answer={answers[element]}
            onAnswer={(answer) => answerOne(element, answer)}
          />
        ))}
        <ProfilePart profile={profile} onChange={setProfile} />
      </form>
    </Sheet>
  )
}

function Question(props: { element: string; number: number; answer: number | undefined; onAnswer: (answer: number) => void }) {
  const { t } = useText()
  const { element } = props
  return (
    <fieldset class="question">
      <legend>
        <span class="soft">{props.number}.</span> {t(`survey.${element}`)}
      </legend>
      <div class="answers">
        {[1, 2, 3, 4].map((answer) => (
          <label key={answer} class={props.answer === answer ? `answer is-${answer} is-chosen` : `answer is-${answer}`}>
            <input type="radio" name={element} value={answer} checked={props.answer === answer} onChange={() => props.onAnswer(answer)} />
            <Icon name={`face-${answer}` as IconName} size={30} />
            <span>{t(`survey.${element}.${answer}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
