import { Sheet, useText } from '../../../shared/index.ts'
import { useCitizen } from '../../app/app-context.tsx'

const rows: readonly { readonly keys: readonly string[]; readonly name: string }[] = [
  { keys: ['↑', '↓', '←', '→', 'W', 'A', 'S', 'D'], name: 'walk' },
  { keys: ['/'], name: 'find' },
  { keys: ['M'], name: 'plan' },
  { keys: ['E'], name: 'gestures' },
  { keys: ['C'], name: 'me' },
  { keys: ['+', '-'], name: 'zoom' },
  { keys: ['?'], name: 'keys' },
  { keys: ['Esc'], name: 'close' },
]

/** Which key does what. */
export function KeysSheet() {
  const { app } = useCitizen()
  const { t } = useText()
  return (
    <Sheet title={t('mall.keys')} onClose={() => app.close()}>
      <dl class="keys">
        {rows.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`mall.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
