import { useEffect, useRef } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'
import { cameraErrors } from '../../../camera/index.ts'
import type { CameraProblem, CameraState } from '../app/camera-desk.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { toggleCamera } from '../app/run-shortcut.ts'
import { KeyButton } from './key-button.tsx'

const badges: Record<CameraState, string> = { off: 'badge', starting: 'badge', live: 'badge good', slate: 'badge warn' }

/** The counter's public picture: what the officer looks like, what the public sees, and what is wrong with it. */
export function CameraCard() {
  const parts = useOfficer()
  const { camera } = parts
  const { t } = useText()
  const state = camera.state.value
  const stats = camera.stats.value
  const problem = camera.problem.value
  return (
    <section class="card camera" aria-labelledby="camera-title">
      <div class="row camera-head">
        <h2 id="camera-title">{t('officer.camera')}</h2>
        <span class={badges[state]} role="status">
          {state === 'live' && <span class="dot good" />}
          {t(`officer.camera.${state}`)}
        </span>
      </div>
      {camera.stream.value && (
        <div class="preview">
          <Preview stream={camera.stream.value} label={t('officer.camera.preview')} />
          {state === 'slate' && <p class="preview-line">{t('officer.camera.slate-line')}</p>}
        </div>
      )}
      {state === 'off' && !problem && <p class="small soft camera-off">{t('officer.camera.off-line')}</p>}
      {stats && state === 'live' && (
        <p class="small soft number camera-stats">
          {t('officer.camera.stats', { frames: stats.framesPerSecond, kilobits: Math.round(stats.bitsPerSecond / 1000) })}
        </p>
      )}
      {problem && <ProblemLine problem={problem} />}
      <KeyButton
        shortcut="camera"
        icon={state === 'off' ? 'video' : 'video-off'}
        class="wide"
        isBusy={false}
        onClick={() => toggleCamera(parts)}
      >
        {t(state === 'off' ? 'officer.camera.on' : 'officer.camera.stop')}
      </KeyButton>
    </section>
  )
}

/** What went wrong in a sentence, and what is still possible as a button. */
function ProblemLine(props: { problem: CameraProblem }) {
  const { camera } = useOfficer()
  const { language, t } = useText()
  const { fallback, ...sentence } = cameraErrors[props.problem.code]
  return (
    <div class={props.problem.isFatal ? 'notice bad camera-problem' : 'notice warn camera-problem'} role="alert">
      <Icon name="alert" size={20} />
      <div>
        <p>{sentence[language]}</p>
        {props.problem.isFatal && fallback === 'audio' && (
          <button type="button" class="button small" onClick={() => void camera.switchOn('audio')}>
            {t('officer.camera.audio-only')}
          </button>
        )}
        {props.problem.isFatal && fallback === 'silent-video' && (
          <button type="button" class="button small" onClick={() => void camera.switchOn('silent-video')}>
            {t('officer.camera.silent')}
          </button>
        )}
      </div>
    </div>
  )
}

function Preview(props: { stream: MediaStream; label: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = props.stream
    video.play().catch(() => undefined)
    return () => {
      video.srcObject = null
    }
  }, [props.stream])
  return <video ref={element} autoplay muted playsInline aria-label={props.label} />
}
