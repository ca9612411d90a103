export type { LevyAbout } from './levy-about.ts'
export { LevyButton } from './levy-button.tsx'
