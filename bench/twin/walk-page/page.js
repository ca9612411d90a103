import { walkWhatIsAsked } from '../walk-what-is-asked.ts'

await walkWhatIsAsked(navigator.userAgent)
