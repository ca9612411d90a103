import type { Suite } from './suite.ts'
import { codecSuite } from './suites/codec.ts'
import { interestSuite } from './suites/interest.ts'
import { pathFindingSuite } from './suites/path-finding.ts'
import { tickSuite } from './suites/tick.ts'
import { wallsSuite } from './suites/walls.ts'

/** Every micro suite. */
export const suites: readonly Suite[] = [tickSuite, interestSuite, codecSuite, pathFindingSuite, wallsSuite]
