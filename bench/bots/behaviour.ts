import { createCitizen } from './citizen.ts'
import { createMiller } from './miller.ts'
import type { Mind, MindOptions } from './mind.ts'
import { createRoamer } from './roamer.ts'

export const behaviourNames = ['citizens', 'roam', 'crowd', 'mixed'] as const
export type BehaviourName = (typeof behaviourNames)[number]

const makers: Readonly<Record<BehaviourName, (options: MindOptions) => Mind>> = {
  citizens: createCitizen,
  roam: createRoamer,
  crowd: createMiller,
  mixed: (options) => (options.rng() < 0.5 ? createCitizen(options) : createRoamer(options)),
}

export function createMind(name: BehaviourName, options: MindOptions): Mind {
  return makers[name](options)
}
