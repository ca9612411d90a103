export { pageLanguage, rememberLanguage } from './page-language.ts'
export { openStorage } from './open-storage.ts'
