import { openMemoryStore } from '../../../server/store/index.ts'
import { storeContract } from './store-contract.ts'

storeContract('memory', async () => openMemoryStore())
