import { useEffect, useRef, useState } from 'preact/hooks'
import { Busy, Icon, Notice, useText } from '../../shared/index.ts'
import { hashFile } from '../check/hash-file.ts'

/** `name`: of the file that was chosen; empty before. */
type FileState = { readonly kind: 'idle' | 'checking' | 'unreadable' | 'same' | 'other'; readonly name: string }

/** Whether a PDF is the one that was issued, byte for byte. The sum is done here; the file is sent nowhere. */
export function FileCheck(props: { expected: string }) {
  const { t } = useText()
  const [state, setState] = useState<FileState>({ kind: 'idle', name: '' })
  const [subtle, setSubtle] = useState<SubtleCrypto | null | undefined>(null)
  const newest = useRef(0)
  // Only a living page knows whether it can: the server writes none of this.
  useEffect(() => setSubtle(globalThis.crypto?.subtle), [])
  if (subtle === null) return null

  async function check(file: File, by: SubtleCrypto): Promise<void> {
    const mine = ++newest.current
    const { name } = file
    setState({ kind: 'checking', name })
    const next: FileState = await hashFile(file, by).then(
      (hash) => ({ kind: hash === props.expected ? 'same' : 'other', name }),
      () => ({ kind: 'unreadable', name }),
    )
    if (mine === newest.current) setState(next)
  }
  return (
    <section class="card file-check" aria-labelledby="file-title">
      <h2 id="file-title">{t('verify.file')}</h2>
      {subtle === undefined ? (
        <Notice>{t('verify.file.no-crypto')}</Notice>
      ) : (
        <>
          <p>{t('verify.file.how')}</p>
          <label class="button wide file-button">
            <Icon name="paper" />
            {t('verify.file.choose')}
            <input
              type="file"
              accept="application/pdf,.pdf"
              class="visually-hidden"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? []
                // The same file may be chosen again.
                event.currentTarget.value = ''
                if (file !== undefined) void check(file, subtle)
              }}
            />
          </label>
          <div role="status">
            <Result state={state} />
          </div>
        </>
      )}
    </section>
  )
}

function Result({ state }: { state: FileState }) {
  const { t } = useText()
  if (state.kind === 'idle') return null
  if (state.kind === 'checking') return <Busy>{t('verify.file.checking')}</Busy>
  if (state.kind === 'unreadable') return <Notice tone="warn">{t('verify.file.unreadable')}</Notice>
  return (
    <Notice tone={state.kind === 'same' ? 'good' : 'bad'}>
      <p>
        <strong>{t(`verify.file.${state.kind}`)}</strong>
      </p>
      <p>{t(`verify.file.${state.kind}.how`, { name: state.name })}</p>
    </Notice>
  )
}
