export { pageLanguage, rememberLanguage } from './page-language.ts'
