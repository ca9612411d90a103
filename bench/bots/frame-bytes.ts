/**
 * Bytes of one WebSocket frame on the wire (RFC 6455 §5.2): 2, with 2 or 8 more for a longer payload, and 4 for the mask
 * that every client's frame carries. TCP and IP are not in it.
 */
export function frameBytes(payload: number, from: 'client' | 'server'): number {
  const header = payload < 126 ? 2 : payload < 65_536 ? 4 : 10
  return header + (from === 'client' ? 4 : 0) + payload
}
