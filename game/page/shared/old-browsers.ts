/**
 * What Android's Chrome 87 lacks of the language that the rest is written in; the syntax itself is lowered by the build.
 * Import it first.
 */
if (!Object.hasOwn) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key),
    configurable: true,
    writable: true,
  })
}
if (!Array.prototype.at) {
  Object.defineProperty(Array.prototype, 'at', {
    value(this: unknown[], index: number) {
      return this[index < 0 ? this.length + index : index]
    },
    configurable: true,
    writable: true,
  })
}
