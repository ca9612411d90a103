import {
  GlProgram,
  type InstructionSet,
  type RenderPipe,
  Shader,
  State,
  type TextureSource,
  UniformGroup,
  type WebGLRenderer,
} from 'pixi.js'
import { type QuadView, touchedBytes, touchedOffset } from './quad-mesh.ts'

const vertex = `
attribute vec2 aPosition;
attribute vec2 aPlace;
attribute vec4 aColor;
uniform vec4 uView;
varying vec2 vPlace;
varying vec4 vColor;
void main(void) {
  gl_Position = vec4(aPosition * uView.xy + uView.zw, 0.0, 1.0);
  vPlace = aPlace;
  vColor = vec4(aColor.rgb * aColor.a, aColor.a);
}`
// A place in a sheet of 2,048 pixels needs more than the ten bits that some phones' middle precision has.
const fragment = `
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
varying vec2 vPlace;
varying vec4 vColor;
uniform sampler2D uTexture;
void main(void) {
  gl_FragColor = texture2D(uTexture, vPlace) * vColor;
}`

/**
 * Draws lists of quads, one call each. In place of Pixi's own pipes for sprites and particles: those keep an object for each quad and read it
 * anew for every frame, this one sends what was written and nothing else.
 */
export class QuadPipe implements RenderPipe<QuadView> {
  private readonly renderer: WebGLRenderer
  private readonly state = State.for2d()
  private readonly view = new Float32Array(4)
  private readonly program = GlProgram.from({ vertex, fragment, name: 'quads' })
  private readonly uniforms = new UniformGroup({ uView: { value: this.view, type: 'vec4<f32>' } })
  /** One for each sheet: to hang another sheet into a shader for every call would leave garbage. */
  private readonly shaders = new Map<TextureSource, Shader>()

  constructor(renderer: WebGLRenderer) {
    this.renderer = renderer
  }

  validateRenderable(): boolean {
    return false
  }

  addRenderable(view: QuadView, instructions: InstructionSet): void {
    instructions.add(view)
  }

  updateRenderable(): void {
    // What changes is sent when it is drawn.
  }

  execute(view: QuadView): void {
    if (view.count === 0) return
    const { renderer } = this
    const shader = this.shaders.get(view.source) ?? this.addShader(view.source)
    if (view.touchedTo > view.touchedFrom) {
      // WebGL 1 knows no part of an array: there all of it goes.
      if (renderer.context.webGLVersion === 1) view.vertices.update(view.vertices.data.byteLength, 0)
      else view.vertices.update(touchedBytes(view), touchedOffset(view))
      view.touchedFrom = view.touchedTo = 0
    }
    this.look(view)
    renderer.shader.bind(shader)
    renderer.state.set(this.state)
    renderer.geometry.bind(view.geometry, this.program)
    const { gl } = renderer
    const bytes = view.indices.data.BYTES_PER_ELEMENT
    gl.drawElements(gl.TRIANGLES, view.count * 6, bytes === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT, view.first * 6 * bytes)
  }

  /** Lets go of all sheets, so that they can be destroyed. */
  letGo(): void {
    for (const shader of this.shaders.values()) shader.destroy()
    this.shaders.clear()
  }

  destroy(): void {
    this.letGo()
  }

  private addShader(source: TextureSource): Shader {
    const shader = new Shader({ glProgram: this.program, resources: { uTexture: source, uniforms: this.uniforms } })
    this.shaders.set(source, shader)
    return shader
  }

  /** Nothing is ever turned: a scale and a place for each axis are all of the transform. */
  private look(view: QuadView): void {
    const world = view.worldTransform
    const { projectionMatrix } = this.renderer.globalUniforms.globalUniformData
    this.view[0] = world.a * projectionMatrix.a
    this.view[1] = world.d * projectionMatrix.d
    this.view[2] = world.tx * projectionMatrix.a + projectionMatrix.tx
    this.view[3] = world.ty * projectionMatrix.d + projectionMatrix.ty
  }
}
