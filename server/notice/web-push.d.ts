/** The part of web-push that is used: it writes the message of RFC 8291 and the signature of RFC 8292. */
declare module 'web-push' {
  const webPush: {
    generateRequestDetails(
      subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
      payload: string,
      options: {
        vapidDetails: { subject: string; publicKey: string; privateKey: string }
        TTL: number
        urgency: 'normal' | 'high'
        contentEncoding: 'aes128gcm'
      },
    ): { endpoint: string; method: string; headers: Record<string, string | number>; body: Buffer }
  }
  // eslint-disable-next-line import/no-default-export -- the package has no other
  export default webPush
}
