import { useEffect } from 'preact/hooks'
import { Busy, LanguageSwitch, Notice, Ornament, useText } from '../../shared/index.ts'
import type { IntegrityApp } from '../state/integrity-app.ts'
import { ComplaintList } from './complaint-list.tsx'
import { ComplaintPaper } from './complaint-paper.tsx'
import { GiftForm } from './gift-form.tsx'
import { GiftList } from './gift-list.tsx'
import { GiftPaper } from './gift-paper.tsx'
import { LevyList } from './levy-list.tsx'
import { LevyPaper } from './levy-paper.tsx'

/** Lists at the left, the paper in hand at the right; on a phone one after the other. */
export function IntegrityView(props: { app: IntegrityApp; url: string }) {
  const { app } = props
  const { t } = useText()
  const { region } = app.catalogue
  useEffect(() => void app.reload(), [])
  const paper = app.paper.value
  return (
    <div class={`page theme-${region.theme} desk${paper === null ? '' : ' has-paper'}`}>
      <header class="desk-top">
        <div class="desk-brand">
          <h1>{t('integrity.title')}</h1>
          <span>
            {region.name} · {app.start.name}
          </span>
        </div>
        <nav class="desk-links" aria-label={t('integrity.elsewhere')}>
          <a href="/petugas">{t('integrity.console')}</a>
          <LanguageSwitch url={props.url} />
        </nav>
      </header>
      <Ornament theme={region.theme} id="band" />
      <main class="desk-main">
        <div class="desk-tabs" role="tablist" aria-label={t('integrity.title')}>
          {app.tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-selected={tab === app.tab.value}
              aria-controls="desk-list"
              onClick={() => app.choose(tab)}
            >
              {t(`integrity.tab.${tab}`)}
            </button>
          ))}
        </div>
        <div class="desk-columns">
          <section id="desk-list" class="desk-list" role="tabpanel" aria-labelledby={`tab-${app.tab.value}`}>
            {app.problem.value && (
              <Notice tone="bad" isLive>
                {app.problem.value}
              </Notice>
            )}
            <List app={app} />
          </section>
          <section class="desk-paper" aria-live="polite">
            <Paper app={app} />
          </section>
        </div>
      </main>
    </div>
  )
}

function List(props: { app: IntegrityApp }) {
  switch (props.app.tab.value) {
    case 'complaints':
      return <ComplaintList app={props.app} />
    case 'levies':
      return <LevyList app={props.app} />
    case 'gifts':
      return <GiftList app={props.app} />
  }
}

function Paper(props: { app: IntegrityApp }) {
  const { app } = props
  const { t } = useText()
  const paper = app.paper.value
  if (paper === null)
    return app.isBusy.value ? <Busy>{t('integrity.loading')}</Busy> : <p class="soft desk-empty">{t('integrity.choose')}</p>
  return (
    <>
      <button type="button" class="button quiet desk-back" onClick={() => app.close()}>
        {t('action.back')}
      </button>
      {paper.kind === 'complaint' && <ComplaintPaper key={paper.complaint.id} app={app} complaint={paper.complaint} />}
      {paper.kind === 'levy' && <LevyPaper key={paper.levy.id} app={app} levy={paper.levy} />}
      {paper.kind === 'gift' && <GiftPaper key={paper.gift.id} app={app} gift={paper.gift} />}
      {paper.kind === 'new-gift' && <GiftForm app={app} />}
    </>
  )
}
