import { useState } from 'preact/hooks'
import { LanguageSwitch, Ornament, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { ProblemBar } from './problem-bar.tsx'

/** Name and password, or the region's own identity provider where there is one. */
export function SignIn() {
  const { app, desk } = useOfficer()
  const { t } = useText()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const isBusy = desk.busy.value === 'sign-in'

  const submit = async (event: Event) => {
    event.preventDefault()
    const isIn = await desk.signIn(username.trim(), password)
    if (!isIn) setPassword('')
  }
  return (
    <main class="sign-in">
      <div class="card sign-in-card">
        <header class="sign-in-head">
          <span class="mark" aria-hidden="true" />
          <div>
            <h1>{t('officer.sign-in')}</h1>
            <p>{t('officer.sign-in.for')}</p>
          </div>
          <LanguageSwitch url={location.pathname + location.search} />
        </header>
        <Ornament theme="kutai" id="band-sign-in" />
        <div class="sign-in-body">
          <ProblemBar />
          {app.config.oidc && (
            <>
              <a class="button main wide" href="/api/officer/oidc/start">
                {t('officer.sign-in.oidc')}
              </a>
              <p class="or">
                <span>{t('officer.sign-in.or')}</span>
              </p>
            </>
          )}
          <form class="stack" onSubmit={submit}>
            <div class="field">
              <label for="username">{t('officer.username')}</label>
              <input
                id="username"
                name="username"
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                required
                value={username}
                onInput={(event) => setUsername(event.currentTarget.value)}
              />
            </div>
            <div class="field">
              <label for="password">{t('officer.password')}</label>
              <input
                id="password"
                name="password"
                type="password"
                autocomplete="current-password"
                required
                value={password}
                onInput={(event) => setPassword(event.currentTarget.value)}
              />
            </div>
            <button type="submit" class={app.config.oidc ? 'button wide' : 'button main wide'} aria-disabled={isBusy} aria-busy={isBusy}>
              {isBusy && <span class="spinner" aria-hidden="true" />}
              {t(isBusy ? 'officer.signing-in' : 'officer.sign-in.do')}
            </button>
          </form>
          <p class="small soft">{t('officer.sign-in.help')}</p>
        </div>
      </div>
    </main>
  )
}
