import {
  AbstractRenderer,
  BackgroundSystem,
  GlBufferSystem,
  GlContextSystem,
  GlEncoderSystem,
  GlGeometrySystem,
  GlLimitsSystem,
  GlobalUniformSystem,
  GlRenderTargetSystem,
  GlShaderSystem,
  GlStateSystem,
  GlStencilSystem,
  GlTextureSystem,
  GlUniformGroupSystem,
  type RendererConfig,
  RendererType,
  RenderGroupSystem,
  ViewSystem,
  type WebGLOptions,
} from 'pixi.js'
import { QuadPipe } from './quad-pipe.ts'
import { knowSheets } from './sheet-source.ts'

/** Everything drawn lives as long as the stage does: nothing is to be collected, and nothing needs a clock. */
class NoCollection {
  readonly now = 0
  addResource(): void {}
  addResourceHash(): void {}
  addCollection(): void {}
}

/** In place of sprites' batches, blend modes and colour masks: lists of quads have none, but Pixi says so on its way through. */
class NoPipe {
  readonly break = (): void => {}
  readonly upload = (): void => {}
  readonly buildStart = (): void => {}
  readonly buildEnd = (): void => {}
  readonly pushBlendMode = (): void => {}
  readonly popBlendMode = (): void => {}
  destroy(): void {}
}

/** Without masks nobody needs a stencil, which takes as much memory as the picture. Pixi would warn of that. */
class PlainContext extends GlContextSystem {
  protected override validateContext(): void {
    super.validateContext({ getContextAttributes: () => ({ stencil: true }) } as WebGL2RenderingContext)
  }
}

/** In Pixi's own order: one may ask for another when it is made. */
const systems = {
  background: BackgroundSystem,
  globalUniforms: GlobalUniformSystem,
  view: ViewSystem,
  renderGroup: RenderGroupSystem,
  gc: NoCollection,
  context: PlainContext,
  limits: GlLimitsSystem,
  buffer: GlBufferSystem,
  texture: GlTextureSystem,
  renderTarget: GlRenderTargetSystem,
  geometry: GlGeometrySystem,
  uniformGroup: GlUniformGroupSystem,
  shader: GlShaderSystem,
  encoder: GlEncoderSystem,
  state: GlStateSystem,
  stencil: GlStencilSystem,
}
const renderPipes = { quads: QuadPipe, batch: NoPipe, blendMode: NoPipe, colorMask: NoPipe }

const listOf = <T>(parts: Readonly<Record<string, T>>): { name: string; value: T }[] =>
  Object.entries(parts).map(([name, value]) => ({ name, value }))

/**
 * Pixi's WebGL renderer out of those of its parts that lists of quads need. Its ready-made one brings sprites, masks, filters,
 * batches and read-back along, a fifth of what the drawing thread weighs.
 */
export function createRenderer(): AbstractRenderer<Record<string, unknown>, WebGLOptions> {
  knowSheets()
  const config = {
    name: 'webgl',
    type: RendererType.WEBGL,
    systems: listOf(systems),
    renderPipes: listOf(renderPipes),
    renderPipeAdaptors: [],
  }
  return new AbstractRenderer(config as unknown as RendererConfig)
}
