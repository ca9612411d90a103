/** The light build has the full one's types, but its package names none for this path. */
declare module 'hls.js/light' {
  import Hls from 'hls.js'

  export default Hls
}
