import type { Language } from '../../shared/index.ts'

// Written here because the file with the sentences is what may not have come.
const words = {
  id: { title: 'Menyambungkan papan antrean …', text: 'Papan mencoba lagi dengan sendirinya. Bila lama, periksa jaringan layar ini.' },
  en: {
    title: 'Connecting the queue board …',
    text: 'The board keeps trying by itself. If it takes long, check the network of this screen.',
  },
} as const

/** The board before anything could be loaded. */
export function Connecting(props: { language: Language }) {
  const { title, text } = words[props.language]
  return (
    <main class="connecting theme-kutai">
      <span class="spinner" aria-hidden="true" />
      <h1>{title}</h1>
      <p role="status">{text}</p>
    </main>
  )
}
