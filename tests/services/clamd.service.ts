import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pdfSample } from '../../bench/papers/paper-samples.ts'
import { createClamd, readClamdAddress } from '../../server/papers/clamd.ts'
import { eicar } from '../server/papers/small-clamd.ts'

const sockets = ['/run/clamav/clamd.ctl', '/var/run/clamav/clamd.ctl', '/run/clamd.scan/clamd.sock']
const address = process.env.CLAMD ?? sockets.find((path) => existsSync(path))

if (address === undefined) it.skip('skipped: there is no clamd here; apt-get install clamav-daemon, or set CLAMD', () => undefined)
else
  describe('ClamAV', () => {
    const scanner = createClamd(readClamdAddress(address))

    it('lets a paper through and finds EICAR', async () => {
      await scanner.scan(pdfSample())
      await expect(scanner.scan(Buffer.from(eicar))).rejects.toMatchObject({ code: 'paper-virus' })
    })
  })
