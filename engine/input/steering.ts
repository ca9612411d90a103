import { nearestDirection } from '../core/index.ts'
import { type Intent, standing, walkIntent } from './intent.ts'

/** A stick pushed less than this share of its reach is at rest: a thumb is never quite still. */
const deadZone = 0.25

/**
 * Turns a push on screen into a walking intent.
 * @param right screen units to the right, -1 to 1 (joystick or keys)
 * @param down screen units downwards, -1 to 1
 */
export function steer(right: number, down: number): Intent {
  if (right * right + down * down < deadZone * deadZone) return { ...standing }
  // The floor is drawn 2:1: one metre along x is (32, 16) px, along z (-32, 16) px. This is that turned round.
  return walkIntent(nearestDirection(right + 2 * down, 2 * down - right))
}

/** The push that a set of pressed keys stands for (`KeyboardEvent.code`): arrows or WASD. */
export function keysToPush(pressed: ReadonlySet<string>): { right: number; down: number } {
  const held = (a: string, b: string): number => (pressed.has(a) || pressed.has(b) ? 1 : 0)
  return {
    right: held('ArrowRight', 'KeyD') - held('ArrowLeft', 'KeyA'),
    down: held('ArrowDown', 'KeyS') - held('ArrowUp', 'KeyW'),
  }
}
