import type { Language } from '../../shared/index.ts'

// Written here because the file with the sentences is what may not have come.
const words = {
  id: {
    title: 'Halaman pengelola belum dapat dibuka',
    text: 'Server tidak terjangkau. Periksa jaringan, lalu coba lagi.',
    retry: 'Coba lagi',
  },
  en: {
    title: 'The administration cannot be opened yet',
    text: 'The server cannot be reached. Check the network, then try again.',
    retry: 'Try again',
  },
} as const

/** The page before anything could be loaded. @param props.sentence why, where that is known */
export function StartFailed(props: { language: Language; sentence: string | null; onRetry: () => void }) {
  const { title, text, retry } = words[props.language]
  return (
    <main class="page theme-kutai middle">
      <div class="card plain-card stack" role="alert">
        <h1>{title}</h1>
        <p>{props.sentence ?? text}</p>
        <button type="button" class="button main" onClick={props.onRetry}>
          {retry}
        </button>
      </div>
    </main>
  )
}
