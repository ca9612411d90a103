// Loaded after the first step, or when one of them is asked for.
import './tools.css'

export { LookSlot } from '../../look/look-slot.tsx'
export { FindSheet } from './find-sheet.tsx'
export { GateSheet } from './gate-sheet.tsx'
export { GesturePalette } from './gesture-palette.tsx'
export { KeysSheet } from './keys-sheet.tsx'
export { PlanSheet } from './plan-sheet.tsx'
export { SettingsSheet } from './settings-sheet.tsx'
export { SmallPlan } from './small-plan.tsx'
export { WayBar } from './way-bar.tsx'
