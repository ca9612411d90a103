import type { Figure } from '../figure.ts'

export const frameVsPhaser: Figure = {
  key: 'frame_vs_phaser',
  unit: 'ratio',
  bar: 0.5,
  leastSamples: 180,
  needsPages: false,
  measure: async () => (await import('../../peers/drawing/frame-figures.ts')).measureFrameVs('phaser'),
  fault: {
    description:
      'nothing is kept from frame to frame: what people are made of is looked up by name, names are laid out letter by letter, the floor is sent',
    edits: [
      {
        file: 'engine/render/person-pictures.ts',
        find: '      let pictures = known.get(look)\n',
        replace: '      known.clear()\n      let pictures = known.get(look)\n',
      },
      {
        file: 'engine/render/people.ts',
        find: 'if (worn[i] === undefined || wornLooks[i] !== view.look[i]) {',
        replace: 'if (worn.length >= 0) {',
      },
      {
        file: 'engine/render/labels.ts',
        find: 'const namesDrawn = 40\nconst canvasPerName = 24_000\n',
        replace: 'const namesDrawn = 300\nconst canvasPerName = 800\n',
      },
      { file: 'engine/render/text.ts', find: '      if (found !== undefined) return found\n', replace: '' },
      {
        file: 'engine/render/floor.ts',
        find: '  mesh.show(first, count)\n',
        replace: '  mesh.touch(0, starts[last])\n  mesh.show(first, count)\n',
      },
    ],
  },
}
