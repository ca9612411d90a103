import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunServer, startRunServer } from '../../bench/figures/run-server.ts'
import { chromeFlags, findChrome } from '../../scripts/chrome.mjs'
import { meet, type Person, sees, signIn } from './people.ts'

// One story in order. The demonstration is open at every hour, so that its next slot begins within half an hour: its check-in is open already.
let server: RunServer
let browser: Browser
let siti: Person

beforeAll(async () => {
  server = await startRunServer()
  browser = await chromium.launch({ executablePath: findChrome() ?? undefined, args: chromeFlags })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const button = (person: Person, name: string | RegExp) => person.page.getByRole('button', { name, exact: true })

it('books the next time in two taps, with a word on who should go first', async () => {
  siti = await meet(browser, `${server.origin}/kukar`, 'phone')
  await siti.page.locator('#instansi-disdukcapil > summary').click()
  // Nobody sits there: hours alone are not promised.
  await siti.page.locator('#instansi-disdukcapil [data-part=short]').getByText('Loket belum melayani').waitFor()
  await siti.page.locator('#instansi-disdukcapil [data-book]').first().click()
  await siti.page.locator('.slot').first().waitFor()
  await siti.page.getByText('Minta didahulukan, atau beberapa layanan').click()
  await button(siti, 'Lansia, 60 tahun ke atas').click()
  await siti.page.locator('.slot:not([disabled])').first().click()
  await signIn(siti, server.origin, 1)
  await sees(siti, 'Janji Anda')
  await sees(siti, 'Didahulukan')
})

it('holds the booking over a reload, on its chip too', async () => {
  await siti.page.reload()
  await siti.page.locator('.chip').click()
  await sees(siti, /Kode janji R-/)
})

it('checks in within the window and has a number in the one order', async () => {
  await button(siti, 'Saya datang').click()
  await sees(siti, 'A-001')
  await sees(siti, 'Giliran Anda berikutnya')
  await sees(siti, 'Periksa urutan hari ini')
})

it('gives up a booking for another time', async () => {
  await button(siti, 'Tutup').click()
  await siti.page.goto(`${server.origin}/kukar?pesan=samsat-tahunan`)
  await siti.page.locator('.day').last().click()
  await siti.page.locator('.slot:not([disabled])').first().click()
  await sees(siti, 'Janji Anda')
  expect(await button(siti, 'Saya datang').isDisabled()).toBe(true)
  await button(siti, 'Batalkan janji').click()
  await button(siti, 'Ya, batalkan').click()
  await sees(siti, 'Nomor ini sudah dibatalkan.')
  expect(siti.problems).toEqual([])
})
