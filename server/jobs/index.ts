export { runJobs } from './run-jobs.ts'
