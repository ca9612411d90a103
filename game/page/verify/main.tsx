import { hydrate } from 'preact'
import { createTranslate, rememberLanguage, TextProvider } from '../shared/index.ts'
import { readSeed } from './page-data.ts'
import { VerifyPage } from './view/verify-page.tsx'

// The verdict stands in the page already; the script adds the sum over the seal and over a file.
const seed = readSeed(document)
const root = document.getElementById('app')
if (seed !== null && root !== null) {
  rememberLanguage(seed.language)
  hydrate(
    <TextProvider text={{ language: seed.language, t: createTranslate(seed.messages) }}>
      <VerifyPage data={seed} />
    </TextProvider>,
    root,
  )
}
