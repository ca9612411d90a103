import { useText } from '../../shared/index.ts'

const sentences = ['bound', 'checked', 'jumps', 'not', 'names'] as const

/** What a good record proves, and what it cannot. */
export function Explanation() {
  const { t } = useText()
  return (
    <section class="explain stack" aria-labelledby="explain-title">
      <h2 id="explain-title">{t('proof.explain')}</h2>
      <ul class="explain-list">
        {sentences.map((name) => (
          <li key={name}>{t(`proof.explain.${name}`)}</li>
        ))}
      </ul>
      <p class="small soft">
        {t('proof.explain.command')}
        <code class="command">npm run verify-queue -- {t('proof.explain.file')}</code>
      </p>
    </section>
  )
}
