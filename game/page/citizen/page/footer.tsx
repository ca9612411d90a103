import type { ConfigResponse, Region } from '../../../api/index.ts'
import { Ornament, useText } from '../../shared/index.ts'

/** Rights in plain words: what is free stays free, where to complain, and what here is only a demonstration. */
export function Footer(props: { region: Region | null; config: ConfigResponse }) {
  const { t } = useText()
  return (
    <footer class="foot">
      <Ornament theme={props.region?.theme ?? 'kutai'} id="band-foot" />
      <div class="column stack">
        <p>
          <strong>{t('page.foot.fees-title')}</strong> {t('page.foot.fees')}
        </p>
        <p>
          {t('page.foot.complain')}{' '}
          <a href={props.region === null ? '/pengaduan' : `/pengaduan?wilayah=${props.region.slug}`}>{t('page.foot.complain-here')}</a>{' '}
          {t('page.foot.complain-or')}{' '}
          <a href="https://www.lapor.go.id" rel="noopener noreferrer">
            SP4N-LAPOR!
          </a>
        </p>
        <p class="small">{t('page.foot.privacy')}</p>
        {(props.config.isDemo || props.region?.isDemo) && <p class="small">{t('page.foot.demo')}</p>}
      </div>
    </footer>
  )
}
