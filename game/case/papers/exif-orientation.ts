const orientationTag = 0x0112
const shortType = 3

/**
 * The orientation in an APP1 segment: `Exif\0\0` and a TIFF header (EXIF 2.3, 4.6.4). Whatever cannot be read says 1, as it lies: it is a hint, and
 * the segment is dropped.
 */
export function readExifOrientation(segment: Uint8Array): number {
  if (![0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, index) => segment[index] === byte)) return 1
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6)
  if (tiff.byteLength < 10) return 1
  const order = tiff.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return 1
  const isLittle = order === 0x4949
  const first = tiff.getUint32(4, isLittle)
  if (first + 2 > tiff.byteLength) return 1
  const count = tiff.getUint16(first, isLittle)
  for (let at = first + 2; at < first + 2 + 12 * count && at + 12 <= tiff.byteLength; at += 12) {
    if (tiff.getUint16(at, isLittle) !== orientationTag || tiff.getUint16(at + 2, isLittle) !== shortType) continue
    const value = tiff.getUint16(at + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}
