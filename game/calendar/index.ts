export { addDays, civilDay, dayOfNumber, instantOf, numberOfDay, weekdayOf } from './civil-day.ts'
