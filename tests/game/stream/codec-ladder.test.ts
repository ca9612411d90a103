import { expect, test } from 'vitest'
import { audioLadder, chooseRung, fitPicture, videoLadder } from '../../../game/stream/index.ts'

test('L1 the first supported rung is taken, none gives null', async () => {
  const only = (name: string) => async (rung: { name: string }) => rung.name === name
  expect((await chooseRung(videoLadder, async () => true))?.name).toBe('H.264')
  expect((await chooseRung(videoLadder, only('VP9')))?.codec).toBe('vp09.00.30.08')
  expect((await chooseRung(audioLadder, only('Opus')))?.codec).toBe('opus')
  expect(await chooseRung(audioLadder, async () => false)).toBe(null)
})

test('L2 sizes shrink to fit, keep their shape, stay even', () => {
  expect(fitPicture(640, 480)).toEqual({ width: 640, height: 480 })
  expect(fitPicture(1920, 1080)).toEqual({ width: 854, height: 480 })
  expect(fitPicture(1080, 1920)).toEqual({ width: 270, height: 480 })
  expect(fitPicture(321, 241)).toEqual({ width: 322, height: 242 })
})
