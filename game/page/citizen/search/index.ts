export { findServices, type FoundServices } from './find-services.ts'
export { SearchResults } from './search-results.tsx'
