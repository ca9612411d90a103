import { useEffect, useRef } from 'preact/hooks'

/** A stream that plays with its sound; the other end's voice is heard even while its picture is hidden. */
export function RemoteView(props: { stream: MediaStream; isHidden: boolean; label: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video || video.srcObject === props.stream) return
    video.srcObject = props.stream
    // Refused only without a tap on this page, and a talk begins with one.
    video.play().catch(() => undefined)
  }, [props.stream])
  return (
    <video ref={element} class={props.isHidden ? 'talk-remote is-hidden' : 'talk-remote'} autoplay playsInline aria-label={props.label} />
  )
}

/** One's own picture, mirrored as in a mirror, silent. */
export function OwnView(props: { track: MediaStreamTrack; label: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = new MediaStream([props.track])
    video.play().catch(() => undefined)
    return () => {
      video.srcObject = null
    }
  }, [props.track])
  return <video ref={element} class="talk-own" autoplay muted playsInline aria-label={props.label} />
}
