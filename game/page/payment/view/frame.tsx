import type { ComponentChildren } from 'preact'
import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'

/** The page around a fee, a played bank or a statement. `isDemo`: no money moves, said before anything else. */
export function Frame(props: { title: string; url: string; isDemo: boolean; isWide?: boolean; children: ComponentChildren }) {
  const { t } = useText()
  return (
    <div class="page theme-kutai">
      <header>
        <div class={props.isWide ? 'pay-top is-wide' : 'pay-top'}>
          <a class="pay-brand" href="/">
            <strong>Balai</strong>
          </a>
          <LanguageSwitch url={props.url} />
        </div>
        {props.isDemo && (
          <p class="pay-demo" role="note">
            {t('payment.demo')}
          </p>
        )}
      </header>
      <Ornament theme="kutai" id="band" />
      <main class={props.isWide ? 'column pay is-wide' : 'column pay'}>
        <h1>{props.title}</h1>
        {props.children}
      </main>
    </div>
  )
}
