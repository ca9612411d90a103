import { runSimWorker } from '@balai/engine/host/browser'

runSimWorker()
