// `@balai/engine/host/browser/debug`: to be imported when it is asked for, as it brings the reading of maps along.
export { mountDebug, type DebugOptions } from './mount-debug.ts'
