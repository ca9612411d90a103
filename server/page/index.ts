export { registerPages } from './page-routes.ts'
export type { CitizenPageInput, RenderCitizenPage } from './citizen-renderer.ts'
export { registerVerifyPage } from './verify-page.ts'
