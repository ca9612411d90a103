export function findChrome(): string | null
export function installChrome(): string | null
export const chromeFlags: string[]
