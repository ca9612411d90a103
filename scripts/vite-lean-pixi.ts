import type { Plugin } from 'vite'

type Cut = { readonly file: RegExp; readonly find: RegExp; readonly replace: string }

/** What no shader, no colour and no thread of ours uses, though something in Pixi that we do use imports it. */
const cuts: readonly Cut[] = [
  // Colours by their CSS names.
  { file: /@pixi\/colord\/plugins\/names\.mjs$/, find: /^[\s\S]*$/, replace: 'export default function () {}' },
  // Blocks of uniforms, which only WebGPU must have.
  { file: /unsafe-eval\/init\.mjs$/, find: /Object\.assign\(UboSystem\.prototype, \{[\s\S]*?\n {2}\}\);/, replace: '' },
  { file: /unsafe-eval\/init\.mjs$/, find: /Object\.assign\(GlUboSystem\.prototype, \{[\s\S]*?\n {2}\}\);/, replace: '' },
  { file: /unsafe-eval\/init\.mjs$/, find: /Object\.assign\(GpuUboSystem\.prototype, \{[\s\S]*?\n {2}\}\);/, replace: '' },
  // The particles' shader in WebGPU's language, and what reads such a language.
  {
    file: /shader\/ParticleShader\.mjs$/,
    find: /const gpuProgram = GpuProgram\.from\(\{[\s\S]*?\n {4}\}\);/,
    replace: 'const gpuProgram = undefined;',
  },
  { file: /shared\/shader\/Shader\.mjs$/, find: /gpuProgram = GpuProgram\.from\(gpu\);/, replace: '' },
]

/** Registers the polyfills under a strict content policy, which is all that it is for. */
const actsAtLoad = /pixi\.js\/lib\/unsafe-eval\/init\.mjs$/

/**
 * Leaves out of the bundle what Pixi registers for applications that pick its parts at run time: loaders, sprite sheets, masks, WebGPU.
 * `engine/render/renderer.ts` names the parts it needs. Belongs into `plugins` and into `worker.plugins`; without it everything works and
 * weighs more. The build fails when another Pixi no longer holds what is cut out.
 */
export function leanPixi(): Plugin {
  return {
    name: 'lean-pixi',
    enforce: 'pre',
    transform: {
      filter: { id: /node_modules\/(pixi\.js\/lib|@pixi\/colord)\// },
      handler(code, id) {
        const file = id.split('?')[0]
        let lean = code
        for (const { find, replace } of cuts.filter((cut) => cut.file.test(file))) {
          if (!find.test(lean)) this.error(`${file} does not hold ${find}: adapt scripts/vite-lean-pixi.ts to this Pixi`)
          lean = lean.replace(find, () => replace)
        }
        return { code: lean, map: lean === code ? null : { mappings: '' }, moduleSideEffects: actsAtLoad.test(file) }
      },
    },
  }
}
