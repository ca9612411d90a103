export { checkAnswers, scoreSurveys, surveyElements, type SurveyElement, type SurveyScore } from './survey.ts'
export { surveyErrors, type SurveyErrorCode } from './survey-errors.ts'
