import { generate } from 'lean-qr'
import { useMemo } from 'preact/hooks'
import { Icon, useText } from '../../shared/index.ts'

/** Modules of white around the code that readers need (ISO/IEC 18004). */
const quietModules = 4
const pixelsPerModule = 8

/** A QR code as a picture that can be saved: wallets read it from the gallery of the very phone that shows it. */
export function QrPicture(props: { text: string; name: string }) {
  const { t } = useText()
  const address = useMemo(() => draw(props.text), [props.text])
  if (address === null) return null
  return (
    <>
      <img class="pay-qr" src={address} width="240" height="240" alt={t('payment.qr')} />
      <a class="button wide" href={address} download={`qris-${props.name}.png`}>
        <Icon name="down" size={20} />
        {t('payment.qr-save')}
      </a>
    </>
  )
}

/** As a PNG in a data: address; null where the browser has no canvas. */
function draw(text: string): string | null {
  const code = generate(text)
  const side = (code.size + 2 * quietModules) * pixelsPerModule
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, side, side)
  pen.fillStyle = '#000000'
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y))
        pen.fillRect((x + quietModules) * pixelsPerModule, (y + quietModules) * pixelsPerModule, pixelsPerModule, pixelsPerModule)
    }
  }
  return canvas.toDataURL('image/png')
}
