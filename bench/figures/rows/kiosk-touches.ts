import type { Figure } from '../figure.ts'

export const kioskTouches: Figure = {
  key: 'kiosk_touches',
  unit: 'touches',
  bar: 4,
  leastSamples: 7,
  needsPages: true,
  measure: async () => (await import('../kiosk-touches.ts')).measureKioskTouches(),
  fault: {
    description: 'a service is taken at the second touch only, as if it had to be confirmed',
    edits: [
      {
        file: 'game/page/kiosk/view/services-screen.tsx',
        find: 'onClick={bar ? undefined : () => app.take(group.slug, service.slug)}',
        replace:
          'onClick={({ currentTarget: { dataset } }) => (dataset.chosen ? app.take(group.slug, service.slug) : (dataset.chosen = "1"))}',
      },
    ],
  },
}
