export { openCasePage } from './start-case.tsx'
