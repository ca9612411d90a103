import type { CatalogueResponse, Region } from '../../../api/index.ts'
import { Busy, openStorage, Sheet, useText } from '../../shared/index.ts'
import { useCitizen } from '../app/app-context.tsx'
import type { MallTool } from '../app/panel.ts'
import type { EnteredMall } from './enter-mall.ts'
import { keepLook, rememberedLook } from './look.ts'
import { OverMall } from './over-mall.tsx'
import type { InMall } from './use-mall.ts'
import type { Tools } from './use-tools.ts'

type Props = {
  readonly tool: MallTool
  /** null while they are on their way. */
  readonly tools: Tools | null
  readonly entered: EnteredMall
  readonly inMall: InMall
  readonly onTravel: (region: Region, catalogue: CatalogueResponse) => void
}

/** The sheet of the mall that is open. */
export function ToolSlot(props: Props) {
  return (
    <OverMall>
      <ToolSheet {...props} />
    </OverMall>
  )
}

function ToolSheet({ tool, tools, entered, inMall, onTravel }: Props) {
  const { app } = useCitizen()
  const { t } = useText()
  const panel = app.panel.value
  const close = () => app.close()
  const store = openStorage('localStorage')
  if (!tools) {
    return (
      <Sheet title={t('mall.loading')} onClose={close}>
        <Busy>{t('mall.loading')}</Busy>
      </Sheet>
    )
  }
  switch (tool) {
    case 'find':
      return <tools.FindSheet {...entered} onDirect={inMall.direct} onWay={inMall.showWay} />
    case 'plan':
      return <tools.PlanSheet {...entered} onDirect={inMall.direct} onWay={inMall.showWay} />
    case 'gate':
      return <tools.GateSheet isNear={panel?.kind === 'mall' && (panel.isNear ?? false)} onTravel={onTravel} />
    case 'settings':
      return <tools.SettingsSheet settings={inMall.settings} tier={inMall.tier} />
    case 'keys':
      return <tools.KeysSheet />
    case 'look':
      return (
        <tools.LookSlot
          value={rememberedLook(store)}
          onDone={(look) => {
            app.close()
            if (look === null) return
            keepLook(store, look)
            entered.scene.setLook(look)
          }}
          onFailure={() => {
            app.close()
            inMall.say(t('mall.not-loaded'))
          }}
        />
      )
  }
}
