import { useEffect, useState } from 'preact/hooks'
import { Busy, Notice, useText } from '../../shared/index.ts'
import { useOfficer } from '../app/officer-desk.ts'
import { ProblemBar } from './problem-bar.tsx'

/** The address to open once on a kiosk of this region: it is the kiosk's key. */
export function KioskAddress() {
  const { house } = useOfficer()
  const { t } = useText()
  const [address, setAddress] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    const pair = async () => {
      const found = await house.pairKiosk()
      setAddress(found)
      setRefused(found === null)
    }
    void pair()
  }, [])
  // Without a secure origin the browser copies nothing: the address is selected then, for the keys of the machine.
  const copy = async () => {
    document.querySelector<HTMLInputElement>('#kiosk-address')?.select()
    await navigator.clipboard?.writeText(address ?? '').catch(() => undefined)
    setCopied(navigator.clipboard !== undefined)
  }
  if (isRefused) return <ProblemBar />
  if (address === null) return <Busy>{t('officer.kiosk.preparing')}</Busy>
  return (
    <div class="stack">
      <p>{t('officer.ask.kiosk.how')}</p>
      <input
        id="kiosk-address"
        class="input"
        readOnly
        aria-label={t('officer.kiosk.address')}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Notice tone="warn">
        <p>{t('officer.kiosk.secret')}</p>
      </Notice>
      <div class="ask-buttons">
        <p class="small soft" role="status">
          {isCopied ? t('officer.kiosk.copied') : ''}
        </p>
        <button type="button" class="button" onClick={() => void copy()}>
          {t('officer.kiosk.copy')}
        </button>
        <a class="button main" href={address} target="_blank" rel="noopener">
          {t('officer.kiosk.open')}
        </a>
      </div>
    </div>
  )
}
