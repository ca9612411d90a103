export { apiCodeOf, apiErrorAnswer, apiError } from './api-error.ts'
export { acceptedLanguage, answerLanguage, chosenLanguage, languageCookie, type Language } from './language.ts'
export { isSameOrigin } from './same-origin.ts'
export { createApp, type App, type AppServices } from './app.ts'
