import { parentPort, workerData } from 'node:worker_threads'
import { avatarHeightM, avatarRadiusM } from '@balai/engine/core'
import { loadPlace } from '@balai/engine/host'
import { createRapierPhysics } from '@balai/engine/physics'
import { enterHonestCrowd } from './honest-crowd.ts'
import type { HonestOptions } from './honest-thread.ts'

// In a thread of its own, so that whoever attacks does not hold up whoever is attacked. Says `null` when all are in; answers each message with a report.
if (parentPort === null) throw new Error('honest.thread.ts runs as a thread of honest-thread.ts')
const port = parentPort
const { url, map, count, seed } = workerData as HonestOptions
const place = loadPlace(map)
const { columns, rows, solids } = place.map
const physics = await createRapierPhysics({ columns, rows, solids, radiusM: avatarRadiusM, heightM: avatarHeightM })
const crowd = await enterHonestCrowd({ url, place, physics, count, seed })
port.on('message', () => port.postMessage(crowd.report()))
port.postMessage(null)
