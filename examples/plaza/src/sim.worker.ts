import { runSimWorker } from '@balai/engine/worker/sim'
import { stamps } from './stamps.ts'

runSimWorker({ extensions: [stamps] })
