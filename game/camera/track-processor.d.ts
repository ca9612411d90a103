/** Insertable streams (W3C, mediacapture-transform): on the page in Chromium, in workers elsewhere, nowhere in some. */
interface MediaStreamTrackProcessor<Data> {
  readonly readable: ReadableStream<Data>
}

// May be missing: ask by typeof.
declare const MediaStreamTrackProcessor:
  | undefined
  | (new <Data>(init: {
      track: MediaStreamTrack
      maxBufferSize?: number
    }) => MediaStreamTrackProcessor<Data>)
