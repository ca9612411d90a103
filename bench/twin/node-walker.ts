import { createInterface } from 'node:readline'
import { createRapierPhysics } from '@balai/engine/physics'
import type { TwinRun } from './twin-run.ts'
import { walkTwin } from './twin-walk.ts'

// Says what it is; then a run comes in as a line of JSON, and its result goes out as one. Ends with its input.
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`)
say(`Node ${process.version} ${process.arch}`)
for await (const line of createInterface({ input: process.stdin })) say(await walkTwin(createRapierPhysics, JSON.parse(line) as TwinRun))
