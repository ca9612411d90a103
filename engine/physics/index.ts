export type { PhysicsOptions, PhysicsPort } from './physics-port.ts'
export { createRapierPhysics, type RapierOptions } from './rapier-physics.ts'
export { createNullPhysics } from './null-physics.ts'
