import { useEffect, useState } from 'preact/hooks'
import type { CatalogueResponse, Region, RegionsResponse } from '../../../../api/index.ts'
import { Busy, callSentence, Icon, Notice, Sheet, useText } from '../../../shared/index.ts'
import { useCitizen } from '../../app/app-context.tsx'
import { loadMallFiles } from '../mall-files.ts'

type Props = {
  /** Opened by walking to the gate. */
  readonly isNear: boolean
  readonly onTravel: (region: Region, catalogue: CatalogueResponse) => void
}
type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'going'; readonly region: Region }
  | { readonly kind: 'failed'; readonly sentence: string }

/** The way to the malls of other regions. One leaves only when the other mall's map and catalogue are here. */
export function GateSheet(props: Props) {
  const { app } = useCitizen()
  const { t } = useText()
  const [regions, setRegions] = useState<readonly Region[]>([])
  const [state, setState] = useState<State>({ kind: 'loading' })
  const load = async () => {
    setState({ kind: 'loading' })
    try {
      setRegions((await app.call<RegionsResponse>('GET', '/api/regions')).regions)
      setState({ kind: 'choosing' })
    } catch (error) {
      setState({ kind: 'failed', sentence: callSentence(error, t) })
    }
  }
  useEffect(() => void load(), [])
  const go = async (region: Region) => {
    setState({ kind: 'going', region })
    try {
      const [catalogue] = await Promise.all([
        app.call<CatalogueResponse>('GET', `/api/regions/${region.slug}/catalogue`),
        loadMallFiles(region),
      ])
      app.close()
      props.onTravel(region, catalogue)
    } catch {
      setState({ kind: 'failed', sentence: t('mall.gate-failed', { region: region.name, here: app.region?.name ?? '' }) })
    }
  }
  const provinces = [...new Set(regions.map(({ province }) => province))]
    .map((province) => ({ province, regions: regions.filter((region) => region.province === province) }))
    // A province of 27 first would hide the others.
    .sort((a, b) => a.regions.length - b.regions.length)
  return (
    <Sheet title={t('mall.other')} onClose={() => app.close()} isModal={!props.isNear} isQuiet={props.isNear}>
      <div class="stack">
        <p>{t('mall.gate-words')}</p>
        {state.kind === 'loading' && <Busy>{t('mall.gate-loading')}</Busy>}
        {state.kind === 'going' && <Busy>{t('mall.gate-going', { region: state.region.name })}</Busy>}
        {state.kind === 'failed' && (
          <Notice tone="warn" isLive>
            <p>{state.sentence}</p>
            {regions.length === 0 && (
              <button type="button" class="button" onClick={() => void load()}>
                {t('action.retry')}
              </button>
            )}
          </Notice>
        )}
        {provinces.map(({ province, regions: own }) => (
          <section key={province} class="gate-province">
            <h3>{province}</h3>
            <ul>
              {own.map((region) => (
                <li key={region.slug}>
                  <button
                    type="button"
                    class={`region theme-${region.theme}`}
                    aria-current={region.slug === app.region?.slug ? 'true' : undefined}
                    disabled={state.kind === 'going' || region.slug === app.region?.slug}
                    onClick={() => void go(region)}
                  >
                    <span>{region.name}</span>
                    {region.slug === app.region?.slug ? <span class="small">{t('mall.gate-here')}</span> : <Icon name="next" size={20} />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Sheet>
  )
}
