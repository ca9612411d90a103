import { h, render } from 'preact'
import common from '../../../../../../assets/locales/id/common.json'
import { LookSlot } from '../../../../../../game/page/citizen/look/look-slot.tsx'
import { createTranslate, TextProvider } from '../../../../../../game/page/shared/index.ts'
import '../../../../../../game/page/shared/tokens.css'
import '../../../../../../game/page/shared/base.css'

/** Opens the chooser; what it ends with is in `done`, `undefined` while it is open. */
globalThis.openLook = (value) => {
  globalThis.done = undefined
  const close = (look) => {
    globalThis.done = look
    render(null, document.body)
  }
  const slot = h(LookSlot, { value, onDone: close, onFailure: () => close('failed') })
  render(h(TextProvider, { text: { language: 'id', t: createTranslate(common) } }, slot), document.body)
}
