export { countServed } from './count-served.ts'
export { createSurveyService, type Subject, type SurveyService } from './survey-service.ts'
