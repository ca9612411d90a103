/** Two people at a counter, drawn plainly: what this place is for while nobody is in it. */
export function TalkPicture() {
  return (
    <svg class="talk-picture" viewBox="0 0 280 130" aria-hidden="true">
      <ellipse cx="140" cy="120" rx="126" ry="8" fill="var(--paper-deep)" />
      <path d="M40 114c0-26 12-42 32-42s32 16 32 42z" fill="#7d7350" />
      <path d="M62 73l10 14 10-14-10-3z" fill="#fffdf8" />
      <circle cx="72" cy="52" r="22" fill="#c98f63" />
      <path d="M49 50c0-16 10-24 23-24s23 8 23 22c-6-8-34-10-38-4-3 3-4 6-8 6z" fill="#2b211b" />
      <path d="M176 114c0-26 12-42 32-42s32 16 32 42z" fill="#237a5c" />
      <path d="M182 62c0-24 10-36 26-36s26 12 26 36c0 12-8 20-26 20s-26-8-26-20z" fill="#1b5f47" />
      <ellipse cx="208" cy="54" rx="16" ry="19" fill="#a8714a" />
      <path d="M20 96h240v18H20z" fill="var(--wood)" />
      <path d="M20 96h240v5H20z" fill="#fff4d6" fill-opacity="0.45" />
      <path d="M110 88h60l8 8h-76z" fill="#fffdf8" stroke="var(--line)" />
      <g fill="#2b211b">
        <circle cx="66" cy="54" r="2.2" />
        <circle cx="80" cy="54" r="2.2" />
        <circle cx="202" cy="54" r="2.2" />
        <circle cx="215" cy="54" r="2.2" />
      </g>
      <path d="M67 62c3 3 8 3 11 0M203 63c3 3 8 3 11 0" fill="none" stroke="#2b211b" stroke-width="2" stroke-linecap="round" />
      <path d="M118 40h44v24h-28l-10 9v-9h-6z" fill="var(--light)" stroke="var(--line-strong)" stroke-width="2" stroke-linejoin="round" />
      <path d="M128 49h24M128 56h15" fill="none" stroke="var(--line-strong)" stroke-width="2" stroke-linecap="round" />
    </svg>
  )
}
